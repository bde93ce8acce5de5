package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who may come in, and what is refused.
class SafetyTest {
    private static final String TOKEN = "correct horse battery";

    @TempDir
    Path folder;

    @Test
    void refusesStrangersForgeriesAndTooMuch() throws IOException {
        String data = folder.resolve("data").toString();
        try (RunningServer server =
                new RunningServer(Path.of(data), "--tintype.most-waiting=0", "--tintype.most-pixels=1000")) {
            assertEquals(403, rebound(server));
            HttpResponse<byte[]> forged = server.send(server.request("api/photos/x/restorations")
                    .header("Origin", "http://elsewhere.example")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            assertEquals(403, forged.statusCode());
            Path photo = OldPhotos.write(folder.resolve("a.png"), new Size(64, 64), Depth.BITS_8, 1);
            HttpResponse<byte[]> full = server.upload(photo);
            assertEquals(429, full.statusCode());
            assertEquals("20", full.headers().firstValue("Retry-After").orElse(""));
            assertEquals(400, server.get("api/photos/..%2F..").statusCode());
            String nothing = " ".repeat(5 << 20);
            assertEquals(413, server.post("api/photos/x/restorations", nothing).statusCode());
            HttpResponse<byte[]> endless = server.send(server.request("api/photos/x/restorations")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[10]))));
            assertEquals(411, endless.statusCode());
            assertEquals(404, server.get("actuator/prometheus").statusCode());
            String policy = server.get("")
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElse("");
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("unsafe"), policy);
        }
        try (RunningServer server = new RunningServer(Path.of(data), "--tintype.most-pixels=1000")) {
            HttpResponse<byte[]> large = server.upload(folder.resolve("a.png"));
            assertEquals(422, large.statusCode());
            String detail = RunningServer.json(large).get("detail").asString();
            assertTrue(detail.startsWith("a.png: 64 x 64 pixels are more than the limit of 1000"), detail);
        }
    }

    @Test
    void aTokenLetsInWhoKnowsIt() {
        try (RunningServer server = new RunningServer(
                folder, "--tintype.token=" + TOKEN, "--management.endpoints.access.default=read-only")) {
            assertEquals(401, server.get("api/photos").statusCode());
            assertEquals(401, server.send(bearer(server, "api/photos", "wrong")).statusCode());
            assertEquals(200, server.send(bearer(server, "api/photos", TOKEN)).statusCode());
            assertEquals(
                    200,
                    server.send(bearer(server, "actuator/prometheus", TOKEN)).statusCode());
            assertEquals(
                    "/enter",
                    server.get("")
                            .headers()
                            .firstValue("Location")
                            .map(place -> URI.create(place).getPath())
                            .orElse(""));
            HttpResponse<byte[]> entered = server.send(server.request("enter")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("token=" + TOKEN.replace(' ', '+'))));
            String cookie = String.join(";", entered.headers().allValues("Set-Cookie"));
            assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        }
    }

    @Test
    void doesNotListenToOthersWithoutAToken() {
        assertEquals(
                "tintype: --host 0.0.0.0 lets others connect; give a --token that they must know\n",
                said("--server.address=0.0.0.0", "--tintype.data=" + folder));
        assertEquals(
                "tintype: --token must have at least 16 characters\n",
                said("--server.address=0.0.0.0", "--tintype.token=short", "--tintype.data=" + folder));
    }

    private static HttpRequest.Builder bearer(RunningServer server, String path, String token) {
        return server.request(path).header("Authorization", "Bearer " + token);
    }

    private static String said(String... arguments) {
        StringWriter err = new StringWriter();
        assertEquals(2, new Server().run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), arguments));
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    /// The status for a page whose name was bent to this machine.
    private static int rebound(RunningServer server) throws IOException {
        int port = URI.create(server.address()).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String request = "GET / HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
