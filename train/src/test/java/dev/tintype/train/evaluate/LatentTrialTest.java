package dev.tintype.train.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.train.evaluate.LatentTrial.Distances;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.PhotoLibrary;
import dev.tintype.train.synthesize.TestPhotos;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatentTrialTest {
    private static final Encoder ENCODER = Encoder.of(new FreshParameters(1, Map.of()), new Widths(8, 8, 8, 6));

    private static Distances measure(PhotoLibrary old) {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCENE);
        return new LatentTrial(ENCODER, ageing, old, 16, 32).measure();
    }

    /// The test photos, darker.
    private static PhotoLibrary darker(float share) {
        List<Samples> photos = TestPhotos.LIBRARY.photos().stream()
                .map(samples -> {
                    Photo dark = samples.photo().map(plane -> plane.map(x -> share * x));
                    Samples result = new Samples(samples.size(), 3, Depth.BITS_8);
                    result.put(0, 0, dark);
                    return result;
                })
                .toList();
        return new PhotoLibrary(photos, List.of());
    }

    @Test
    void photosThatDifferMoreAreFartherAway() {
        Distances same = measure(TestPhotos.LIBRARY);
        Distances dark = measure(darker(0.3f));
        Distances black = measure(darker(0));
        assertTrue(same.realToAged() < dark.realToAged(), same + " " + dark);
        assertTrue(dark.realToAged() < black.realToAged(), dark + " " + black);
        assertEquals(same.chance(), black.chance(), "the aged photos are the same");
        assertTrue(same.chance() < dark.realToAged(), same + " " + dark);
        assertTrue(same.spread() > 0 && same.agedToSound() > 0, same::toString);
    }

    @Test
    void measuresTheSameTwice() {
        assertEquals(measure(TestPhotos.LIBRARY), measure(TestPhotos.LIBRARY));
    }
}
