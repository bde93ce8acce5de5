package dev.tintype.nn.official;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.torch.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Where the outputs of the released code lie, which are too large for the repository.
public final class ParityFolder {
    private static final Path FOLDER = Path.of(System.getProperty("parity.dir", "../../shared/parity"));

    private ParityFolder() {}

    /// The folder, or a skipped test.
    public static Path require() {
        Assumptions.assumeTrue(
                Files.isDirectory(FOLDER), "no folder " + FOLDER + " with parity cases; name one by -Dparity.dir");
        return FOLDER;
    }

    /// Fails where the largest difference is more than `tolerance` of the largest expected number.
    public static void assertClose(String what, Tensor expected, Tensor actual, double tolerance) {
        assertArrayEquals(expected.shape(), actual.shape(), what);
        float[] wanted = expected.toArray();
        float[] found = actual.toArray();
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < wanted.length; i++) {
            largest = Math.max(largest, Math.abs(wanted[i]));
            difference = Math.max(difference, Math.abs((double) wanted[i] - found[i]));
        }
        double relative = difference / largest;
        assertTrue(relative <= tolerance, "%s differs by %.2e of %.1e".formatted(what, relative, tolerance));
    }
}
