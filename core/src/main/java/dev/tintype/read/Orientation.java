package dev.tintype.read;

import dev.tintype.photo.Size;

/// How a stored picture must be turned to be upright: the EXIF orientation.
///
/// @param code 1 to 8, as in TIFF 6.0, tag 274
record Orientation(int code) {
    static final Orientation UPRIGHT = new Orientation(1);

    Size upright(Size stored) {
        return code >= 5 ? new Size(/* width= */ stored.height(), /* height= */ stored.width()) : stored;
    }

    int row(Size stored, int row, int column) {
        return switch (code) {
            case 3, 4 -> stored.height() - 1 - row;
            case 5, 6 -> column;
            case 7, 8 -> stored.width() - 1 - column;
            default -> row;
        };
    }

    int column(Size stored, int row, int column) {
        return switch (code) {
            case 2, 3 -> stored.width() - 1 - column;
            case 5, 8 -> row;
            case 6, 7 -> stored.height() - 1 - row;
            default -> column;
        };
    }
}
