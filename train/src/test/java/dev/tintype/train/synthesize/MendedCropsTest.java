package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.train.synthesize.Ageing.Mix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendedCropsTest {
    private static final int SIDE = 96;

    @TempDir
    private Path folder = Path.of(".");

    private int made;

    /// What is restored comes back half as bright, and every bright place is taken for lost.
    private Restoration restored(Samples aged) {
        made++;
        Samples darker = new Samples(aged.size(), 3, aged.depth());
        darker.put(0, 0, aged.photo().map(plane -> plane.map(x -> 0.5f * x)));
        Samples mask = new Samples(aged.size(), 1, Depth.BITS_8);
        mask.put(0, 0, new Photo(List.of(aged.photo().luminance().map(x -> x > 0.6f ? 1 : 0))));
        return new Restoration(new Scan(darker, Optional.empty(), Metadata.NONE), mask, List.of());
    }

    /// Stripes of all tones.
    private static PhotoLibrary library() {
        Samples photo = new Samples(new Size(300, 280), 3, Depth.BITS_8);
        for (int row = 0; row < 280; row++) {
            for (int column = 0; column < 300; column++) {
                for (int c = 0; c < 3; c++) {
                    photo.put(c, row, column, (row * (c + 2) + 3 * column) % 256);
                }
            }
        }
        return new PhotoLibrary(List.of(photo), List.of());
    }

    @Test
    void cutsOutWhatThePlanLeavesAndMeetsItAgain() throws IOException {
        Ageing ageing = new Ageing(library(), new DamageShapes(List.of()), Mix.CLEAN);
        MendedCrops crops = new MendedCrops(ageing, this::restored, new KeptPictures(folder, 3));
        int asFound = 0;
        for (int seed = 0; seed < 24; seed++) {
            MendedCrop crop = crops.sample(SIDE, seed);
            Sample sample = crop.sample();
            assertEquals(new Size(SIDE, SIDE), sample.aged().size());
            boolean found = true;
            for (int i = 0; i < SIDE * SIDE; i++) {
                int row = i / SIDE;
                int column = i % SIDE;
                float truth = sample.sound().planes().getFirst().at(row, column);
                float dark = sample.aged().planes().getFirst().at(row, column);
                assertEquals(0.5f * truth, dark, 1.1f / 255, "the truth is cut at the same place");
                assertEquals(truth, crop.scan().planes().getFirst().at(row, column), 1.1f / 255, "and so is the scan");
                boolean bright = sample.sound().luminance().at(row, column) > 0.6f;
                found &= bright == (sample.damage().damage().at(row, column) > 0.5f);
            }
            asFound += found ? 1 : 0;
        }
        assertTrue(asFound > 8 && asFound < 24, asFound + " of 24 masks are what was found");
        assertEquals(3, made);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count());
        }
    }
}
