package dev.tintype.train.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What other programs made of damaged pictures, each method with the parameters that suited the picture best: a table
/// in a CSV whose lines begin `file,method,PSNR,SSIM`.
public record Peers(List<Peer> all) {
    private static final String INPUT = "input"; // what nothing was done to
    private static final int FIELDS = 5; // the rest of a line may hold commas

    public Peers {
        all = List.copyOf(all);
    }

    /// What one method made of one picture.
    public record Peer(String file, String method, Evaluation.Score score) {}

    /// Nobody's, where there is no such file.
    ///
    /// @throws IllegalArgumentException where a line is no such line
    public static Peers read(Path csv) throws IOException {
        if (!Files.exists(csv)) {
            return new Peers(List.of());
        }
        return new Peers(Files.readAllLines(csv).stream()
                .skip(1)
                .map(line -> peer(csv, line))
                .filter(peer -> !peer.method().equals(INPUT))
                .toList());
    }

    private static Peer peer(Path csv, String line) {
        String[] fields = line.split(",", FIELDS);
        try {
            Evaluation.Score score = new Evaluation.Score(Double.parseDouble(fields[2]), Double.parseDouble(fields[3]));
            return new Peer(fields[0], fields[1], score);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "%s has a line that names no file, method, PSNR and SSIM: %s".formatted(csv.getFileName(), line),
                    e);
        }
    }

    /// Those of one file.
    public Peers of(String file) {
        return new Peers(all.stream().filter(peer -> peer.file().equals(file)).toList());
    }

    /// The best by PSNR among the methods whose names begin so, if anybody tried.
    public Optional<Peer> best(String method) {
        return all.stream()
                .filter(peer -> peer.method().startsWith(method))
                .max(Comparator.comparingDouble(peer -> peer.score().psnr()));
    }
}
