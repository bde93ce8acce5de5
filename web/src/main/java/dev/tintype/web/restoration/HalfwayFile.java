package dev.tintype.web.restoration;

import dev.tintype.nn.stage.Face;
import dev.tintype.nn.stage.Halfway;
import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.write.AtomicFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// What a plan came to, as a file: words as JSON, samples row by row in their own numbers, a CRC-32C of all at the
/// end. Nothing is compressed, which for samples of 16 bits would take longer than many a step.
///
/// Memory: a row; when read, the samples.
final class HalfwayFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_WORDS = 1 << 24; // bytes
    private static final String NONE = ""; // in the place of a depth

    private HalfwayFile() {}

    /// What is not samples.
    private record Words(List<Step> done, List<Face> faces) {}

    /// About how long the file is.
    ///
    /// @param scan as it came
    static long bytes(Halfway halfway, Samples scan) {
        return changed(halfway, scan).map(HalfwayFile::bytes).orElse(0L)
                + halfway.mask().map(HalfwayFile::bytes).orElse(0L);
    }

    private static long bytes(Samples samples) {
        return (long) samples.size().area()
                * samples.channels()
                * samples.depth().bytes();
    }

    /// What the file must hold of the samples: nothing where they are still those of the scan.
    private static Optional<Samples> changed(Halfway halfway, Samples scan) {
        return Optional.of(halfway.samples()).filter(samples -> samples != scan);
    }

    /// Writes the file, whole or not at all.
    ///
    /// @param scan as it came
    static void write(Halfway halfway, Samples scan, Path file) throws IOException {
        byte[] words = JSON.writeValueAsBytes(new Words(halfway.done(), halfway.faces()));
        AtomicFile.write(file, true, temporary -> {
            CheckedOutputStream sum =
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary)), new CRC32C());
            try (DataOutputStream out = new DataOutputStream(sum)) {
                out.writeInt(words.length);
                out.write(words);
                write(changed(halfway, scan), out);
                write(halfway.mask(), out);
                out.writeLong(sum.getChecksum().getValue());
            }
        });
    }

    private static void write(Optional<Samples> perhaps, DataOutputStream out) throws IOException {
        out.writeUTF(perhaps.map(samples -> samples.depth().name()).orElse(NONE));
        if (perhaps.isPresent()) {
            Samples samples = perhaps.get();
            byte[] line = line(samples);
            for (int c = 0; c < samples.channels(); c++) {
                for (int row = 0; row < samples.size().height(); row++) {
                    ByteBuffer numbers = ByteBuffer.wrap(line);
                    for (int column = 0; column < samples.size().width(); column++) {
                        put(samples.raw(c, row, column), samples.depth(), numbers);
                    }
                    out.write(line);
                }
            }
        }
    }

    /// Reads a file.
    ///
    /// @param scan as it came
    /// @throws IOException where the file is damaged; some damage is told by other exceptions
    static Halfway read(Path file, Samples scan) throws IOException {
        CheckedInputStream sum =
                new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
        try (DataInputStream in = new DataInputStream(sum)) {
            int length = in.readInt();
            require(length >= 0 && length <= MOST_WORDS);
            Words words = JSON.readValue(in.readNBytes(length), Words.class);
            Samples samples = read(in, scan, scan.channels()).orElse(scan);
            Optional<Samples> mask = read(in, scan, 1);
            long found = sum.getChecksum().getValue();
            require(in.readLong() == found && in.read() < 0);
            return new Halfway(samples, mask, words.faces(), words.done());
        }
    }

    private static Optional<Samples> read(DataInputStream in, Samples scan, int channels) throws IOException {
        String depth = in.readUTF();
        if (depth.equals(NONE)) {
            return Optional.empty();
        }
        Samples samples = new Samples(scan.size(), channels, Depth.valueOf(depth));
        byte[] line = line(samples);
        for (int c = 0; c < channels; c++) {
            for (int row = 0; row < scan.size().height(); row++) {
                in.readFully(line);
                ByteBuffer numbers = ByteBuffer.wrap(line);
                for (int column = 0; column < scan.size().width(); column++) {
                    samples.put(c, row, column, next(samples.depth(), numbers));
                }
            }
        }
        return Optional.of(samples);
    }

    private static void require(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("the file is damaged");
        }
    }

    private static byte[] line(Samples samples) {
        return new byte
                [Math.multiplyExact(samples.size().width(), samples.depth().bytes())];
    }

    private static void put(float raw, Depth depth, ByteBuffer numbers) {
        switch (depth) {
            case BITS_8 -> numbers.put((byte) (int) raw);
            case BITS_16 -> numbers.putShort((short) (int) raw);
            case FLOAT -> numbers.putFloat(raw);
        }
    }

    private static float next(Depth depth, ByteBuffer numbers) {
        return switch (depth) {
            case BITS_8 -> numbers.get() & 0xFF;
            case BITS_16 -> numbers.getShort() & 0xFFFF;
            case FLOAT -> numbers.getFloat();
        };
    }
}
