package dev.tintype.diagnose;

import dev.tintype.damage.Degradation.Blur;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.Dust;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Scratches;
import dev.tintype.damage.Psf;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.signal.Spectrum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a diagnosis rests on, as pictures to look at.
public record DiagnosisPictures(Photo photo, Diagnosis diagnosis) {
    private static final int SIDE = 512; // of the spectrum at most, and of the histogram and the PSF
    private static final int BAR = 2; // pixels of a histogram's bar

    /// By name: `spectrum`, `histogram`, and `psf`, `marks` where there are any.
    public Map<String, Photo> all() {
        Map<String, Photo> all = new LinkedHashMap<>();
        all.put("spectrum", spectrum());
        all.put("histogram", histogram());
        diagnosis.findings().stream()
                .flatMap(finding -> psf(finding).stream())
                .findFirst()
                .ifPresent(psf -> all.put("psf", drawn(psf)));
        List<Plane> marks = diagnosis.findings().stream()
                .flatMap(finding -> marks(finding).stream())
                .toList();
        if (!marks.isEmpty()) {
            all.put("marks", overlay(marks));
        }
        return all;
    }

    private static Optional<Psf> psf(Finding finding) {
        return switch (finding.degradation()) {
            case MotionBlur blur -> Optional.of(blur.psf());
            case Defocus blur -> Optional.of(blur.psf());
            case Blur blur -> Optional.of(blur.psf());
            default -> Optional.empty();
        };
    }

    private static Optional<Plane> marks(Finding finding) {
        return switch (finding.degradation()) {
            case Scratches scratches -> Optional.of(scratches.where().damage());
            case Dust dust -> Optional.of(dust.where().damage());
            default -> Optional.empty();
        };
    }

    /// The PSF in squares large enough to be seen, its largest weight white.
    private static Photo drawn(Psf psf) {
        int scale = Math.max(1, SIDE / Math.max(psf.size().width(), psf.size().height()));
        float most = 1e-9f;
        for (float weight : psf.kernel().toArray()) {
            most = Math.max(most, weight);
        }
        float white = most;
        Size size = new Size(psf.size().width() * scale, psf.size().height() * scale);
        return new Photo(List.of(Plane.of(
                size, (row, column) -> psf.kernel().at(row / scale, column / scale) / white)));
    }

    /// The logarithm of the power of the photo's middle, frequency zero in the middle.
    private Photo spectrum() {
        Size size = new Size(
                Math.min(SIDE, photo.size().width()),
                Math.min(SIDE, photo.size().height()));
        Region middle = new Region(
                (photo.size().height() - size.height()) / 2, (photo.size().width() - size.width()) / 2, size);
        Plane plane = photo.crop(middle).planes().get(photo.grey() ? 0 : 1);
        Spectrum spectrum = Spectrum.of(Plane.of(size, (row, column) ->
                (float) (plane.at(row, column) * window(row, size.height()) * window(column, size.width()))));
        Plane log = Plane.of(size, (row, column) -> {
            int k = Math.floorMod(row - size.height() / 2, size.height());
            int l = Math.floorMod(column - size.width() / 2, size.width());
            return (float) Math.log10(spectrum.power(k, l) + 1e-9);
        });
        float least = Float.MAX_VALUE;
        float most = -Float.MAX_VALUE;
        for (float x : log.toArray()) {
            least = Math.min(least, x);
            most = Math.max(most, x);
        }
        float from = Math.max(least, most - 10);
        float to = most;
        return new Photo(List.of(log.map(x -> Math.clamp((x - from) / Math.max(1e-6f, to - from), 0f, 1f))));
    }

    private static double window(int i, int n) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / n);
    }

    /// How often each of 256 levels is, for each channel; the square root of the count, so that few are seen too.
    private Photo histogram() {
        Size size = new Size(256 * BAR, SIDE / 2);
        return photo.map(plane -> {
            double[] counts = new double[256];
            for (float x : plane.toArray()) {
                counts[Math.round(Math.clamp(x, 0f, 1f) * 255)]++;
            }
            double white = Arrays.stream(counts, 1, 255).max().orElse(1) + 1; // clipped samples would dwarf all
            return Plane.of(
                    size,
                    (row, column) -> Math.sqrt(counts[column / BAR] / white) * size.height() >= size.height() - row
                            ? 0.85f
                            : 0.08f);
        });
    }

    /// The photo, dimmed, with the marks in red.
    private Photo overlay(List<Plane> marks) {
        Plane[] planes = new Plane[3];
        for (int c = 0; c < 3; c++) {
            Plane plane = photo.planes().get(photo.grey() ? 0 : c);
            float paint = c == 0 ? 1 : 0.1f;
            planes[c] = Plane.of(photo.size(), (row, column) -> {
                float cover = 0;
                for (Plane mark : marks) {
                    cover = Math.max(cover, mark.at(row, column));
                }
                return 0.8f * plane.at(row, column) * (1 - cover) + cover * paint;
            });
        }
        return new Photo(List.of(planes));
    }
}
