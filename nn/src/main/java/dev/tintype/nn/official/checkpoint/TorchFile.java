package dev.tintype.nn.official.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Reads what `torch.save` wrote, in its old form (pickles, then numbers) and in its new one (a zip file).
///
/// Source: PyTorch, `torch/serialization.py`, https://github.com/pytorch/pytorch.
final class TorchFile {
    /// The lower 64 bits of 0x1950a86a20f9469cfc6c.
    private static final long MAGIC = 0xa86a20f9469cfc6cL;

    private static final long PROTOCOL = 1001;

    private TorchFile() {}

    /// The dictionary that the file holds.
    ///
    /// @throws RefusedPickleException where it is damaged or wants anything but tensors
    static PickledDictionary read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file)) {
            if (in.size() < 4 || in.size() > Integer.MAX_VALUE) {
                throw new RefusedPickleException("the file has %d bytes".formatted(in.size()));
            }
            ByteBuffer all = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size()).order(ByteOrder.LITTLE_ENDIAN);
            Object content = all.getShort(0) == 0x4b50 ? zipped(file) : pickled(all);
            if (content instanceof PickledDictionary dictionary) {
                return dictionary;
            }
            throw new RefusedPickleException("the file holds no dictionary");
        }
    }

    private static Object pickled(ByteBuffer all) {
        if (!Long.valueOf(MAGIC).equals(Unpickler.read(all, new Globals()))
                || !Long.valueOf(PROTOCOL).equals(Unpickler.read(all, new Globals()))) {
            throw new RefusedPickleException("the file is not of PyTorch");
        }
        Object system = Unpickler.read(all, new Globals());
        if (system instanceof PickledDictionary about
                && about.get("little_endian").equals(java.util.Optional.of(false))) {
            throw new RefusedPickleException("the file is big endian");
        }
        Globals globals = new Globals();
        Object content = Unpickler.read(all, globals);
        List<?> keys = (List<?>) Unpickler.read(all, new Globals());
        for (Object key : keys) {
            Storage storage = globals.storages().get(String.valueOf(key));
            if (storage == null || all.remaining() < 8 || all.getLong() != storage.count()) {
                throw new RefusedPickleException("storage %s is cut short".formatted(key));
            }
            storage.fill(all);
            all.position(all.position() + (int) storage.bytes());
        }
        if (keys.size() != globals.storages().size()) {
            throw new RefusedPickleException("a storage is missing");
        }
        return content;
    }

    private static Object zipped(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry pickle = zip.stream()
                    .map(ZipEntry.class::cast)
                    .filter(entry -> entry.getName().endsWith("/data.pkl"))
                    .findFirst()
                    .orElseThrow(() -> new RefusedPickleException("the file has no data.pkl"));
            String folder = pickle.getName().substring(0, pickle.getName().length() - "data.pkl".length());
            Globals globals = new Globals();
            Object content = Unpickler.read(bytes(zip, pickle.getName(), pickle.getSize()), globals);
            for (Storage storage : globals.storages().values()) {
                storage.fill(bytes(zip, folder + "data/" + storage.key(), storage.bytes()));
            }
            return content;
        }
    }

    /// The first bytes of an entry.
    private static ByteBuffer bytes(ZipFile zip, String name, long count) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.getSize() < count) {
            throw new RefusedPickleException("the file has no whole " + name);
        }
        try (var in = zip.getInputStream(entry)) {
            return ByteBuffer.wrap(in.readNBytes(Math.toIntExact(count)));
        }
    }
}
