package dev.tintype.nn.torch;

import dev.tintype.nn.UnusableWeightsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.StringIValueMap;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/// A network that others exported as TorchScript, used as it is. It is a program: open only what you trust.
public final class Script {
    private final Path file;
    private final JitModule module;

    private Script(Path file, JitModule module) {
        this.file = file;
        this.module = module;
    }

    /// Reads one.
    ///
    /// @throws UnusableWeightsException where the file is missing or no TorchScript
    public static Script open(Path file) {
        Torch.start();
        if (!Files.isRegularFile(file)) {
            throw new UnusableWeightsException("there is no file %s".formatted(file));
        }
        try (BytePointer name = new BytePointer(file.toString())) {
            JitModule module = torch.load(name);
            module.eval();
            return new Script(file, module);
        } catch (RuntimeException e) {
            throw new UnusableWeightsException(
                    "%s is no TorchScript that can be read: %s".formatted(file, firstLine(e)));
        }
    }

    /// Runs it.
    ///
    /// @param x what it looks at
    /// @param whole whether it wants whole numbers of 8 bits and not floats
    /// @param flags arguments that it knows by these names
    /// @throws UnusableWeightsException where it does not know them, or fails
    public Tensor forward(Tensor x, boolean whole, Map<String, Boolean> flags) {
        IValueVector arguments = new IValueVector();
        arguments.push_back(new IValue(whole ? x.raw.toType(ScalarType.Byte) : x.raw));
        StringIValueMap named = new StringIValueMap();
        flags.forEach((flag, value) -> named.put(new BytePointer(flag), new IValue(value)));
        try {
            return new Tensor(module.forward(arguments, named).toTensor().clone()); // the value dies with its scope
        } catch (RuntimeException e) {
            throw new UnusableWeightsException("%s cannot be used: %s".formatted(file, firstLine(e)));
        }
    }

    private static String firstLine(RuntimeException e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
