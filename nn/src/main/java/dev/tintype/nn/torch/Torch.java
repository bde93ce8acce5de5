package dev.tintype.nn.torch;

import java.util.function.Supplier;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// The engine itself: start, threads, device, seed.
public final class Torch {
    private static boolean started;
    private static volatile Device device = Device.CPU;

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

    /// Gives back to the system what freed tensors left; else it is kept for the next ones, which is faster.
    public static void giveBack() {
        start();
        Pointer.trimMemory();
    }

    /// Runs `body` with convolutions and matrix products in bfloat16 (8 bits of mantissa); weights, and what must be
    /// exact, stay in 32 bits. Worth it on processors with AVX-512 BF16 or AMX, on others it is slower.
    ///
    /// Source: P. Micikevicius et al., "Mixed Precision Training", 2018, arXiv:1710.03740.
    public static <T> T mixed(Supplier<T> body) {
        start();
        DeviceType type = device == Device.CUDA ? DeviceType.CUDA : DeviceType.CPU;
        torch.set_autocast_dtype(type, ScalarType.BFloat16);
        torch.set_autocast_cache_enabled(false); // a cached copy of a weight would outlive the step
        torch.set_autocast_enabled(type, true);
        try {
            return body.get();
        } finally {
            torch.set_autocast_enabled(type, false);
        }
    }

    /// Where tensors live and networks run.
    public enum Device {
        CPU,
        CUDA
    }

    /// The best device that is there.
    public static Device best() {
        start();
        return torch.cuda_is_available() ? Device.CUDA : Device.CPU;
    }

    /// Makes all tensors from now on there.
    ///
    /// @throws IllegalArgumentException where it is not there
    public static void use(Device wanted) {
        if (wanted == Device.CUDA && best() != Device.CUDA) {
            throw new IllegalArgumentException("there is no CUDA device, or the engine on the class path was built"
                    + " without CUDA; use --device cpu, or put org.bytedeco:pytorch:linux-x86_64-gpu and the CUDA"
                    + " libraries in its place");
        }
        device = wanted;
    }

    static org.bytedeco.pytorch.Tensor placed(org.bytedeco.pytorch.Tensor tensor) {
        return device == Device.CUDA ? tensor.cuda() : tensor;
    }

    /// Waits until a graphics card has done what it was asked for; a processor has at once.
    public static void await() {
        if (device == Device.CUDA) {
            torch.cuda_synchronize();
        }
    }

    /// Starts the generator behind [Tensor#randn].
    public static void seed(long seed) {
        start();
        torch.manual_seed(seed);
    }
}
