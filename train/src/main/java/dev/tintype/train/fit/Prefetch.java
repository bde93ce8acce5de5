package dev.tintype.train.fit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Makes batches ahead on threads of its own, so that the optimiser need not wait. A batch depends on its step alone,
/// so the number of threads changes nothing.
final class Prefetch<B> implements AutoCloseable {
    private static final int AHEAD = 2; // batches for each thread

    private final IntFunction<B> batches;
    private final ExecutorService threads;
    private final int ahead;
    private final Queue<Future<B>> coming = new ArrayDeque<>();
    private int next;

    Prefetch(IntFunction<B> batches, int first, int threads) {
        this.batches = batches;
        this.next = first;
        this.ahead = AHEAD * threads;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("ageing-", 0).factory());
    }

    B next() {
        while (coming.size() < ahead) {
            int step = next++;
            coming.add(threads.submit(() -> batches.apply(step)));
        }
        try {
            return coming.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a batch could not be made", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
