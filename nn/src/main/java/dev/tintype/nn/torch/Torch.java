package dev.tintype.nn.torch;

import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

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

    /// Starts the generator behind [Tensor#randn].
    public static void seed(long seed) {
        start();
        torch.manual_seed(seed);
    }
}
