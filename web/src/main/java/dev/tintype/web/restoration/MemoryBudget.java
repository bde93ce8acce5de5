package dev.tintype.web.restoration;

import dev.tintype.photo.Size;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// Shares the memory among restorations and all other work on whole photos: as many at once as fit.
///
/// Whoever holds a share must not ask for another one: two who did could wait for each other.
@Component
public final class MemoryBudget {
    /// How long somebody waits who looks at something, and whose page asks again.
    public static final Duration GLANCE = Duration.ofSeconds(5);
    /// How long somebody waits who has asked for something that takes its time anyway.
    public static final Duration WISH = Duration.ofSeconds(30);

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

    /// What work on a whole photo needs, by estimate.
    public enum Need {
        /// The scan in 8 bits, two copies in 16 bits and a mask; tiles.
        RESTORE(3 + 2 * 2 * 3 + 1, 192),
        /// The scan and what was made of it, in 16 bits, and a map of both.
        PAIR(2 * 2 * 3 + 1, 32),
        /// The scan in 16 bits, and a third of it in 8 bits.
        LOOK(2 * 3 + 1, 32),
        /// A mask, twice.
        MASK(2, 8);

        private final int bytes;
        private final int more;

        /// @param bytes of a pixel
        /// @param more megabytes, whatever the size of the photo
        Need(int bytes, int more) {
            this.bytes = bytes;
            this.more = more;
        }

        private long megabytes(Size size) {
            return more + (((long) bytes * size.area()) >> 20);
        }
    }

    /// Waits until there is room; work that needs more than all there is gets all of it.
    ///
    /// @param size of the photo
    public Share take(Need need, Size size) throws InterruptedException {
        int share = share(need, size);
        free.acquire(share);
        return () -> free.release(share);
    }

    /// Waits a while until there is room, as is right where somebody waits for the answer.
    ///
    /// @param size of the photo
    /// @throws MemoryFullException where there is still none
    public Share take(Need need, Size size, Duration most) throws InterruptedException {
        int share = share(need, size);
        if (!free.tryAcquire(share, most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new MemoryFullException();
        }
        return () -> free.release(share);
    }

    private int share(Need need, Size size) {
        return (int) Math.min(megabytes, need.megabytes(size));
    }

    /// Memory that is given back when closed.
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
