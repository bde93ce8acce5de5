package dev.tintype.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tintype.format.Directory;
import dev.tintype.format.DirectoryWriter;
import dev.tintype.format.Exif;
import dev.tintype.format.PhotoshopResources;
import dev.tintype.format.Tag;
import dev.tintype.format.Xmp;
import dev.tintype.photo.Bytes;
import dev.tintype.photo.Metadata;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Gathers what a file says besides its samples. What is said twice counts the first time.
final class Blocks {
    private static final byte[] EXIF_PREFIX = "Exif\0\0".getBytes(ISO_8859_1);
    private static final double INCH = 0.0254; // metres

    private Optional<Bytes> icc = Optional.empty();
    private Optional<Bytes> exif = Optional.empty();
    private Optional<Bytes> xmp = Optional.empty();
    private Optional<Bytes> iptc = Optional.empty();
    private Optional<Double> dpi = Optional.empty();
    private Orientation orientation = Orientation.UPRIGHT;
    private final Set<Long> masked = new HashSet<>();
    private boolean progressive;
    private boolean multiplied;

    /// A colour profile. One of CMYK or Lab is dropped: the samples become RGB, which it does not describe.
    void icc(byte[] profile) {
        String space = space(profile);
        if (icc.isEmpty() && (space.equals("RGB ") || space.equals("GRAY"))) {
            icc = Optional.of(Bytes.of(profile));
        }
    }

    /// Whether a colour profile is of CMYK.
    static boolean isOfInks(byte[] profile) {
        return space(profile).equals("CMYK");
    }

    private static String space(byte[] profile) {
        return profile.length < 128 ? "" : new String(profile, 16, 4, ISO_8859_1);
    }

    /// An EXIF block with or without the prefix that it has in JPEG files.
    void exif(byte[] block) {
        boolean prefixed = block.length > 6 && Arrays.equals(block, 0, 6, EXIF_PREFIX, 0, 6);
        Bytes bare = Bytes.of(prefixed ? Arrays.copyOfRange(block, 6, block.length) : block);
        if (exif.isEmpty() && bare.length() > 0) {
            exif = Optional.of(bare);
            Exif.directory(bare).ifPresent(this::describe);
        }
    }

    /// The first directory of a TIFF file, which is an EXIF block with pixels.
    void directory(Directory directory) {
        describe(directory);
        Directory words = directory.only(field -> Tag.WORDS.contains(field.tag()));
        if (!words.isEmpty()) {
            exif = Optional.of(DirectoryWriter.block(words));
        }
        directory.field(Tag.ICC).ifPresent(field -> icc(field.value().toArray()));
        directory.field(Tag.XMP).ifPresent(field -> xmp(field.value().toArray()));
        directory.field(Tag.IPTC).ifPresent(field -> iptc(inOrder(field.value().toArray())));
        directory.field(Tag.PHOTOSHOP).ifPresent(field -> photoshop(field.value()));
    }

    void xmp(byte[] packet) {
        if (xmp.isEmpty() && packet.length > 0) {
            xmp = Optional.of(Bytes.of(packet));
        }
    }

    void iptc(byte[] records) {
        if (iptc.isEmpty() && records.length > 0) {
            iptc = Optional.of(Bytes.of(records));
        }
    }

    /// Photoshop resources, which may hold IPTC records.
    void photoshop(Bytes resources) {
        PhotoshopResources.iptc(resources).ifPresent(records -> iptc(records.toArray()));
    }

    /// Pixels per inch; ignored if they differ across and down.
    void dpi(double across, double down) {
        if (dpi.isEmpty() && across > 0 && across == down && Double.isFinite(across)) {
            // formats that count pixels per metre give 599.9988 for 600
            dpi = Optional.of(Math.round(across * 100) / 100.0);
        }
    }

    void perMetre(double across, double down) {
        dpi(across * INCH, down * INCH);
    }

    /// A byte that the decoder must not see, lest it convert colours.
    void mask(long at) {
        masked.add(at);
    }

    /// The picture is stored in scans of which each adds detail.
    void progressive() {
        progressive = true;
    }

    /// Colours were multiplied with the opacity ("associated alpha"), which TwelveMonkeys does not tell.
    void multiplied() {
        multiplied = true;
    }

    boolean isMultiplied() {
        return multiplied;
    }

    Set<Long> masked() {
        return Set.copyOf(masked);
    }

    /// Whether a picture without its end may lack details and still have every pixel.
    boolean isProgressive() {
        return progressive;
    }

    Orientation orientation() {
        return orientation;
    }

    /// All that was found, for a photo that has been turned upright.
    Metadata metadata() {
        boolean turned = orientation.code() != 1;
        return new Metadata(icc, exif.map(Exif::upright), turned ? xmp.map(Xmp::upright) : xmp, iptc, dpi.orElse(0.0));
    }

    private void describe(Directory directory) {
        orientation = new Orientation(Exif.orientation(directory));
        double unit = directory.number(Tag.RESOLUTION_UNIT).orElse(2.0);
        double inches = unit == 2 ? 1 : unit == 3 ? 100 * INCH : 0; // 3 is centimetre, 1 is none
        double across = directory.number(Tag.X_RESOLUTION).orElse(0.0);
        dpi(across * inches, directory.number(Tag.Y_RESOLUTION).orElse(across) * inches);
    }

    /// Old programs declared IPTC as 32-bit numbers and swapped its bytes; records always start with 0x1C.
    private static byte[] inOrder(byte[] records) {
        if (records.length < 4 || records[0] == 0x1C || records[3] != 0x1C) {
            return records;
        }
        byte[] swapped = records.clone();
        for (int i = 0; i < records.length; i++) {
            int partner = i ^ 3;
            swapped[i] = partner < records.length ? records[partner] : 0;
        }
        return swapped;
    }
}
