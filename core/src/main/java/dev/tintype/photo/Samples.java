package dev.tintype.photo;

import java.util.List;

/// The samples of a whole scan in the precision of its file, so that a huge scan fits in memory and what no stage
/// touches comes back bit for bit. Tiles of it are read and written as [Photo]s.
///
/// Memory: `width · height · channels · depth.bytes()`.
public final class Samples {
    private final Size size;
    private final Depth depth;
    private final Object[] channels; // byte[], short[] or float[] of (height, width), by depth

    /// Black samples.
    ///
    /// @param channels 1 for grey or a mask, 3 for red, green, blue
    public Samples(Size size, int channels, Depth depth) {
        this.size = size;
        this.depth = depth;
        this.channels = new Object[channels];
        for (int c = 0; c < channels; c++) {
            this.channels[c] = switch (depth) {
                case BITS_8 -> new byte[size.area()];
                case BITS_16 -> new short[size.area()];
                case FLOAT -> new float[size.area()];
            };
        }
    }

    /// A photo in the numbers of a depth.
    public static Samples of(Photo photo, Depth depth) {
        Samples samples = new Samples(photo.size(), photo.planes().size(), depth);
        samples.put(0, 0, photo);
        return samples;
    }

    public Size size() {
        return size;
    }

    public Depth depth() {
        return depth;
    }

    public int channels() {
        return channels.length;
    }

    /// The raw number that the file holds: 0 to 255, 0 to 65535, or a float.
    public float raw(int channel, int row, int column) {
        int i = row * size.width() + column;
        return switch (depth) {
            case BITS_8 -> ((byte[]) channels[channel])[i] & 0xFF;
            case BITS_16 -> ((short[]) channels[channel])[i] & 0xFFFF;
            case FLOAT -> ((float[]) channels[channel])[i];
        };
    }

    /// Stores a raw number; the caller keeps it in range.
    public void put(int channel, int row, int column, float raw) {
        int i = row * size.width() + column;
        switch (depth) {
            case BITS_8 -> ((byte[]) channels[channel])[i] = (byte) (int) raw;
            case BITS_16 -> ((short[]) channels[channel])[i] = (short) (int) raw;
            case FLOAT -> ((float[]) channels[channel])[i] = raw;
        }
    }

    /// A copy of a region as a photo with samples from 0 to 1.
    public Photo photo(Region region) {
        Plane[] planes = new Plane[channels.length];
        for (int c = 0; c < planes.length; c++) {
            int channel = c;
            planes[c] = Plane.of(
                    region.size(),
                    (row, column) -> raw(channel, region.row() + row, region.column() + column) / depth.white());
        }
        return new Photo(List.of(planes));
    }

    /// The whole as a photo.
    public Photo photo() {
        return photo(new Region(0, 0, size));
    }

    /// Writes a photo with its top left corner at a place; samples are clipped to 0 to 1 and rounded to the nearest
    /// value that the depth can hold.
    public void put(int row, int column, Photo photo) {
        for (int c = 0; c < channels.length; c++) {
            Plane plane = photo.planes().get(c);
            for (int y = 0; y < photo.size().height(); y++) {
                for (int x = 0; x < photo.size().width(); x++) {
                    float sample = Math.clamp(plane.at(y, x), 0f, 1f);
                    put(c, row + y, column + x, depth == Depth.FLOAT ? sample : Math.round(sample * depth.white()));
                }
            }
        }
    }

    /// What one sample is stored in.
    public enum Depth {
        BITS_8(1, 255),
        BITS_16(2, 65535),
        FLOAT(4, 1);

        private final int bytes;
        private final float white;

        Depth(int bytes, float white) {
            this.bytes = bytes;
            this.white = white;
        }

        public int bytes() {
            return bytes;
        }

        /// The raw number of white.
        public float white() {
            return white;
        }
    }
}
