package dev.tintype.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Restores a photo by the HTTP API, with nothing but the JDK:
/// `java ClientExample.java http://127.0.0.1:8080/ old.jpg restored.png`.
final class ClientExample {
    private static final String BOUNDARY = "a-line-that-no-photo-holds";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private ClientExample() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        URI server = URI.create(arguments[0]);
        Path old = Path.of(arguments[1]);
        Path restored = Path.of(arguments[2]);

        String photo = value("id", post(server.resolve("api/photos"), form(old)));
        String restoration = value("restoration", get(server.resolve("api/photos/" + photo)));
        URI place = server.resolve("api/restorations/" + restoration + "/");
        String state = "WAITING";
        while (state.equals("WAITING") || state.equals("RUNNING")) {
            Thread.sleep(200);
            state = value("state", get(server.resolve("api/restorations/" + restoration)));
        }
        if (!state.equals("DONE")) {
            throw new IOException("%s is %s".formatted(old, state));
        }
        HTTP.send(request(place.resolve("photo?format=png")).build(), BodyHandlers.ofFile(restored));
    }

    /// A request; where the server wants a token, it goes into every one.
    private static HttpRequest.Builder request(URI place) {
        HttpRequest.Builder request = HttpRequest.newBuilder(place);
        String token = System.getenv("TINTYPE_TOKEN");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static String get(URI place) throws IOException, InterruptedException {
        return HTTP.send(request(place).build(), BodyHandlers.ofString()).body();
    }

    private static String post(URI place, BodyPublisher form) throws IOException, InterruptedException {
        HttpRequest request = request(place)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form)
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    /// A form with one file, which is not read into memory.
    private static BodyPublisher form(Path file) throws IOException {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, file.getFileName());
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY)));
    }

    /// A text of a JSON answer; a program of any size would use a library for that.
    private static String value(String name, String json) throws IOException {
        return Pattern.compile("\"%s\"\\s*:\\s*\"([^\"]*)\"".formatted(name))
                .matcher(json)
                .results()
                .map(result -> result.group(1))
                .findFirst()
                .orElseThrow(() -> new IOException("the server says: " + json));
    }
}
