package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page is told of a restoration while it runs.
class ProgressTest {
    private static final Path HOME = Path.of(System.getProperty("tintype.home", ".."));

    @TempDir
    Path folder;

    @Test
    void theBarNeverFallsBackAndSaysWhatIsDoneInsideAStep() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FaceStrengthTest.FACES), "needs " + FaceStrengthTest.FACES);
        List<JsonNode> told = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient(); // closed last: it waits for the end of the events
                RunningServer server = new RunningServer(
                        folder.resolve("data"), "--tintype.weights=" + HOME.resolve("weights/tintype-s"))) {
            HttpResponse<Stream<String>> events = client.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "api/events"))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            CompletableFuture<Void> ended =
                    CompletableFuture.runAsync(() -> follow(events.body(), told), Thread::startVirtualThread);
            server.add(FaceStrengthTest.pair(folder.resolve("pair.png")));
            ended.join();
        }
        List<Double> shares =
                told.stream().map(event -> event.get("share").asDouble()).toList();
        assertEquals(shares.stream().sorted().toList(), shares, told::toString);
        assertEquals(1, shares.getLast());
        assertTrue(
                told.stream()
                        .anyMatch(event -> event.get("text")
                                .asString()
                                .matches("step (\\d) of \\1: refining faces, face 2 of 2(, about \\d+ s left)?")),
                told::toString);
    }

    /// Notes down events until a restoration is at its end.
    private static void follow(Stream<String> lines, List<JsonNode> told) {
        JsonMapper json = new JsonMapper();
        for (Iterator<String> data =
                        lines.filter(line -> line.startsWith("data:")).iterator();
                data.hasNext(); ) {
            JsonNode event = json.readTree(data.next().substring("data:".length()));
            told.add(event);
            if (event.get("state").asString().equals("DONE")) {
                return;
            }
        }
    }
}
