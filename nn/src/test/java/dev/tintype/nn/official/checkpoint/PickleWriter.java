package dev.tintype.nn.official.checkpoint;

import dev.tintype.nn.torch.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes tensors as `torch.save` does, in both of its forms.
final class PickleWriter {
    private static final String DICTIONARY = "ccollections\nOrderedDict\n)R";
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Tensor> storages = new ArrayList<>();

    private PickleWriter() {}

    /// The old form.
    ///
    /// @param key of the dictionary with the tensors, or empty
    static void writeLegacy(Path file, String key, Map<String, Tensor> tensors) throws IOException {
        Files.createDirectories(file.getParent());
        PickleWriter writer = new PickleWriter();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e"));
            out.write(HexFormat.of().parseHex("80024de9032e"));
            out.write(new PickleWriter()
                    .code("\u0080\u0002}X")
                    .text("little_endian")
                    .code("\u0088s.")
                    .bytes());
            out.write(writer.content(key, tensors));
            PickleWriter keys = new PickleWriter().code("\u0080\u0002](");
            for (int i = 0; i < writer.storages.size(); i++) {
                keys.code("X").text("" + i);
            }
            out.write(keys.code("e.").bytes());
            for (Tensor storage : writer.storages) {
                out.write(ByteBuffer.allocate(8)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(storage.count())
                        .array());
                out.write(numbers(storage));
            }
        }
    }

    /// The new form.
    static void writeZip(Path file, String key, Map<String, Tensor> tensors) throws IOException {
        Files.createDirectories(file.getParent());
        PickleWriter writer = new PickleWriter();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("archive/data.pkl"));
            zip.write(writer.content(key, tensors));
            for (int i = 0; i < writer.storages.size(); i++) {
                zip.putNextEntry(new ZipEntry("archive/data/" + i));
                zip.write(numbers(writer.storages.get(i)));
            }
        }
    }

    private byte[] content(String key, Map<String, Tensor> tensors) {
        code("\u0080\u0002");
        if (!key.isEmpty()) {
            code("}(X").text("epoch").code("K\u0007X").text(key);
        }
        code(DICTIONARY).code("(");
        tensors.forEach((name, tensor) -> code("X").text(name).tensor(tensor));
        code("u}X").text("_metadata").code(DICTIONARY).code("sb");
        return code(key.isEmpty() ? "." : "u.").bytes();
    }

    private void tensor(Tensor tensor) {
        code("ctorch._utils\n_rebuild_tensor_v2\n((X").text("storage").code("ctorch\nFloatStorage\nX");
        text("" + storages.size())
                .code("X")
                .text("cuda:0")
                .number(tensor.count())
                .code("NtQK\u0000(");
        long[] shape = tensor.shape();
        for (long side : shape) {
            number(side);
        }
        code("t(");
        for (int i = 0; i < shape.length; i++) {
            long stride = 1;
            for (int j = i + 1; j < shape.length; j++) {
                stride *= shape[j];
            }
            number(stride);
        }
        code("t\u0089").code(DICTIONARY).code("tR");
        storages.add(tensor);
    }

    private PickleWriter code(String operations) {
        out.writeBytes(operations.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    private PickleWriter text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        out.writeBytes(bytes);
        return this;
    }

    private PickleWriter number(long number) {
        out.writeBytes(ByteBuffer.allocate(5)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'J')
                .putInt((int) number)
                .array());
        return this;
    }

    private byte[] bytes() {
        return out.toByteArray();
    }

    private static byte[] numbers(Tensor tensor) {
        float[] values = tensor.toArray();
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
