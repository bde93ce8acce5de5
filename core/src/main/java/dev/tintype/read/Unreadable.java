package dev.tintype.read;

import java.io.IOException;

/// Why a file cannot be read and what to do about it; [PhotoReader] adds the name of the file.
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    static final String GET_ANOTHER_COPY = "get another copy of the file";
    static final String CONVERT = "convert it to TIFF, PNG or JPEG first";

    /// @param what what is wrong with the file, as a clause without a full stop
    /// @param remedy what the user can do, likewise
    Unreadable(String what, String remedy) {
        super(what + "; " + remedy);
    }

    static Unreadable cutOff() {
        return new Unreadable("the file is cut off, part of the picture is missing", GET_ANOTHER_COPY);
    }

    static Unreadable damaged(String where) {
        return new Unreadable("the file is damaged (%s)".formatted(where), GET_ANOTHER_COPY);
    }
}
