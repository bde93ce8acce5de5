package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that is no browser.
class Client implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LONGEST = 180_000; // milliseconds to wait for a restoration

    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    /// @param address with a slash at its end
    Client(URI address) {
        this.address = address;
    }

    /// With a slash at its end.
    String address() {
        return address.toString();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path));
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    HttpResponse<byte[]> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<byte[]> upload(Path file) throws IOException {
        return upload("api/photos", file);
    }

    HttpResponse<byte[]> upload(String path, Path file) throws IOException {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofByteArray(form(file))));
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    /// Adds a photo, which must be new, and returns its identifier.
    String added(Path file) throws IOException {
        HttpResponse<byte[]> response = upload(file);
        assertEquals(201, response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        return json(response).get("id").asString();
    }

    /// The identifier of the newest restoration of a photo.
    String restoration(String photo) {
        return json("api/photos/" + photo).get("restoration").asString();
    }

    /// Adds a photo and waits until it is restored.
    ///
    /// @return the identifiers of the photo and of its restoration
    Added add(Path file) throws IOException {
        String photo = added(file);
        String restoration = restoration(photo);
        assertEquals("DONE", end(restoration));
        return new Added(photo, restoration);
    }

    /// Waits for the end of a restoration and returns its state.
    String end(String restoration) {
        long until = System.currentTimeMillis() + LONGEST;
        String state = "WAITING";
        while (state.equals("WAITING") || state.equals("RUNNING")) {
            assertTrue(System.currentTimeMillis() < until, "restoration %s is still %s".formatted(restoration, state));
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            state = json("api/restorations/" + restoration).get("state").asString();
        }
        return state;
    }

    @Override
    public void close() {
        client.close();
    }

    private static byte[] form(Path file) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
                .formatted(file.getFileName())
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Files.readAllBytes(file));
        form.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    /// What a photo and its restoration are called.
    record Added(String photo, String restoration) {}
}
