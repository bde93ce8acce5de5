package dev.tintype.cli;

import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Scores as tables.
record DeblurTable(List<DeblurScore> scores) {
    DeblurTable {
        scores = List.copyOf(scores);
    }

    /// A line for each noise and method: PSNR and SSIM with the known and with the estimated PSF, and the seconds.
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("| noise | method | known PSF: PSNR dB | SSIM | blind: PSNR dB | SSIM | seconds |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (DeblurScore known : scores) {
            scores.stream()
                    .filter(other -> other.blind()
                            && !known.blind()
                            && other.noise() == known.noise()
                            && other.method() == known.method())
                    .forEach(blind -> text.append(String.format(
                            Locale.ROOT,
                            "| %s | %s | %.2f | %.3f | %.2f | %.3f | %.2f |\n",
                            number(known.noise()),
                            known.method(),
                            known.quality().psnr(),
                            known.quality().ssim(),
                            blind.quality().psnr(),
                            blind.quality().ssim(),
                            known.seconds())));
        }
        return text.toString();
    }

    void writeMarkdown(Path file) throws IOException {
        write(file, markdown());
    }

    void writeCsv(Path file) throws IOException {
        StringBuilder text = new StringBuilder("noise,method,psf,psnr_db,ssim,seconds\n");
        for (DeblurScore score : scores) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s,\"%s\",%s,%.3f,%.4f,%.3f\n",
                    number(score.noise()),
                    score.method(),
                    score.blind() ? "blind" : "known",
                    score.quality().psnr(),
                    score.quality().ssim(),
                    score.seconds()));
        }
        write(file, text.toString());
    }

    /// A number without needless zeros.
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static void write(Path file, String text) throws IOException {
        AtomicFile.write(file, true, out -> Files.writeString(out, text));
    }
}
