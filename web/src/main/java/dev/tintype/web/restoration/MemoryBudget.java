package dev.tintype.web.restoration;

import dev.tintype.photo.Size;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Shares the memory among restorations and other work on whole photos: as many at once as fit.
///
/// What one needs is estimated as the scan in 8 bits, two copies in 16 bits and a mask, and [#TILES] for tiles.
@Component
public final class MemoryBudget {
    private static final int TILES = 192; // megabytes
    private static final int BYTES = 3 + 2 * 2 * 3 + 1; // of a pixel
    private static final double SHARE = 0.8; // of the heap

    private final int megabytes;
    private final Semaphore free;

    MemoryBudget() {
        this((int) (SHARE * (Runtime.getRuntime().maxMemory() >> 20)));
    }

    MemoryBudget(int megabytes) {
        this.megabytes = Math.max(1, megabytes);
        free = new Semaphore(this.megabytes, true); // fair, or a large photo would wait for ever
    }

    /// Waits until there is room for a photo; one that is larger than all there is gets all of it.
    public Share take(Size size) throws InterruptedException {
        int need = need(size);
        free.acquire(need);
        return () -> free.release(need);
    }

    /// Waits a while until there is room for a photo, as is right where somebody waits for the answer.
    ///
    /// @throws MemoryFullException where there is still none
    public Share take(Size size, Duration most) throws InterruptedException {
        int need = need(size);
        if (!free.tryAcquire(need, most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new MemoryFullException();
        }
        return () -> free.release(need);
    }

    private int need(Size size) {
        return (int) Math.min(megabytes, TILES + (((long) BYTES * size.area()) >> 20));
    }

    /// Memory that is given back when closed.
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
