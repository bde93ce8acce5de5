package dev.tintype.nn.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;

/// Owns the tensors that its thread makes while it is open, and frees them when it closes.
public final class Scope implements AutoCloseable {
    private final PointerScope pointers;

    private Scope() {
        Torch.start();
        pointers = new PointerScope();
    }

    public static Scope open() {
        return new Scope();
    }

    /// Runs `body` in a scope of its own; only its result outlives the call, owned by the caller's scope.
    public static Tensor of(Supplier<Tensor> body) {
        PointerScope outer = PointerScope.getInnerScope();
        try (Scope inner = open()) {
            Tensor result = body.get();
            if (outer == null) {
                detach(inner.pointers, result);
            } else {
                outer.attach(result.raw);
            }
            return result;
        }
    }

    /// Like [#of], but without keeping what [Tensor#backward] would need: for using a network, not training it.
    public static Tensor inference(Supplier<Tensor> body) {
        return of(() -> {
            try (NoGradGuard _ = new NoGradGuard()) {
                return body.get();
            }
        });
    }

    /// Lets a tensor outlive every scope; it lives until [Tensor#close] or the end of the program.
    public static Tensor keep(Tensor tensor) {
        PointerScope scope = PointerScope.getInnerScope();
        if (scope != null) {
            detach(scope, tensor);
        }
        return tensor;
    }

    /// Leaving a scope gives up its reference, so the tensor needs another one first.
    private static void detach(PointerScope scope, Tensor tensor) {
        tensor.raw.retainReference();
        scope.detach(tensor.raw);
    }

    @Override
    public void close() {
        pointers.close();
    }
}
