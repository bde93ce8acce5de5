package dev.tintype.train.compare;

import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// What is left of a comparison: `scores.md`, `scores.csv`, `means.csv`, `scores.json`, a bar plot of each measure in
/// `plots`, contact sheets in `sheets`, and `index.html`, which shows all of it. What is there already is replaced.
///
/// @param about what a reader should know of how it was made, such as the machine
/// @param failures what failed, in words
public record Report(Comparison comparison, Scores scores, List<String> about, List<String> failures) {
    private static final int ROWS = 20; // photos on a sheet

    public Report {
        about = List.copyOf(about);
        failures = List.copyOf(failures);
    }

    /// The means with their intervals, as Markdown.
    public String means() {
        return new ScoreTables(new Gallery(comparison, scores), failures).means();
    }

    /// Writes all of it.
    public void write(Path folder) throws IOException {
        ScoreTables tables = new ScoreTables(new Gallery(comparison, scores), failures);
        text(folder.resolve("scores.md"), tables.markdown());
        text(folder.resolve("scores.csv"), tables.csv());
        text(folder.resolve("means.csv"), tables.meansCsv());
        text(folder.resolve("scores.json"), tables.json());
        Path plots = Files.createDirectories(folder.resolve("plots"));
        for (Measure measure : scores.measures()) {
            AtomicFile.write(
                    plots.resolve(measure.key() + ".png"),
                    true,
                    out -> ImageIO.write(new BarPlot(scores, measure).draw(false), "png", out.toFile()));
        }
        Gallery gallery = new Gallery(comparison, scores);
        Map<String, byte[]> sheets = sheets(gallery, Files.createDirectories(folder.resolve("sheets")));
        AtomicFile.write(folder.resolve("index.html"), true, out -> {
            try (Writer page = Files.newBufferedWriter(out)) {
                new Page(gallery, about, failures).write(page, sheets);
            }
        });
    }

    /// Writes the sheets of all inputs.
    ///
    /// @return the first of each input as JPEG
    private Map<String, byte[]> sheets(Gallery gallery, Path folder) throws IOException {
        Map<String, byte[]> first = new LinkedHashMap<>();
        for (String input : scores.inputs()) {
            List<Pair> pairs = gallery.pairs(input);
            for (int from = 0; from < pairs.size(); from += ROWS) {
                String number = pairs.size() > ROWS ? "-" + (from / ROWS + 1) : "";
                Path file = folder.resolve(input + number + ".png");
                new ContactSheet(gallery).write(file, pairs.subList(from, Math.min(from + ROWS, pairs.size())));
                if (from == 0) {
                    first.put(input, View.jpeg(ImageIO.read(file.toFile())));
                }
            }
        }
        return first;
    }

    private static void text(Path file, String text) throws IOException {
        AtomicFile.write(file, true, out -> Files.writeString(out, text));
    }
}
