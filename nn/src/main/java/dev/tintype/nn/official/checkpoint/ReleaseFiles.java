package dev.tintype.nn.official.checkpoint;

import dev.tintype.nn.UnusableWeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The files of the release, unpacked in a folder or still in its zip files.
final class ReleaseFiles implements AutoCloseable {
    private static final int DEPTH = 8;

    private final List<Path> files;
    private final List<ZipFile> zips;

    private ReleaseFiles(List<Path> files, List<ZipFile> zips) {
        this.files = files;
        this.zips = zips;
    }

    /// @param release a folder, or one zip file
    static ReleaseFiles open(Path release) throws IOException {
        if (!Files.exists(release)) {
            throw new UnusableWeightsException("%s is not there".formatted(release));
        }
        ReleaseFiles result = new ReleaseFiles(new ArrayList<>(), new ArrayList<>());
        try (var walk = Files.walk(release, DEPTH)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                if (file.equals(release) || isRelease(file.getFileName().toString())) {
                    result.zips.add(new ZipFile(file.toFile()));
                } else {
                    result.files.add(file);
                }
            }
            return result;
        } catch (ZipException e) {
            result.close();
            throw new UnusableWeightsException("a zip file of %s is damaged: %s".formatted(release, e.getMessage()));
        }
    }

    /// Whether a zip file beside others is one of the release: `global_checkpoints.zip` or `face_checkpoints.zip`.
    private static boolean isRelease(String name) {
        return name.contains("checkpoints") && name.endsWith(".zip");
    }

    /// Hands over the file whose path ends so, unpacked if need be.
    ///
    /// @param folder for unpacking
    /// @return whether it is there
    boolean extract(String ending, Path folder, Use use) throws IOException {
        for (Path file : files) {
            if (file.endsWith(ending)) {
                use.accept(new Found(
                        file.toString(), file, copied(Files.newInputStream(file), OutputStream.nullOutputStream())));
                return true;
            }
        }
        for (ZipFile zip : zips) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                if (("/" + entry.getName()).endsWith("/" + ending)) {
                    unpack(zip, entry, folder.resolve("checkpoint"), use);
                    return true;
                }
            }
        }
        return false;
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path place, Use use) throws IOException {
        try {
            String sha256 = copied(zip.getInputStream(entry), Files.newOutputStream(place));
            use.accept(new Found(zip.getName() + ":" + entry.getName(), place, sha256));
        } catch (ZipException e) {
            throw new UnusableWeightsException("%s is damaged: %s".formatted(zip.getName(), e.getMessage()));
        } finally {
            Files.deleteIfExists(place);
        }
    }

    /// Copies everything and closes both.
    ///
    /// @return the SHA-256 sum of what was copied, in hexadecimal
    private static String copied(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
        try (to;
                DigestInputStream in = new DigestInputStream(from, digest)) {
            in.transferTo(to);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        for (ZipFile zip : zips) {
            zip.close();
        }
    }

    /// A file of the release.
    ///
    /// @param name where it was found, for messages
    /// @param file where it can be read
    record Found(String name, Path file, String sha256) {}

    /// What to do with a file before it is gone.
    interface Use {
        void accept(Found found) throws IOException;
    }
}
