package dev.tintype.train.compare;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/// All of a comparison as one page of HTML that needs no other file and no script.
///
/// @param about what a reader should know of how it was made, such as the machine
record Page(Gallery gallery, List<String> about, List<String> failures) {
    private static final int SIDE = 448; // pixels of a photo's longer side
    private static final int MOST = 24; // photos of an input that are shown

    /// Writes it.
    ///
    /// @param sheets the contact sheet of each input, as JPEG
    void write(Writer out, Map<String, byte[]> sheets) throws IOException {
        out.write("<!doctype html>\n<html lang=en><head><meta charset=utf-8>"
                + "<meta name=viewport content=\"width=device-width, initial-scale=1\"><title>Comparison of "
                + Html.text(names()) + "</title>\n<style>\n" + style() + "</style></head>\n<body><main>\n");
        head(out);
        for (String input : scores().inputs()) {
            section(out, input, Optional.ofNullable(sheets.get(input)));
        }
        plots(out);
        explanation(out);
        failures(out);
        out.write("</main></body></html>\n");
    }

    private Scores scores() {
        return gallery.scores();
    }

    private String names() {
        return gallery.comparison().methods().stream().map(Method::name).collect(Collectors.joining(", "));
    }

    private static String style() throws IOException {
        try (InputStream css = Objects.requireNonNull(Page.class.getResourceAsStream("page.css"))) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void head(Writer out) throws IOException {
        List<String> inputs = scores().inputs();
        long photos = scores().rows().stream().map(Row::photo).distinct().count();
        out.write("<h1>Which restoration comes nearest?</h1>\n<p>%s, tried on %d photo%s of which the truth is known.\n"
                .formatted(Html.text(names()), photos, photos == 1 ? "" : "s"));
        out.write("<ul class=verdict>\n");
        for (String input : inputs) {
            out.write(verdict(input));
        }
        out.write("</ul>\n<nav>");
        for (int i = 0; i < inputs.size(); i++) {
            out.write("<a href=\"#input%d\">%s</a>\n".formatted(i, Html.text(inputs.get(i))));
        }
        out.write("<a href=\"#plots\">plots</a>\n<a href=\"#how\">how it was measured</a></nav>\n");
    }

    private String verdict(String input) {
        Map<String, Map<Measure, Interval>> means = scores().means(input);
        String best = "–";
        double most = Double.NEGATIVE_INFINITY;
        for (Method method : gallery.comparison().methods()) {
            Interval psnr = means.getOrDefault(method.name(), Map.of()).get(Measure.PSNR);
            if (psnr != null && psnr.mean() > most) {
                best = method.name();
                most = psnr.mean();
            }
        }
        Interval before = means.getOrDefault(Gallery.INPUT, Map.of()).get(Measure.PSNR);
        return "<li>%s<b>%s</b>%s%s%s\n"
                .formatted(
                        Html.text(input),
                        Html.text(best),
                        Double.isFinite(most) ? Measure.PSNR.words(most) + " dB" : "",
                        before == null || best.equals(Gallery.INPUT)
                                ? ""
                                : String.format(Locale.ROOT, ", %+.2f dB over the damaged photo", most - before.mean()),
                        gallery.isTold(input, best) ? "; it was told what is lost" : "");
    }

    private void section(Writer out, String input, Optional<byte[]> sheet) throws IOException {
        int number = scores().inputs().indexOf(input);
        List<Pair> pairs = gallery.pairs(input);
        out.write("""
                <h2 id=input%d>%s</h2>
                <p class=faint>Means over the photos; below each the interval that holds it with 95 %% confidence, \
                which the line shows too. The best of those that compare with the truth is set off.
                """.formatted(number, Html.text(input)));
        out.write(new MeansTable(gallery, input).html());
        if (sheet.isPresent()) {
            out.write("""
                    <details class=sheet><summary>All of them side by side</summary>
                    <p><img alt="contact sheet of %s" src="%s"></details>
                    """.formatted(Html.text(input), Html.data("image/jpeg", sheet.get())));
        }
        out.write(
                """
                <p class=faint>Choose a version under a photo, or step with the arrow keys: it changes in place.%s
                <div class=cards>
                """.formatted(pairs.size() > MOST ? " The first %d of %d photos.".formatted(MOST, pairs.size()) : ""));
        for (int i = 0; i < Math.min(MOST, pairs.size()); i++) {
            card(out, pairs.get(i), "v%d-%d".formatted(number, i));
        }
        out.write("</div>\n");
    }

    private static String score(Row row, List<View> views) {
        OptionalDouble psnr = row.number(Measure.PSNR);
        if (psnr.isEmpty()) {
            return "";
        }
        OptionalDouble best = Scores.best(
                Measure.PSNR,
                views.stream()
                        .flatMapToDouble(view ->
                                view.row().stream().flatMapToDouble(other -> other.number(Measure.PSNR).stream())));
        return "<small%s>%s dB</small>"
                .formatted(psnr.equals(best) ? " class=best" : "", Measure.PSNR.words(psnr.getAsDouble()));
    }

    private void card(Writer out, Pair pair, String group) throws IOException {
        List<View> views = gallery.views(pair);
        BufferedImage truth = views.getLast().picture(SIDE);
        out.write("<article class=card><h3>%s</h3><fieldset class=views style=\"--ratio:%d/%d;--shape:%s\">\n"
                .formatted(
                        Html.text(pair.photo()),
                        truth.getWidth(),
                        truth.getHeight(),
                        Html.percent((double) truth.getHeight() / truth.getWidth())));
        for (int i = 0; i < views.size(); i++) {
            View view = views.get(i);
            String score = view.row().map(row -> score(row, views)).orElse("");
            out.write("""
                    <label><input type=radio name=%s%s><span class=tab>%s%s</span>\
                    <img decoding=async alt="%s, %s" src="%s"></label>
                    """.formatted(
                            group,
                            i == 0 ? " checked" : "",
                            Html.text(view.title()),
                            score,
                            Html.text(pair.photo()),
                            Html.text(view.title()),
                            Html.data("image/jpeg", View.jpeg(view.picture(SIDE)))));
        }
        out.write("</fieldset></article>\n");
    }

    private void plots(Writer out) throws IOException {
        out.write("""
                <h2 id=plots>Plots</h2>
                <p class=faint>Means; whiskers are as long as half the 95 % interval to either side.
                <div class=plots>
                """);
        for (Measure measure : scores().measures()) {
            BarPlot plot = new BarPlot(scores(), measure);
            out.write("""
                    <picture><source media="(prefers-color-scheme: dark)" srcset="%s">\
                    <img alt="%s of all methods" src="%s"></picture>
                    """.formatted(
                            Html.data("image/png", png(plot.draw(true))),
                            measure.title(),
                            Html.data("image/png", png(plot.draw(false)))));
        }
        out.write("</div>\n");
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private void explanation(Writer out) throws IOException {
        out.write("<h2 id=how>How it was measured</h2>\n<dl>\n");
        for (Method method : gallery.comparison().methods()) {
            out.write("<dt>%s<dd>%s\n".formatted(Html.text(method.name()), Html.text(method.summary())));
        }
        for (Measure measure : scores().measures()) {
            out.write("<dt>%s<dd>%s\n".formatted(measure.heading(), Html.text(measure.meaning())));
        }
        out.write("<dt>Intervals<dd>" + Html.text(Interval.MEANING) + "\n</dl>\n<ul class=faint>\n");
        for (String line : about) {
            out.write("<li>" + Html.text(line) + "\n");
        }
        out.write("</ul>\n");
    }

    private void failures(Writer out) throws IOException {
        if (!failures.isEmpty()) {
            out.write("<h2>Failed</h2>\n<ul class=failed>\n");
            for (String failure : failures) {
                out.write("<li>" + Html.text(failure) + "\n");
            }
            out.write("</ul>\n");
        }
    }
}
