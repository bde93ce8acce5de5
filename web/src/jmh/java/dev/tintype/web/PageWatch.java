package dev.tintype.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody who looks at pages all the time: the album, and the photos in turn.
final class PageWatch {
    private static final long PAUSE = 100; // milliseconds between two pages

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Double> times = new CopyOnWriteArrayList<>();
    private volatile List<String> photos = List.of();
    private volatile URI server;
    private volatile boolean paused;

    PageWatch(URI server) {
        this.server = server;
        Thread.ofPlatform().daemon().start(this::look);
    }

    void visit(List<String> all) {
        photos = List.copyOf(all);
    }

    void pause() {
        paused = true;
    }

    void go(URI address) {
        server = address;
        paused = false;
    }

    int count() {
        return times.size();
    }

    /// Milliseconds.
    double percentile(int share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * share / 100));
    }

    private void look() {
        for (int i = 0; ; i++) {
            try {
                Thread.sleep(PAUSE);
                if (!paused) {
                    ask(i);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void ask(int number) throws InterruptedException {
        List<String> known = photos;
        String path = known.isEmpty() || number % 2 == 0 ? "" : "photos/" + known.get(number / 2 % known.size());
        long start = System.nanoTime();
        try {
            int status = client.send(
                            HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofByteArray())
                    .statusCode();
            if (status != 200) {
                throw new IllegalStateException("%s answered %d".formatted(path, status));
            }
            times.add((System.nanoTime() - start) / 1e6);
        } catch (IOException e) {
            if (!paused) { // it was not killed
                throw new IllegalStateException(e);
            }
        }
    }
}
