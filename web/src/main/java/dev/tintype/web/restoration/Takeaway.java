package dev.tintype.web.restoration;

import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.web.restoration.MemoryBudget.Need;
import dev.tintype.web.store.DataFolder;
import dev.tintype.write.PhotoWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/// Pictures that are made to be taken away. Each is written to a file before its first byte is sent: so what goes wrong
/// can still be told, and a client that is slow, or has gone, holds no memory.
@Component
public final class Takeaway {
    private final DataFolder folder;
    private final MemoryBudget memory;

    Takeaway(DataFolder folder, MemoryBudget memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /// What is to be made.
    ///
    /// @param size of the photo
    /// @param ending of the file, with its dot
    /// @param scan reads it
    public record Picture(Need need, Size size, String ending, Supplier<Scan> scan) {}

    /// The answer with a picture.
    ///
    /// @param name that the client is told
    /// @throws MemoryFullException where there is no room to make it
    public ResponseEntity<StreamingResponseBody> answer(Picture picture, String name, MediaType type)
            throws IOException, InterruptedException {
        Path made = folder.passing(picture.ending());
        try (MemoryBudget.Share _ = memory.take(picture.need(), picture.size(), MemoryBudget.WISH)) {
            PhotoWriter.write(picture.scan().get(), made, false);
        }
        return headed(name, type).contentLength(Files.size(made)).body(out -> copy(made, out));
    }

    /// Writes a picture among others, for which it waits as long as it takes.
    public void write(Picture picture, OutputStream out) throws IOException, InterruptedException {
        Path made = folder.passing(picture.ending());
        try (MemoryBudget.Share _ = memory.take(picture.need(), picture.size())) {
            PhotoWriter.write(picture.scan().get(), made, false);
        }
        copy(made, out);
    }

    private static void copy(Path made, OutputStream out) throws IOException {
        try {
            Files.copy(made, out);
        } finally {
            Files.deleteIfExists(made);
        }
    }

    /// The head of an answer with a file.
    ///
    /// @param name that the client is told
    public static ResponseEntity.BodyBuilder headed(String name, MediaType type) {
        String disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition);
    }
}
