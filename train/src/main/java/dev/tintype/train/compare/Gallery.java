package dev.tintype.train.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every version of every photo: as it was damaged, as each method restored it, as it was.
record Gallery(Comparison comparison, Scores scores) {
    /// The name of the method that does nothing.
    static final String INPUT = "input";

    /// The photos of an input of which something was measured.
    List<Pair> pairs(String input) {
        return comparison.pairs().stream()
                .filter(pair -> pair.input().equals(input)
                        && scores.row(input, Method.TRUTH, pair.photo()).isPresent())
                .toList();
    }

    /// Whether a method was told what is lost of the photos of an input, which others had to find.
    boolean isTold(String input, String method) {
        return comparison.methods().stream().anyMatch(one -> one.name().equals(method) && one.masked())
                && pairs(input).stream().anyMatch(pair -> pair.mask().isPresent());
    }

    /// What a sheet has in its columns: methods that failed everywhere have none.
    List<String> titles() {
        List<String> titles = new ArrayList<>(List.of(INPUT));
        comparison.methods().stream()
                .map(Method::name)
                .filter(name -> !name.equals(INPUT) && scores.methods().contains(name))
                .forEach(titles::add);
        titles.add(Method.TRUTH);
        return titles;
    }

    /// All versions of a photo that there are, in the order of the titles.
    List<View> views(Pair pair) {
        List<View> views = new ArrayList<>();
        for (String title : titles()) {
            Optional<Row> row = scores.row(pair.input(), title, pair.photo());
            Path file = switch (title) {
                case INPUT -> pair.damaged();
                case Method.TRUTH -> pair.truth();
                default -> comparison.file(pair, title);
            };
            boolean made = row.isPresent() || title.equals(INPUT);
            if (made && Files.exists(file)) {
                views.add(new View(title, file, row));
            }
        }
        return views;
    }
}
