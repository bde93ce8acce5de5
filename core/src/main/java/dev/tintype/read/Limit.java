package dev.tintype.read;

import dev.tintype.photo.Size;

/// How many pixels a photo may have, checked before memory is taken for them.
///
/// @param pixels 1 or more; above 2³¹ there is no array for them
record Limit(long pixels) {
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    Size checked(long width, long height) throws Unreadable {
        if (width < 1 || height < 1) {
            throw Unreadable.damaged("its size is %d x %d pixels".formatted(width, height));
        }
        long most = Math.min(pixels, LONGEST_ARRAY);
        if (width > most / height) {
            throw new Unreadable(
                    "%d x %d pixels are more than the limit of %d".formatted(width, height, most),
                    "make it smaller or raise the limit");
        }
        return new Size((int) width, (int) height);
    }
}
