package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CompareDeblurCommandTest extends CommandLineTest {
    private static final Path PHOTO =
            Path.of(System.getProperty("bench.dir", "../../shared/bench"), "classical", "ref", "camera.png");

    @Test
    void writesTablesAPlotAndDetails() throws IOException {
        assumeTrue(Files.exists(PHOTO), PHOTO + " is not there");
        Path out = folder.resolve("out");
        Run run = run("compare-deblur", PHOTO, "--psf", "motion:9:0", "--noise", "0,5", "--side", 200, "-o", out);
        assertEquals(0, run.code(), run::err);
        List<String> lines = Files.readAllLines(out.resolve("comparison.csv"));
        assertEquals(1 + 2 * 2 * DeblurMethod.values().length, lines.size());
        for (String noise : List.of("0", "5")) {
            double inverse = psnr(lines, noise, DeblurMethod.INVERSE, "known");
            double wiener = psnr(lines, noise, DeblurMethod.WIENER, "known");
            assertTrue(wiener > inverse + 10, wiener + " dB is not much more than " + inverse);
            assertTrue(wiener > psnr(lines, noise, DeblurMethod.WIENER_FLAT, "known"));
            assertTrue(psnr(lines, noise, DeblurMethod.HYPER_LAPLACIAN, "blind") > wiener);
        }
        assertTrue(run.out().contains("looks like motion, 9.0"), run::out);
        assertTrue(Files.readString(out.resolve("comparison.md")).contains("| 5 | Wiener, power law |"));
        assertTrue(ImageIO.read(out.resolve("comparison.png").toFile()).getWidth() > 500);
        assertTrue(ImageIO.read(out.resolve("details.png").toFile()).getWidth() > 500);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        Path photo = photo("small.png");
        Run psf = run("compare-deblur", photo, "--psf", "star:3", "-o", folder);
        assertEquals(2, psf.code());
        assertTrue(psf.err().contains("--psf: a PSF is motion:LENGTH:DEGREES"), psf::err);
        Run noise = run("compare-deblur", photo, "--noise=-1", "-o", folder);
        assertEquals(2, noise.code());
        assertTrue(noise.err().contains("--noise may be 0 to 100"), noise::err);
        Run small = run("compare-deblur", photo, "--psf", "motion:30:0", "-o", folder);
        assertEquals(1, small.code());
        assertTrue(small.err().contains("too small for this blur"), small::err);
    }

    private static double psnr(List<String> lines, String noise, DeblurMethod method, String psf) {
        String start = "%s,\"%s\",%s,".formatted(noise, method, psf);
        String line = lines.stream()
                .filter(candidate -> candidate.startsWith(start))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(start.length()).split(",", -1)[0]);
    }
}
