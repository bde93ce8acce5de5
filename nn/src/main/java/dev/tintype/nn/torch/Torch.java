package dev.tintype.nn.torch;

import java.util.function.Supplier;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The engine itself: start, threads, seed.
public final class Torch {
    private static boolean started;

    private Torch() {}

    /// Prepares the binding once, before its first class is used.
    static synchronized void start() {
        if (!started) {
            // Else JavaCPP calls a resident set of four times the Java heap "out of memory".
            System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
            started = true;
        }
    }

    /// How many threads one operation may use.
    public static void threads(int count) {
        start();
        torch.set_num_threads(count);
        openblas.blas_set_num_threads(count);
    }

    /// Runs `body` with convolutions and matrix products in bfloat16 (8 bits of mantissa); weights, and what must be
    /// exact, stay in 32 bits. Worth it on processors with AVX-512 BF16 or AMX, on others it is slower.
    ///
    /// Source: P. Micikevicius et al., "Mixed Precision Training", 2018, arXiv:1710.03740.
    public static <T> T mixed(Supplier<T> body) {
        start();
        torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
        torch.set_autocast_cache_enabled(false); // a cached copy of a weight would outlive the step
        torch.set_autocast_enabled(DeviceType.CPU, true);
        try {
            return body.get();
        } finally {
            torch.set_autocast_enabled(DeviceType.CPU, false);
        }
    }

    /// Starts the generator behind [Tensor#randn].
    public static void seed(long seed) {
        start();
        torch.manual_seed(seed);
    }
}
