package dev.tintype.cli;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Uses the program once, so that the launcher can record which classes it loads.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("tintype");
        run("--help");
        run("--version");
        run("restore", "--help");
        run("weights", "list");
        for (String extension : new String[] {"jpg", "png", "tif"}) {
            Path photo = folder.resolve("photo." + extension);
            PhotoWriter.write(photo(), photo, false);
            run("restore", photo.toString(), "--report");
            run("diagnose", photo.toString());
            Files.deleteIfExists(photo);
            Files.deleteIfExists(folder.resolve("photo-restored." + extension));
            Files.deleteIfExists(folder.resolve("photo-restored.json"));
        }
        Files.deleteIfExists(folder);
        System.exit(0);
    }

    private static void run(String... arguments) {
        Tintype.commandLine().execute(arguments);
    }

    private static Scan photo() {
        Samples samples = new Samples(new Size(64, 64), 3, Depth.BITS_8);
        for (int row = 0; row < 64; row++) {
            for (int column = 0; column < 64; column++) {
                for (int channel = 0; channel < 3; channel++) {
                    samples.put(channel, row, column, row + column + 40f * channel);
                }
            }
        }
        return new Scan(samples, Optional.empty(), Metadata.NONE);
    }
}
