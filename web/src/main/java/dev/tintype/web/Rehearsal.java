package dev.tintype.web;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// Uses the server once, so that the launcher can record which classes it loads.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tintype");
        Path photo = folder.resolve("photo.png");
        PhotoWriter.write(
                new Scan(new Samples(new Size(64, 64), 3, Depth.BITS_8), Optional.empty(), Metadata.NONE),
                photo,
                false);
        try (ConfigurableApplicationContext context =
                Server.start("--server.port=0", "--server.address=127.0.0.1", "--tintype.data=" + folder)) {
            String address = Server.address(context);
            send(HttpRequest.newBuilder(URI.create(address + "api/photos"))
                    .header("Content-Type", "multipart/form-data; boundary=part")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(form(photo))));
            send(HttpRequest.newBuilder(URI.create(address)));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
        System.exit(0);
    }

    private static byte[] form(Path photo) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(Files.readAllBytes(photo));
        form.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    private static void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
