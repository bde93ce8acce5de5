package dev.tintype.train.compare;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {
    private static final int SIZE = 40 << 20; // bytes

    @Test
    void seesTheHeap() {
        MemoryWatch.release();
        long before = MemoryWatch.now();
        MemoryWatch watch = MemoryWatch.start();
        byte[] block = new byte[SIZE];
        long most = watch.most();
        assertTrue(most - before > SIZE / 2, "%d of %d".formatted(most - before, block.length));
    }

    @Test
    void seesNativeMemoryThatIsGivenBackMeanwhile() {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/statm")), "only Linux tells");
        assertTrue(MemoryWatch.TOUCHED, "pom.xml sets -XX:+AlwaysPreTouch for these tests");
        MemoryWatch.release();
        long before = MemoryWatch.now();
        MemoryWatch watch = MemoryWatch.start();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment block = arena.allocate(SIZE);
            block.fill((byte) 1);
            watch.most(); // looks once more before it stops
        }
        assertTrue(watch.most() - before > SIZE / 2, Long.toString(watch.most() - before));
    }
}
