package dev.tintype.web.view;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Work that is done once, however many ask for it at the same time. All of them wait for its end, also where it fails.
///
/// @param <K> what tells one work from another
final class OnceAtATime<K> {
    private final Map<K, FutureTask<Boolean>> running = new ConcurrentHashMap<>();

    /// What is done.
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /// Does it, or waits for the one who does it.
    void run(K key, Work work) throws IOException, InterruptedException {
        FutureTask<Boolean> mine = new FutureTask<>(() -> {
            work.run();
            return true;
        });
        FutureTask<Boolean> first = running.putIfAbsent(key, mine);
        if (first == null) {
            try {
                mine.run();
            } finally {
                running.remove(key);
            }
        }
        try {
            (first == null ? mine : first).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case InterruptedException stopped -> throw stopped;
                case RuntimeException failed -> throw failed;
                case Error failed -> throw failed;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
