package dev.tintype.restore.deblur;

import dev.tintype.damage.Psf;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.signal.Spectrum;
import java.util.Arrays;

/// A photo within a frame of what may lie around it, so that a Fourier transform, for which the right border
/// touches the left, finds no edge there. *Blend*: the photo is reflected at its borders, and the reflection at one
/// border fades into that at the opposite one, `½ (1 + cos πt)`.
///
/// @param inner the photo's size
/// @param outer with the frame: at least twice the PSF or 32 pixels more, a width that is even, a size that is fast
record Frame(Size inner, Size outer) {
    private static final int LEAST = 32; // pixels between opposite borders

    static Frame of(Size photo, Psf psf) {
        int more = Math.max(LEAST, 2 * Math.max(psf.size().width(), psf.size().height()));
        int width = 2 * Spectrum.fast((photo.width() + more + 1) / 2);
        return new Frame(photo, new Size(width, Spectrum.fast(photo.height() + more)));
    }

    /// Where the photo is inside the frame.
    Region place() {
        return new Region((outer.height() - inner.height()) / 2, (outer.width() - inner.width()) / 2, inner);
    }

    /// The plane in its frame, blended.
    float[] blend(Plane plane) {
        Line[] rows = lines(inner.height(), outer.height(), place().row());
        Line[] columns = lines(inner.width(), outer.width(), place().column());
        float[] result = new float[outer.area()];
        for (int row = 0, i = 0; row < outer.height(); row++) {
            Line down = rows[row];
            for (int column = 0; column < outer.width(); column++, i++) {
                Line across = columns[column];
                float above = across.mix(plane.at(down.first, across.first), plane.at(down.first, across.second));
                float below = across.mix(plane.at(down.second, across.first), plane.at(down.second, across.second));
                result[i] = down.mix(above, below);
            }
        }
        return result;
    }

    /// Puts what is known, the photo, back into an estimate of the whole.
    void restore(float[] known, float[] estimate) {
        Region place = place();
        for (int row = 0; row < inner.height(); row++) {
            int start = (place.row() + row) * outer.width() + place.column();
            System.arraycopy(known, start, estimate, start, inner.width());
        }
    }

    /// Makes all that is around the photo 0.
    void clear(float[] framed) {
        Region place = place();
        int width = outer.width();
        int right = place.column() + inner.width();
        for (int row = 0; row < outer.height(); row++) {
            boolean inside = row >= place.row() && row < place.row() + inner.height();
            Arrays.fill(framed, row * width, row * width + (inside ? place.column() : width), 0);
            Arrays.fill(framed, row * width + (inside ? right : width), (row + 1) * width, 0);
        }
    }

    /// The sum of the squares of what is in the photo's place.
    double energy(float[] framed) {
        Region place = place();
        double sum = 0;
        for (int row = 0; row < inner.height(); row++) {
            int start = (place.row() + row) * outer.width() + place.column();
            double ofRow = 0;
            for (int i = start; i < start + inner.width(); i++) {
                ofRow += (double) framed[i] * framed[i];
            }
            sum += ofRow;
        }
        return sum;
    }

    /// The photo without its frame.
    Plane crop(float[] framed) {
        return Plane.copyOf(outer, framed, 0).crop(place());
    }

    private static Line[] lines(int inner, int outer, int offset) {
        Line[] lines = new Line[outer];
        int gap = outer - inner;
        for (int i = 0; i < outer; i++) {
            int place = i - offset;
            if (place >= 0 && place < inner) {
                lines[i] = new Line(place, place, 1);
            } else {
                int beyond = place < 0 ? place + gap : place - inner;
                double weight = 0.5 * (1 + Math.cos(Math.PI * (beyond + 0.5) / gap));
                lines[i] = new Line(reflected(inner + beyond, inner), reflected(beyond - gap, inner), (float) weight);
            }
        }
        return lines;
    }

    private static int reflected(int place, int length) {
        int inPeriod = Math.floorMod(place, 2 * length);
        return Math.min(inPeriod, 2 * length - 1 - inPeriod);
    }

    /// A row or column of the frame: a mixture of two of the photo.
    ///
    /// @param weight of the first
    private record Line(int first, int second, float weight) {
        float mix(float a, float b) {
            return weight * a + (1 - weight) * b;
        }
    }
}
