package dev.tintype.nn.stage;

import dev.tintype.nn.Weights;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Tiles;
import dev.tintype.restore.tone.Tint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Finds marks in a scan by the networks that know its kind. In colour, bare paper and dirt mostly have a colour of
/// their own, by which they are known; in grey or one tone they have none, and a detector that has learnt on scans in
/// grey looks at brightness alone.
///
/// @param colour for scans in colour, and for all where no other is there
/// @param grey for scans in grey, sepia or another single tone
record MarkSearch(ScratchDetector colour, Optional<ScratchDetector> grey) {
    private static final String COLOUR = "scratch-detector";
    private static final String GREY = "scratch-detector-grey";
    private static final double ONE_TONE = 0.005; // mean distance of colours from their tint, sample units
    private static final int SIDE = 768; // of a tile

    /// What was found, and by whose weights.
    ///
    /// @param lost one channel, white where the scan is lost
    record Found(Samples lost, String weights) {}

    /// Reads `scratch-detector.safetensors`, and `scratch-detector-grey.safetensors` where it is there.
    static MarkSearch open(Path folder) {
        Path grey = folder.resolve(GREY + ".safetensors");
        return new MarkSearch(
                ScratchDetector.of(Weights.read(folder.resolve(COLOUR + ".safetensors"))),
                Files.exists(grey) ? Optional.of(ScratchDetector.of(Weights.read(grey))) : Optional.empty());
    }

    /// @param begun hears how far it is, 0 to 1
    Found find(Samples scan, DoubleConsumer begun) {
        return grey.isPresent() && isOneTone(scan)
                ? new Found(grey.get().find(brightness(scan), begun), GREY)
                : new Found(colour.find(scan, begun), COLOUR);
    }

    /// Whether what colour there is follows from brightness. Marks may have another: they are few.
    private static boolean isOneTone(Samples scan) {
        if (scan.channels() == 1) {
            return true;
        }
        Photo small = Thumbnail.photo(Thumbnail.of(scan, Optional.empty()));
        return Tint.of(small).scatter(small) < ONE_TONE;
    }

    /// The luminance, in 8 bits.
    private static Samples brightness(Samples scan) {
        if (scan.channels() == 1) {
            return scan;
        }
        Samples light = new Samples(scan.size(), 1, Depth.BITS_8);
        for (Tiles.Tile tile : new Tiles(scan.size(), SIDE, 0).all()) {
            Photo part = new Photo(List.of(scan.photo(tile.core()).luminance()));
            light.put(tile.core().row(), tile.core().column(), part);
        }
        return light;
    }
}
