package dev.tintype.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.Parameters.Start;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static Weights weights() {
        return new Weights("w", Map.of("a.weight", Tensor.zeros(2, 3), "a.bias", Tensor.zeros(2)), Map.of());
    }

    private static String refusal(Weights.Builder<?> builder) {
        return assertThrows(UnusableWeightsException.class, () -> weights().build(builder))
                .getMessage();
    }

    @Test
    void handsEveryTensorToTheNetwork() {
        try (Scope _ = Scope.open()) {
            long count = weights()
                    .build(p -> p.tensor("a.weight", Start.HE, 2, 3).count()
                            + p.at("a").tensor("bias", Start.ZERO, 2).count());
            assertEquals(8, count);
        }
    }

    @Test
    void refusesByName() {
        try (Scope _ = Scope.open()) {
            assertTrue(refusal(p -> p.tensor("b.weight", Start.HE, 1)).contains("b.weight is missing"));
            assertTrue(refusal(p -> p.tensor("a.bias", Start.HE, 3)).contains("a.bias has shape [2], needed is [3]"));
            assertTrue(refusal(p -> p.tensor("a.bias", Start.HE, 2)).contains("unknown tensors [a.weight]"));
        }
    }

    @Test
    void saysWhichFileIsNotThere() {
        String message = assertThrows(
                        UnusableWeightsException.class, () -> Weights.read(Path.of("nowhere.safetensors")))
                .getMessage();
        assertEquals("weights nowhere.safetensors are not there", message);
    }
}
