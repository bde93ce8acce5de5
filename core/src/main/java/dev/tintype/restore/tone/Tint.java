package dev.tintype.restore.tone;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;

/// The mean colour of a photo at each luminance: of a sepia, toned or yellowed monochrome photo that is all the colour
/// there is.
final class Tint {
    private static final int TONES = 32; // classes of luminance
    private static final double MONOCHROME = 0.022;

    private final Plane luminance;
    private final double[][] means = new double[3][TONES]; // of channel − luminance

    private Tint(Photo photo) {
        luminance = Colours.luminance(photo);
        double[] counts = new double[TONES];
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
    static Tint of(Photo photo) {
        return new Tint(photo);
    }

    /// Whether colour follows from luminance alone: colours are on average less than 0.022 from their tint.
    static boolean isMonochrome(Photo photo) {
        return photo.grey() || of(photo).scatter(photo) < MONOCHROME;
    }

    /// The mean distance of the colours of a photo from this tint, sample units.
    double scatter(Photo photo) {
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

    private static double place(float light) {
        return Math.clamp(light, 0f, 1f) * (TONES - 1);
    }
}
