package dev.tintype.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.web.Client.Added;
import dev.tintype.web.restoration.MemoryBudget;
import dev.tintype.web.restoration.MemoryBudget.Need;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever reads a whole photo asks for memory first, waits a while, and gives it back.
class MemoryTest {
    private static final Size SIZE = new Size(1300, 700);
    private static final Size ALL = new Size(40_000, 40_000);

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static MemoryBudget memory;
    private static Added added;

    @BeforeAll
    static void start() throws IOException {
        server = new RunningServer(folder.resolve("data"));
        memory = server.bean(MemoryBudget.class);
        added = server.add(OldPhotos.write(folder.resolve("old.png"), SIZE, Depth.BITS_8, 1));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isRefusedWhereThereIsNoneAndServedAfterwards() throws IOException, InterruptedException {
        server.post(
                "api/photos/%s/retouching/steps".formatted(added.photo()),
                "{\"kind\":\"stroke\",\"tool\":\"BRUSH\",\"width\":9,\"feather\":0,"
                        + "\"points\":[{\"column\":40,\"row\":40}]}");
        List<String> paths = Stream.of(
                        "api/restorations/%2$s/photo",
                        "api/restorations/%2$s/photo?format=jpg",
                        "api/restorations/%2$s/comparison",
                        "api/photos/%1$s/retouching/photo",
                        "api/photos/%1$s/mask",
                        "api/photos/%1$s/tiles/2/0_0.jpg",
                        "api/restorations/%2$s/tiles/2/1_0.jpg",
                        "api/restorations/%2$s/changes/2/1_1.png",
                        "api/restorations/%2$s/changes/0/0_0.png")
                .map(path -> path.formatted(added.photo(), added.restoration()))
                .toList();
        CompletableFuture<HttpResponse<byte[]>> archive;
        try (MemoryBudget.Share _ = memory.take(Need.RESTORE, ALL)) {
            archive = later("api/archive?photo=" + added.photo());
            for (HttpResponse<byte[]> refused : all(paths)) {
                assertEquals(429, refused.statusCode(), refused.uri().toString());
                assertEquals("20", refused.headers().firstValue("Retry-After").orElse(""));
            }
            String small = "api/photos/%s/tiles/0/0_0.jpg".formatted(added.photo());
            assertEquals(200, server.get(small).statusCode(), "who restores a photo makes its small picture, too");
            assertFalse(archive.isDone(), "what many are put into waits as long as it takes");
        }
        for (HttpResponse<byte[]> served : all(paths)) {
            assertEquals(200, served.statusCode(), served.uri().toString());
        }
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(archive.join().body()), StandardCharsets.UTF_8)) {
            assertEquals("old-restored.png", zip.getNextEntry().getName());
            assertTrue(zip.readAllBytes().length > SIZE.area() / 10);
        }
        requireAllFree();
    }

    /// What several clients are answered that ask at the same time.
    private static List<HttpResponse<byte[]>> all(List<String> paths) {
        return paths.stream().map(MemoryTest::later).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static CompletableFuture<HttpResponse<byte[]>> later(String path) {
        return CompletableFuture.supplyAsync(() -> server.get(path), Thread::startVirtualThread);
    }

    /// Fails where somebody has kept a share.
    private static void requireAllFree() throws InterruptedException {
        memory.take(Need.RESTORE, ALL, MemoryBudget.WISH).close();
    }

    @Test
    void manyWhoAskForTheSameTileWaitForOneWhoMakesIt() throws IOException {
        Added other = server.add(OldPhotos.write(folder.resolve("many.png"), new Size(1100, 900), Depth.BITS_8, 2));
        String tile = "api/photos/%s/tiles/1/0_0.jpg".formatted(other.photo());
        for (HttpResponse<byte[]> answer :
                all(IntStream.range(0, 40).mapToObj(_ -> tile).toList())) {
            assertEquals(200, answer.statusCode());
        }
    }

    @Test
    void whoGoesAwayKeepsNothing() throws IOException, InterruptedException {
        URI address = URI.create(server.address());
        for (int i = 0; i < 3; i++) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                String path = "/api/restorations/%s/photo?format=tif".formatted(added.restoration());
                socket.getOutputStream()
                        .write("GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n"
                                .formatted(path, address.getPort())
                                .getBytes(StandardCharsets.US_ASCII));
                InputStream in = socket.getInputStream();
                assertEquals('H', in.read());
                socket.setSoLinger(true, 0); // the connection breaks in the middle of the file
            }
        }
        requireAllFree();
        Path uploads = folder.resolve("data/uploads");
        for (int i = 0; i < 100 && !isEmpty(uploads); i++) {
            Thread.sleep(100);
        }
        assertTrue(isEmpty(uploads), "the file that was being sent is gone");
    }

    private static boolean isEmpty(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.findAny().isEmpty();
        }
    }

    @Test
    void masksGiveTheirShareBack() throws IOException, InterruptedException {
        Path mask = OldPhotos.sound(folder.resolve("mask.png"), SIZE);
        String photo = "api/photos/" + added.photo();
        assertEquals(204, server.upload(photo + "/mask", mask).statusCode());
        String wish = "{\"mask\": true, \"preset\": \"ARCHIVE\"}";
        assertEquals(202, server.post(photo + "/restorations", wish).statusCode());
        requireAllFree();
    }
}
