package dev.tintype.nn.torch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The safetensors format: a JSON header with names, types, shapes and places, then the numbers. It can hold no code.
///
/// Reads 32 and 16 bit floats and 64 bit integers; all become 32 bit floats in memory.
/// Source: Hugging Face, "Safetensors", https://huggingface.co/docs/safetensors.
public record SafeTensors(Map<String, Tensor> tensors, Map<String, String> metadata) {
    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern ENTRY = Pattern.compile(
            STRING + ":\\{\"dtype\":\"(\\w+)\",\"shape\":\\[([\\d,]*)],\"data_offsets\":\\[(\\d+),(\\d+)]}");
    private static final Pattern METADATA = Pattern.compile("\"__metadata__\":\\{((?:[^\"}]|" + STRING + ")*)}");
    private static final Pattern PAIR = Pattern.compile(STRING + ":" + STRING);

    /// Reads a file. The tensors belong to the open scope.
    ///
    /// @throws IOException where the file is not of this format, says more than it holds, or has another type
    public static SafeTensors read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            if (in.size() < 8) {
                throw new IOException("too short for safetensors");
            }
            ByteBuffer all = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()).order(ByteOrder.LITTLE_ENDIAN);
            long length = all.getLong(0);
            if (length < 2 || length > in.size() - 8) {
                throw new IOException("no safetensors header");
            }
            byte[] json = new byte[(int) length];
            all.get(8, json);
            return parse(compact(new String(json, StandardCharsets.UTF_8)), all, 8 + (int) length);
        }
    }

    private static SafeTensors parse(String header, ByteBuffer all, int start) throws IOException {
        Map<String, String> metadata = new LinkedHashMap<>();
        Matcher block = METADATA.matcher(header);
        String rest = header;
        if (block.find()) {
            rest = header.substring(0, block.start()) + header.substring(block.end());
            Matcher pair = PAIR.matcher(block.group(1));
            while (pair.find()) {
                metadata.put(unescaped(pair.group(1)), unescaped(pair.group(2)));
            }
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(rest);
        while (entry.find()) {
            tensors.put(unescaped(entry.group(1)), tensor(entry, all, start));
        }
        return new SafeTensors(tensors, metadata);
    }

    private static Tensor tensor(Matcher entry, ByteBuffer all, int start) throws IOException {
        long[] shape = entry.group(3).isEmpty()
                ? new long[0]
                : List.of(entry.group(3).split(",")).stream()
                        .mapToLong(Long::parseLong)
                        .toArray();
        long from = start + Long.parseLong(entry.group(4));
        long to = start + Long.parseLong(entry.group(5));
        int width = switch (entry.group(2)) {
            case "I64" -> 8;
            case "F32" -> 4;
            case "F16" -> 2;
            default -> throw new IOException("tensor " + entry.group(1) + " is of type " + entry.group(2));
        };
        long count = 1;
        for (long side : shape) {
            count = Math.multiplyExact(count, side);
        }
        if (to > all.capacity() || from > to || to - from != count * width) {
            throw new IOException("tensor " + entry.group(1) + " lies outside the file");
        }
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            int place = (int) from + width * i;
            values[i] = switch (width) {
                case 8 -> all.getLong(place);
                case 4 -> all.getFloat(place);
                default -> Float.float16ToFloat(all.getShort(place));
            };
        }
        return Tensor.of(values, shape);
    }

    /// Writes all tensors, as 16 bit floats if `half`.
    public void write(Path file, boolean half) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            byte[] json = header(half).getBytes(StandardCharsets.UTF_8);
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(0, json.length)
                    .array());
            out.write(json);
            for (Tensor tensor : tensors.values()) {
                out.write(tensor.bytes(half));
            }
        }
    }

    private String header(boolean half) {
        StringBuilder header = new StringBuilder("{\"__metadata__\":{");
        metadata.forEach((key, value) -> header.append(header.charAt(header.length() - 1) == '{' ? "" : ",")
                .append(quoted(key))
                .append(':')
                .append(quoted(value)));
        header.append('}');
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            long end = offset + entry.getValue().count() * (half ? 2 : 4);
            header.append(',')
                    .append(quoted(entry.getKey()))
                    .append(":{\"dtype\":\"")
                    .append(half ? "F16" : "F32")
                    .append("\",\"shape\":")
                    .append(java.util.Arrays.toString(entry.getValue().shape()).replace(" ", ""))
                    .append(",\"data_offsets\":[")
                    .append(offset)
                    .append(',')
                    .append(end)
                    .append("]}");
            offset = end;
        }
        header.append('}');
        while (header.toString().getBytes(StandardCharsets.UTF_8).length % 8 != 0) {
            header.append(' ');
        }
        return header.toString();
    }

    private static String compact(String json) {
        StringBuilder result = new StringBuilder();
        boolean inString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '"' && (i == 0 || json.charAt(i - 1) != '\\')) {
                inString = !inString;
            }
            if (inString || !Character.isWhitespace(c)) {
                result.append(c);
            }
        }
        return result.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
    }
}
