package dev.tintype.nn.official;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Parameters;
import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/// What one photo costs: CPU seconds of the whole process, best of three, and the largest resident memory so far. Random
/// weights of the released sizes, one thread.
///
/// Arguments: `quality`, `scratch` or `patches`, and the side of the photo in pixels. One case per process, because memory
/// is what the process had at most.
public final class OfficialRestorationCost {
    private OfficialRestorationCost() {}

    public static void main(String[] arguments) throws IOException {
        Torch.threads(1);
        int side = Integer.parseInt(arguments[1]);
        int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        OfficialRestoration restoration = restoration(arguments[0]);
        System.out.printf("%s %d: built, at most %s resident%n", arguments[0], side, resident());
        Size size = new Size(side, side);
        Plane plane = Plane.of(size, (row, column) -> 0.5f + 0.4f * (float) Math.sin(0.03 * row + 0.05 * column));
        Photo photo = new Photo(Collections.nCopies(3, plane));
        Mask mask = new Mask(Plane.of(size, (row, column) -> (row + column) % 100 < 3 ? 1 : 0));
        double best = Double.POSITIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            Duration before = cpu();
            restoration.apply(photo, mask);
            best = Math.min(best, cpu().minus(before).toMillis() / 1000.0);
        }
        System.out.printf("%s %d: %.1f CPU seconds, at most %s resident%n", arguments[0], side, best, resident());
    }

    private static OfficialRestoration restoration(String name) {
        LatentMapping mapping = switch (name) {
            case "quality" -> QualityMapping.of(random());
            case "scratch" -> ScratchMapping.of(random());
            case "patches" -> PatchAttentionMapping.of(random());
            default -> throw new IllegalArgumentException("unknown mapping " + name);
        };
        return new OfficialRestoration(
                Vae.of(random()), mapping, Vae.of(random()), Optional.empty(), 0, Manner.KEEPING);
    }

    private static Parameters random() {
        return new FreshParameters(1, Map.of());
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static String resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.substring(6).strip())
                .findFirst()
                .orElse("?");
    }
}
