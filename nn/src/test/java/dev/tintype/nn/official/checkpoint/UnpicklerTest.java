package dev.tintype.nn.official.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpicklerTest {
    @Test
    void readsPlainValues() {
        assertEquals(
                List.of(7L, 258L, -1L, true, 1.5, "ok", List.of(3L)),
                read("\u0080\u0002](K\u0007M\u0002\u0001J\u00ff\u00ff\u00ff\u00ff\u0088"
                        + "G?\u00f8\u0000\u0000\u0000\u0000\u0000\u0000X\u0002\u0000\u0000\u0000okK\u0003\u0085e."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cos\nsystem\n(X\u0004\u0000\u0000\u0000TOUCtR.",
                "cposix\nsystem\n(X\u0004\u0000\u0000\u0000TOUCtR.",
                "cbuiltins\neval\n(X\u0003\u0000\u0000\u00001+1tR.",
                "c__builtin__\nexec\n(X\u0003\u0000\u0000\u00001+1tR.",
                "csubprocess\nPopen\n(X\u0003\u0000\u0000\u00001+1tR.",
                "ctorch\nload\n(X\u0003\u0000\u0000\u00001+1tR.",
                "ctorch.serialization\nStorage\n(X\u0003\u0000\u0000\u00001+1tR.",
                "cjava.lang.Runtime\nexec\n(X\u0003\u0000\u0000\u00001+1tR.",
                "X\u0002\u0000\u0000\u0000osX\u0006\u0000\u0000\u0000system\u0093)R.",
                "(X\u0003\u0000\u0000\u00001+1ios\nsystem\n.",
                "(cos\nsystem\nX\u0003\u0000\u0000\u00001+1o.",
                "ccollections\nOrderedDict\n)\u0081.",
                "\u0082\u0001.",
                "X\u0002\u0000\u0000\u0000idQ.",
                "K\u0001)R.",
                "ctorch\nFloatStorage\n)R.",
                "}]K\u0001s.",
                "e.",
                "R.",
                "h\u0005.",
                ".",
                ""
            })
    void refusesWhatIsNoTensorFile(String pickle) {
        assertThrows(RefusedPickleException.class, () -> read("\u0080\u0002" + pickle));
    }

    @Test
    void namesWhatItRefuses() {
        Exception refusal = assertThrows(RefusedPickleException.class, () -> read("cos\nsystem\n)R."));
        assertTrue(String.valueOf(refusal.getMessage()).contains("os.system"));
    }

    @Test
    void executesNothing(@TempDir Path folder) {
        Path trace = folder.resolve("trace");
        String command = "touch " + trace;
        assertThrows(
                RefusedPickleException.class,
                () -> read("cos\nsystem\n(U" + (char) command.length() + command + "tR."));
        assertFalse(Files.exists(trace));
    }

    @Test
    void readsOverNumbersOfOtherLibraries() {
        assertEquals(List.of(Unpickler.Nothing.NONE), read("](cnumpy.core.multiarray\nscalar\n(K\u0001tRe."));
    }

    @Test
    void survivesAListThatHoldsItself() {
        assertEquals(1, ((List<?>) read("]q\u0001h\u0001a.")).size());
    }

    private static Object read(String pickle) {
        return Unpickler.read(ByteBuffer.wrap(pickle.getBytes(StandardCharsets.ISO_8859_1)), new Globals());
    }
}
