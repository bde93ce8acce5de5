package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.restore.tone.Unfade.Curve;

/// The mean colour of a photo at each luminance: of a sepia, toned or yellowed monochrome photo that is all the colour
/// there is. A guess of one curve for each channel would turn it towards green; with [#keep] its hue stays.
public final class Tint {
    private static final int TONES = 32; // classes of luminance
    private static final double MONOCHROME = 0.022;
    private static final double MOST = 0.5; // of a tint that is taken away

    private final Plane luminance;
    private final double[] counts = new double[TONES];
    private final double[][] means = new double[3][TONES]; // of channel − luminance

    private Tint(Photo photo) {
        luminance = photo.luminance();
        for (int row = 0; row < photo.size().height(); row++) {
            for (int column = 0; column < photo.size().width(); column++) {
                float light = luminance.at(row, column);
                int tone = (int) Math.round(place(light));
                counts[tone]++;
                for (int c = 0; c < 3; c++) {
                    means[c][tone] += photo.planes().get(c).at(row, column) - light;
                }
            }
        }
        for (int c = 0; c < 3; c++) {
            for (int tone = 0; tone < TONES; tone++) {
                means[c][tone] /= Math.max(1, counts[tone]);
            }
        }
    }

    /// The tint of a photo of three planes.
    public static Tint of(Photo photo) {
        return new Tint(photo);
    }

    /// Whether colour follows from luminance alone: colours are on average less than 0.022 from their tint.
    static boolean isMonochrome(Photo photo) {
        return photo.grey() || of(photo).scatter(photo) < MONOCHROME;
    }

    /// The mean distance of the colours of a photo from this tint, sample units.
    public double scatter(Photo photo) {
        double sum = 0;
        for (int row = 0; row < photo.size().height(); row++) {
            for (int column = 0; column < photo.size().width(); column++) {
                double square = 0;
                for (int c = 0; c < 3; c++) {
                    double distance = photo.planes().get(c).at(row, column) - at(c, row, column);
                    square += distance * distance;
                }
                sum += Math.sqrt(square);
            }
        }
        return sum / photo.size().area();
    }

    /// The sample that a channel has by its luminance alone.
    double at(int channel, int row, int column) {
        float light = luminance.at(row, column);
        double place = place(light);
        int tone = Math.min(TONES - 2, (int) place);
        double share = place - tone;
        return light + (1 - share) * means[channel][tone] + share * means[channel][tone + 1];
    }

    /// About the same change of tones as a guess, but with one curve for all channels, and of the tint as much taken
    /// away as the guess would take from it, at most half: what is left has its hue, and sepia stays sepia.
    public Unfade keep(Unfade guess) {
        double[] tint = {mean(0), mean(1), mean(2)};
        Curve[] curves = {guess.red(), guess.green(), guess.blue()};
        double black = 0.299 * curves[0].black() + 0.587 * curves[1].black() + 0.114 * curves[2].black();
        double gamma = (curves[0].gamma() + curves[1].gamma() + curves[2].gamma()) / 3;
        double power = 0;
        double along = 0;
        for (int c = 0; c < 3; c++) {
            power += tint[c] * tint[c];
            along += tint[c] * (curves[c].black() - black);
        }
        double taken = power > 0 ? Math.clamp(along / power, 0.0, MOST) : 0;
        for (int c = 0; c < 3; c++) {
            curves[c] = new Curve(black + taken * tint[c], guess.range(), gamma);
        }
        return new Unfade(curves[0], curves[1], curves[2], 1);
    }

    /// How far a channel lies above the luminance, in the mean.
    private double mean(int channel) {
        double sum = 0;
        for (int tone = 0; tone < TONES; tone++) {
            sum += counts[tone] * means[channel][tone];
        }
        return sum / luminance.size().area();
    }

    private static double place(float light) {
        return Math.clamp(light, 0f, 1f) * (TONES - 1);
    }
}
