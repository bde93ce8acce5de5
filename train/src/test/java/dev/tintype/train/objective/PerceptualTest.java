package dev.tintype.train.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.Weights;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerceptualTest {
    private static Map<String, Tensor> tensors() {
        FreshParameters parameters = new FreshParameters(1, Map.of());
        Perceptual.of(parameters);
        return new LinkedHashMap<>(parameters.tensors());
    }

    @Test
    void takesWhatItNeedsOfAWholeVgg() {
        try (Scope _ = Scope.open()) {
            Map<String, Tensor> all = tensors();
            all.put("features.30.weight", Tensor.zeros(1));
            all.put("classifier.0.weight", Tensor.zeros(1));
            Perceptual perceptual = Perceptual.of(new Weights("vgg", all, Map.of()));
            Tensor photo = Tensor.randn(1, 3, 32, 32);
            assertEquals(0, perceptual.loss(photo, photo).item());
            assertTrue(perceptual.loss(photo, photo.plus(0.5)).item() > 0);
        }
    }

    @Test
    void namesWhatIsMissing() {
        try (Scope _ = Scope.open()) {
            Map<String, Tensor> some = tensors();
            some.remove("features.28.bias");
            String message = assertThrows(
                            UnusableWeightsException.class, () -> Perceptual.of(new Weights("vgg", some, Map.of())))
                    .getMessage();
            assertTrue(message.contains("features.28.bias"), message);
        }
    }
}
