package dev.tintype.nn.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.ToneNet;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.restore.tone.Unfade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToneDetectorTest {
    private static final Size SIZE = new Size(96, 80);
    private static final Samples NOTHING = new Samples(SIZE, 1, Depth.BITS_8);

    /// What a network that always says "contrast by e^0.3", and how sure it is that a photo has faded, lets be done.
    private static Optional<Unfade> examined(double odds, Samples photo) {
        return examined(odds, photo, NOTHING);
    }

    private static Optional<Unfade> examined(double odds, Samples photo, Samples mask) {
        try (Scope _ = Scope.open()) {
            FreshParameters parameters = new FreshParameters(3, Map.of());
            ToneNet.of(parameters, 4);
            Map<String, Tensor> tensors = new HashMap<>(parameters.tensors());
            float[] bias = {0, 0, 0, 0.3f, 0.3f, 0.3f, 0, 0, 0, 0, (float) odds};
            tensors.put("numbers.bias", Tensor.of(bias, 11));
            ToneNet network = ToneNet.of(new FreshParameters(3, tensors), 4);
            return new ToneDetector(network).examine(photo, mask);
        }
    }

    /// From black to nearly white.
    ///
    /// @param colourful whether every second stripe has half of its red
    private static Samples ramp(boolean colourful) {
        Plane plane = Plane.of(SIZE, (row, column) -> 0.9f * (column + row % 2) / SIZE.width());
        Plane red = Plane.of(SIZE, (row, column) -> plane.at(row, column) * (row / 20 % 2 == 0 ? 1 : 0.5f));
        Samples samples = new Samples(SIZE, 3, Depth.BITS_8);
        samples.put(0, 0, new Photo(List.of(colourful ? red : plane, plane, plane)));
        return samples;
    }

    @Test
    void believesWhatTheNetworkIsSureOf() {
        assertEquals(Math.exp(0.3), examined(5, ramp(true)).orElseThrow().range(), 0.01);
        assertEquals(Math.exp(0.3), examined(5, ramp(false)).orElseThrow().range(), 0.01);
    }

    @Test
    void believesItOfGreyPhotosSooner() {
        assertEquals(Optional.empty(), examined(2, ramp(true)));
        assertEquals(Math.exp(0.3), examined(2, ramp(false)).orElseThrow().range(), 0.01);
    }

    @Test
    void believesItOfPrintsWithMarksSooner() {
        Samples scratch = new Samples(SIZE, 1, Depth.BITS_8);
        for (int row = 0; row < SIZE.height(); row++) {
            scratch.put(0, row, 40, 255);
        }
        assertEquals(Optional.empty(), examined(2, ramp(true), NOTHING));
        assertEquals(
                Math.exp(0.3), examined(2, ramp(true), scratch).orElseThrow().range(), 0.01);
        assertEquals(Optional.empty(), examined(1.5, ramp(true), scratch));
    }

    @Test
    void leavesAloneWhatMayBeSound() {
        assertEquals(Optional.empty(), examined(1, ramp(false)));
    }
}
