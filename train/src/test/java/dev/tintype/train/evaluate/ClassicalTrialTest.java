package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan;
import dev.tintype.train.evaluate.ClassicalBench.Picture;
import dev.tintype.train.evaluate.ClassicalTrial.Row;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassicalTrialTest {
    private static final Path BENCH =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("classical");
    private static final int SIDE = 96;

    @TempDir
    private Path folder;

    @Test
    void measuresWhatItKnowsAndWhatItFinds() throws IOException {
        Random random = new Random(1);
        write("truth.png", ClassicalTrialTest::tone);
        write("noisy.png", (row, column) -> tone(row, column) + 20 * random.nextGaussian());
        write("torn.png", (row, column) -> row == 40 || row == 41 ? 255 : tone(row, column));
        write("mask.png", (row, _) -> row == 40 || row == 41 ? 255 : 0);
        write("moved.png", (row, column) -> {
            double sum = 0;
            for (int i = -2; i <= 2; i++) {
                sum += tone(row, column + i);
            }
            return sum / 5 + 5 * random.nextGaussian();
        });
        manifest("""
                [{"file": "noisy.png", "ref": "truth.png", "mask": "", "type": "gaussian", "sigma": 20},
                 {"file": "torn.png", "ref": "truth.png", "mask": "mask.png", "type": "inpaint"},
                 {"file": "moved.png", "ref": "truth.png", "mask": "", "type": "motion", "length": 5, "angle": 0, "sigma": 5}]
                """);
        Files.writeString(folder.resolve("peers.csv"), "file,method,psnr,ssim\nnoisy.png,median,24,0.5\n");
        Path out = folder.resolve("out");
        List<Row> rows = new ArrayList<>();
        for (Picture picture : new ClassicalBench(folder).pictures()) {
            rows.add(new ClassicalTrial(Optional.of(out)).measure(picture));
        }
        Row noisy = rows.get(0);
        assertEquals(
                Map.of("sigma", "0.07843"),
                noisy.known().plan().steps().getFirst().options());
        assertEquals(List.of("bm3d"), stages(noisy.known().plan()));
        assertTrue(noisy.known().score().psnr() > noisy.before().psnr() + 5, noisy::toString);
        assertTrue(noisy.blind().score().psnr() > noisy.before().psnr() + 5, noisy::toString);
        Row torn = rows.get(1);
        assertEquals(List.of("scratches-and-holes"), stages(torn.known().plan()));
        assertTrue(torn.known().score().psnr() > torn.before().psnr() + 20, torn::toString);
        Row moved = rows.get(2);
        assertEquals(List.of("bm3d", "hyper-laplacian"), stages(moved.known().plan()));
        assertTrue(
                moved.known().score().psnr()
                        > moved.alone().orElseThrow().hyperLaplacian().psnr(),
                moved::toString);
        assertTrue(Files.exists(out.resolve("blind/torn.png")));
        assertTrue(Files.exists(out.resolve("wiener/moved.png")));
        table(new ClassicalTable(rows));
    }

    private static void table(ClassicalTable table) {
        String text = table.markdown();
        assertTrue(text.contains("| noisy | 22."), text);
        assertTrue(text.contains("| 24.00 / 0.500 median |"), text);
        assertTrue(text.contains("| mean of all |"), text);
        assertTrue(text.contains("| moved | - |"), text);
        assertTrue(
                text.contains(
                        "3 pictures, 1 of which others tried. Within 0.3 dB of the best of them, or above: known 1"),
                text);
        List<String> lines = table.csv().lines().toList();
        assertEquals(4, lines.size());
        int columns = lines.getFirst().split(",", -1).length;
        for (String line : lines) {
            assertEquals(columns, line.replaceAll("\"[^\"]*\"", "").split(",", -1).length, line);
        }
    }

    @Test
    void refusesDamageThatItDoesNotKnow() throws IOException {
        manifest("[{\"file\": \"a.png\", \"ref\": \"b.png\", \"type\": \"mould\"}]");
        String message = assertThrows(IllegalArgumentException.class, () -> new ClassicalBench(folder).pictures())
                .getMessage();
        assertTrue(message.contains("mould"), message);
    }

    @Test
    void isNearTheBestOfTheOthersOnTheRealOnes() throws IOException {
        assumeTrue(Files.isDirectory(BENCH), BENCH + " is not there");
        List<Picture> pictures = new ClassicalBench(BENCH).pictures();
        assertEquals(34, pictures.size());
        for (Picture picture : pictures) {
            if (List.of("camera__sp20", "camera__periodic", "camera__motion09_a00_n01")
                    .contains(picture.name())) {
                Row row = new ClassicalTrial(Optional.empty()).measure(picture);
                double peer = picture.peers().best("").orElseThrow().score().psnr();
                assertTrue(row.known().score().psnr() > peer + 0.4, row::toString);
                assertTrue(row.blind().score().psnr() > peer + 0.4, row::toString);
            }
        }
    }

    private static List<String> stages(Plan plan) {
        return plan.steps().stream().map(Plan.Step::stage).toList();
    }

    private static double tone(int row, int column) {
        boolean disc = Math.hypot(row - 60, column - 30) < 22;
        boolean bar = (column > 63 && column < 70) || (row > 12 && row < 16);
        return 60 + 0.5 * row + 0.3 * column + (disc ? 80 : 0) + (bar ? -45 : 0);
    }

    private void manifest(String text) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), text);
    }

    private void write(String name, ToDoubleBiFunction<Integer, Integer> tone) {
        Samples samples = new Samples(new Size(SIDE, SIDE), 1, Depth.BITS_8);
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                samples.put(0, row, column, (float) Math.rint(Math.clamp(tone.applyAsDouble(row, column), 0, 255)));
            }
        }
        PhotoWriter.write(new Scan(samples, Optional.empty(), Metadata.NONE), folder.resolve(name), false);
    }
}
