package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A mask while it is painted: strokes on top of what was loaded, a brush takes the larger of two values, an eraser
/// leaves `min(mask, 255 − stroke)`.
///
/// @param scale pixels of the photo that one of the mask has, across and down
record MaskPainting(Region region, int scale, Samples mask) {
    /// Paints what steps say of a region.
    ///
    /// @param region of the mask, in its pixels
    /// @param loaded the same region of what a step has loaded
    static Samples of(List<StoredStep> steps, Region region, int scale, Function<StoredStep, Samples> loaded) {
        MaskPainting painting = new MaskPainting(region, scale, new Samples(region.size(), 1, Depth.BITS_8));
        for (StoredStep step : steps) {
            switch (step.edit()) {
                case Edit.Load _ -> painting = new MaskPainting(region, scale, loaded.apply(step));
                case Edit.Stroke stroke -> painting.add(stroke);
                default -> throw new IllegalArgumentException("no step of a mask: " + step.edit());
            }
        }
        return painting.mask;
    }

    /// The part of a photo to which a mask is limited, if it covers anything.
    static Optional<Region> reach(List<StoredStep> steps, Size photo) {
        Optional<Region> whole = Optional.empty();
        for (StoredStep step : steps) {
            Optional<Region> part = switch (step.edit()) {
                case Edit.Load _ -> Optional.of(new Region(0, 0, photo));
                case Edit.Stroke stroke
                when stroke.tool() != Edit.Tool.ERASER -> stroke.outline().box(photo);
                default -> Optional.empty();
            };
            if (part.isPresent()) {
                whole = Optional.of(
                        whole.map(known -> Regions.around(known, part.get())).orElse(part.get()));
            }
        }
        return whole;
    }

    private void add(Edit.Stroke stroke) {
        Size whole = new Size((Regions.right(region) + 1) * scale, (Regions.bottom(region) + 1) * scale);
        Optional<Region> box = stroke.outline().box(whole).flatMap(this::inside);
        if (box.isEmpty()) {
            return;
        }
        Region part = box.get();
        Samples cover = Coverage.of(stroke.outline(), part, scale);
        for (int row = 0; row < part.size().height(); row++) {
            int y = part.row() + row - region.row();
            for (int column = 0; column < part.size().width(); column++) {
                int x = part.column() + column - region.column();
                float value = cover.raw(0, row, column);
                float before = mask.raw(0, y, x);
                mask.put(
                        0,
                        y,
                        x,
                        stroke.tool() == Edit.Tool.ERASER
                                ? Math.min(before, Depth.BITS_8.white() - value)
                                : Math.max(before, value));
            }
        }
    }

    /// A box of the photo in pixels of the mask, as far as it lies in the region.
    private Optional<Region> inside(Region box) {
        int top = Math.max(region.row(), box.row() / scale - 1);
        int left = Math.max(region.column(), box.column() / scale - 1);
        int bottom = Math.min(Regions.bottom(region), Regions.bottom(box) / scale + 2);
        int right = Math.min(Regions.right(region), Regions.right(box) / scale + 2);
        return top < bottom && left < right
                ? Optional.of(new Region(top, left, new Size(right - left, bottom - top)))
                : Optional.empty();
    }
}
