package dev.tintype.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.damage.Degradation.Banding;
import dev.tintype.damage.Degradation.Fading;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Degradation.Speckle;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class DiagnosticianTest {
    private static final Path BENCH =
            Path.of(System.getProperty("bench.dir", "../../shared/bench")).resolve("classical");

    private static Diagnosis diagnose(Photo photo) {
        return Diagnostician.standard().diagnose(photo);
    }

    private static Finding main(Photo photo) {
        return diagnose(photo).main().orElseThrow();
    }

    @Test
    void findsNothingInASoundPhoto() {
        assertEquals(List.of(), diagnose(Scene.sound()).findings());
        Photo grey = new Photo(Scene.sound().planes().subList(0, 1));
        assertEquals(List.of(), diagnose(grey).findings());
        assertEquals(Diagnosis.Toning.GREY, diagnose(grey).toning());
    }

    @Test
    void tellsWhiteNoiseByHowItGrowsWithTheLight() {
        for (double sigma : new double[] {5, 10, 25, 40}) {
            Finding finding = main(Scene.noisy(Scene.sound(), _ -> sigma / 255, 1));
            assertEquals(Kind.GAUSSIAN_NOISE, finding.kind());
            double found = ((GaussianNoise) finding.degradation()).sigma() * 255;
            assertEquals(sigma, found, 0.1 * sigma, finding.sentence());
        }
        Finding shot = main(Scene.noisy(Scene.sound(), x -> Math.sqrt(x / 50), 2));
        assertEquals(50, ((Poisson) shot.degradation()).peak(), 10);
        Finding speckle = main(Scene.noisy(Scene.sound(), x -> 0.15 * x, 3));
        assertEquals(0.15, ((Speckle) speckle.degradation()).sigma(), 0.02);
    }

    @Test
    void countsSaltAndPepper() {
        Random random = new Random(5);
        Photo peppered = Scene.sound()
                .map(plane -> plane.map(x -> random.nextDouble() > 0.05 ? x : random.nextInt(4) == 0 ? 0 : 1));
        SaltAndPepper found = (SaltAndPepper) main(peppered).degradation();
        assertEquals(0.05, found.share(), 0.008);
        assertEquals(0.75, found.salt(), 0.06);
    }

    @Test
    void measuresAWave() {
        Periodic found = (Periodic) main(waved(6.4, 25, 0.06)).degradation();
        assertEquals(6.4, found.period(), 0.1);
        assertEquals(25, found.degrees(), 2);
        assertEquals(0.06, found.amplitude(), 0.01);
    }

    @Test
    void takesAFastWaveNotForNoise() {
        Photo waved = waved(2.7, 34, 0.07);
        assertEquals(Kind.PERIODIC, main(waved).kind());
        assertEquals(Optional.empty(), diagnose(waved).of(Kind.GAUSSIAN_NOISE));
        Diagnosis both = diagnose(Scene.noisy(waved, _ -> 12 / 255.0, 4));
        assertTrue(both.of(Kind.PERIODIC).isPresent());
        double sigma =
                ((GaussianNoise) both.of(Kind.GAUSSIAN_NOISE).orElseThrow().degradation()).sigma();
        assertEquals(12, 255 * sigma, 1.2);
    }

    @Test
    void takesAWaveUponBandsForAWave() {
        double[] offsets = new Random(8)
                .doubles(Scene.SIZE.width())
                .map(x -> 0.03 * (x - 0.5))
                .toArray();
        for (double period : new double[] {9, 13}) {
            Photo banded = waved(period, 0, 0.06)
                    .map(plane ->
                            Plane.of(plane.size(), (row, column) -> (float) (plane.at(row, column) + offsets[column])));
            assertEquals(Kind.PERIODIC, main(Scene.rounded(banded)).kind());
        }
    }

    private static Photo waved(double period, double degrees, double amplitude) {
        double turn = Math.toRadians(degrees);
        return Scene.rounded(Scene.sound()
                .map(plane -> Plane.of(plane.size(), (row, column) -> (float) (plane.at(row, column)
                        + amplitude
                                * Math.cos(2 * Math.PI * (column * Math.cos(turn) - row * Math.sin(turn)) / period)))));
    }

    @Test
    void measuresBands() {
        Random random = new Random(8);
        double[] offsets = random.doubles(Scene.SIZE.height()).map(x -> x - 0.5).toArray();
        double sigma = 0.06 / Math.sqrt(12);
        Photo banded = Scene.rounded(Scene.sound()
                .map(plane -> Plane.of(
                        plane.size(), (row, column) -> (float) (plane.at(row, column) + 0.06 * offsets[row]))));
        Banding found = (Banding) main(banded).degradation();
        assertTrue(found.rows());
        assertEquals(sigma, found.sigma(), 0.2 * sigma);
    }

    @Test
    void findsScratchesWhereTheyAre() {
        Photo scratched = Scene.sound()
                .map(plane -> Plane.of(
                        plane.size(),
                        (row, column) -> column / 2 == 20 + row / 40 || column / 2 == 75 || column / 2 == 120 - row / 60
                                ? 0.97f
                                : plane.at(row, column)));
        Finding finding = diagnose(scratched).of(Kind.SCRATCHES).orElseThrow();
        Plane where = ((Scratches) finding.degradation()).where().damage();
        assertEquals(1, where.at(200, 150));
        assertEquals(0, where.at(200, 170));
    }

    @Test
    void findsFadingAndLowContrast() {
        Photo dull = Scene.rounded(Scene.sound().map(plane -> plane.map(x -> 0.3f + 0.35f * x)));
        Finding finding = main(dull);
        assertEquals(Kind.LOW_CONTRAST, finding.kind());
        assertEquals(0.39, ((Fading) finding.degradation()).lo(), 0.03);
        float[] cast = {0.08f, 0, -0.1f};
        List<Plane> planes = dull.planes();
        Photo faded = Scene.rounded(new Photo(List.of(
                planes.get(0).map(x -> x + cast[0]),
                planes.get(1),
                planes.get(2).map(x -> x + cast[2]))));
        assertEquals(Kind.FADING, main(faded).kind());
    }

    @Test
    void survivesTheSmallestPhotos() {
        for (Size size : List.of(new Size(1, 1), new Size(3, 200), new Size(20, 17), new Size(33, 40))) {
            Plane plane = Plane.of(size, (row, column) -> (row * 7 + column * 3) % 10 / 10f);
            for (Photo photo : List.of(new Photo(List.of(plane)), new Photo(List.of(plane, plane, plane)))) {
                Diagnosis diagnosis = diagnose(photo);
                assertTrue(diagnosis.findings().size() <= diagnosis.weighed().size());
            }
        }
    }

    @Test
    void saysTheSameTwice() {
        Photo photo = Scene.noisy(Scene.sound(), _ -> 0.05, 1);
        assertEquals(
                diagnose(photo).weighed().stream().map(Finding::sentence).toList(),
                diagnose(photo).weighed().stream().map(Finding::sentence).toList());
    }

    @Test
    void isRightAboutTheBenchPictures() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(BENCH), () -> BENCH + " is missing");
        Map<String, Kind> kinds = Map.of(
                "gauss", Kind.GAUSSIAN_NOISE,
                "sp0", Kind.SALT_AND_PEPPER,
                "sp2", Kind.SALT_AND_PEPPER,
                "poisson", Kind.POISSON,
                "speckle", Kind.SPECKLE,
                "grain", Kind.GRAIN,
                "periodic", Kind.PERIODIC,
                "jpeg", Kind.COMPRESSION);
        try (var files = Files.list(BENCH)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList()) {
                String damage = file.getFileName().toString().replaceFirst("^[^_]*__", "");
                Optional<Kind> kind = kinds.entrySet().stream()
                        .filter(entry -> damage.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
                if (kind.isPresent()) {
                    Diagnosis diagnosis =
                            diagnose(PhotoReader.read(file).samples().photo());
                    assertEquals(kind, diagnosis.main().map(Finding::kind), () -> file + " " + diagnosis.weighed());
                }
            }
        }
    }
}
