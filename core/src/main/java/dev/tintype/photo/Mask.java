package dev.tintype.photo;

/// Where a photo is damaged: 1 is lost, 0 is sound, between is doubt.
public record Mask(Plane damage) {
    /// That nothing is damaged.
    public static Mask nothing(Size size) {
        return new Mask(Plane.of(size, (_, _) -> 0));
    }

    public Size size() {
        return damage.size();
    }

    /// Whether nothing at all is damaged.
    public boolean isEmpty() {
        for (int row = 0; row < size().height(); row++) {
            for (int column = 0; column < size().width(); column++) {
                if (damage.at(row, column) > 0) {
                    return false;
                }
            }
        }
        return true;
    }
}
