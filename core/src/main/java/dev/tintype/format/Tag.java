package dev.tintype.format;

import java.util.Set;

/// The numbers of the TIFF and EXIF fields that Tintype knows.
public final class Tag {
    public static final int NEW_SUBFILE_TYPE = 254;
    public static final int WIDTH = 256;
    public static final int HEIGHT = 257;
    public static final int BITS_PER_SAMPLE = 258;
    public static final int COMPRESSION = 259;
    public static final int PHOTOMETRIC = 262;
    public static final int STRIP_OFFSETS = 273;
    public static final int ORIENTATION = 274;
    public static final int SAMPLES_PER_PIXEL = 277;
    public static final int ROWS_PER_STRIP = 278;
    public static final int STRIP_BYTE_COUNTS = 279;
    public static final int X_RESOLUTION = 282;
    public static final int Y_RESOLUTION = 283;
    public static final int PLANAR_CONFIGURATION = 284;
    public static final int RESOLUTION_UNIT = 296;
    public static final int PREDICTOR = 317;
    public static final int TILE_OFFSETS = 324;
    public static final int TILE_BYTE_COUNTS = 325;
    public static final int SUB_DIRECTORIES = 330;
    public static final int EXTRA_SAMPLES = 338;
    public static final int SAMPLE_FORMAT = 339;
    public static final int XMP = 700;
    public static final int IPTC = 33723;
    public static final int PHOTOSHOP = 34377;
    public static final int EXIF = 34665;
    public static final int ICC = 34675;
    public static final int GPS = 34853;
    public static final int EXIF_WIDTH = 40962;
    public static final int EXIF_HEIGHT = 40963;
    public static final int INTEROPERABILITY = 40965;
    public static final int DNG_VERSION = 50706;

    /// Words about the photo that make sense in any file: document name, description, maker, model, page name,
    /// software,
    /// date, artist, computer, rating, copyright and the Windows texts. All else describes how samples were stored.
    public static final Set<Integer> WORDS =
            Set.of(269, 270, 271, 272, 285, 305, 306, 315, 316, 18246, 18249, 33432, 40091, 40092, 40093, 40094, 40095);

    private Tag() {}
}
