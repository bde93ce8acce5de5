package dev.tintype.train.synthesize;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.util.ArrayList;
import java.util.List;

/// Small drawn photos with edges, ramps and texture.
public final class TestPhotos {
    /// Three of them.
    public static final PhotoLibrary LIBRARY = new PhotoLibrary(photos(), List.of());

    private TestPhotos() {}

    private static List<Samples> photos() {
        List<Samples> photos = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Samples photo = new Samples(new Size(200, 160), 3, Depth.BITS_8);
            for (int c = 0; c < 3; c++) {
                for (int row = 0; row < 160; row++) {
                    for (int column = 0; column < 200; column++) {
                        double ramp = 60 + 0.5 * column + 10 * c;
                        double edge = (row / (10 * i) + column / 17) % 2 == 0 ? 40 : 0;
                        double texture = 8 * Math.sin(row * 0.9 * i) * Math.cos(column * 0.7 + c);
                        photo.put(c, row, column, (int) Math.clamp(ramp + edge + texture, 0, 255));
                    }
                }
            }
            photos.add(photo);
        }
        return photos;
    }
}
