package dev.tintype.train.compare;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Looks every 5 ms how much memory the process takes: the Java heap in use and, on Linux, anonymous resident memory
/// that
/// is not the heap. What a library has freed but not given back counts, so [#release] comes first.
///
/// Of resident memory the heap has all that is committed, as long as Java runs with `-XX:+AlwaysPreTouch`; without that
/// nobody can tell, and only the heap in use counts.
final class MemoryWatch implements AutoCloseable {
    private static final Path STATM = Path.of("/proc/self/statm"); // sizes in pages: total, resident, shared
    private static final long PAGE = 4096;
    /// Whether memory that is not the heap is seen as well.
    static final boolean TOUCHED =
            ManagementFactory.getRuntimeMXBean().getInputArguments().contains("-XX:+AlwaysPreTouch");

    private static final int PAUSE = 5; // milliseconds

    private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);
    private volatile boolean over;
    private long most;

    private MemoryWatch() {}

    /// Begins to look.
    static MemoryWatch start() {
        MemoryWatch watch = new MemoryWatch();
        watch.thread.start();
        return watch;
    }

    /// Gives all back that is not in use.
    @SuppressWarnings("restricted")
    static void release() {
        System.gc();
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("malloc_trim").ifPresent(trim -> {
            FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
            try {
                int _ = (int) linker.downcallHandle(trim, type).invokeExact(0L);
            } catch (Throwable e) {
                throw new IllegalStateException("malloc_trim failed", e);
            }
        });
    }

    /// Bytes that are taken now.
    static long now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return heap.getUsed()
                + (TOUCHED ? resident().map(all -> all - heap.getCommitted()).orElse(0L) : 0);
    }

    private static Optional<Long> resident() {
        try {
            String[] pages = Files.readString(STATM).split(" ", -1);
            return Optional.of(PAGE * (Long.parseLong(pages[1]) - Long.parseLong(pages[2])));
        } catch (IOException _) {
            return Optional.empty(); // not Linux
        }
    }

    private void watch() {
        do {
            most = Math.max(most, now());
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        } while (!over);
        most = Math.max(most, now());
    }

    /// Stops looking.
    @Override
    public void close() {
        over = true;
    }

    /// The most bytes that were taken at any look.
    long most() {
        close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return most;
    }
}
