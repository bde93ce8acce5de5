package dev.tintype.nn.stage;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import java.util.List;
import java.util.Optional;

/// Restores whole scans with networks: from finding what is lost to the last tone.
public interface Restorer {
    /// Restores a scan, which itself is not changed. Same size, depth and metadata.
    Restoration restore(Scan scan, Request request, Progress progress);

    /// What is wanted.
    ///
    /// @param mask one channel, white where the photo is lost; then nothing is searched
    /// @param findScratches whether to search where no mask is given
    /// @param strength 0 gives the photo back, 1 restores fully
    public record Request(Optional<Samples> mask, boolean findScratches, double strength) {
        /// Find scratches, restore fully.
        public static final Request USUAL = new Request(Optional.empty(), true, 1);

        public Request {
            if (!(strength >= 0 && strength <= 1)) {
                throw new IllegalArgumentException("strength must be from 0 to 1, was " + strength);
            }
        }

        /// The mask of a photo.
        ///
        /// @throws IllegalArgumentException with one sentence where it is of another size
        public Optional<Samples> mask(Size photo) {
            if (mask.isPresent() && !mask.get().size().equals(photo)) {
                Size given = mask.get().size();
                throw new IllegalArgumentException(
                        "the mask is %d x %d pixels, the photo %d x %d; they must be the same"
                                .formatted(given.width(), given.height(), photo.width(), photo.height()));
            }
            return mask;
        }
    }

    /// What came out.
    ///
    /// @param mask one channel of the photo's size, white where it was taken for lost
    /// @param steps in the order in which they ran
    /// @param faces that were found on the way, from left to right
    public record Restoration(Scan restored, Samples mask, List<Step> steps, List<Face> faces) {
        /// Of a way that does not look for faces.
        public Restoration(Scan restored, Samples mask, List<Step> steps) {
            this(restored, mask, steps, List.of());
        }

        /// The share of a mask that is lost, 0 to 1.
        public static double share(Samples mask) {
            long lost = 0;
            for (int row = 0; row < mask.size().height(); row++) {
                for (int column = 0; column < mask.size().width(); column++) {
                    lost += mask.raw(0, row, column) > mask.depth().white() / 2 ? 1 : 0;
                }
            }
            return (double) lost / mask.size().area();
        }

        /// The share of the photo that was taken for lost, 0 to 1.
        public double share() {
            return share(mask);
        }
    }

    /// One step that ran.
    ///
    /// @param found what it saw, in words
    /// @param weights what it used
    /// @param seconds on the clock
    /// @param earlier whether it ran for an earlier plan, and what it came to was taken up
    public record Step(String name, String found, String weights, double seconds, boolean earlier) {
        /// One that ran now.
        public Step(String name, String found, String weights, double seconds) {
            this(name, found, weights, seconds, false);
        }
    }

    /// Hears how far the work is.
    @FunctionalInterface
    public interface Progress {
        /// Nobody listens.
        Progress NONE = (_, _, _) -> {};

        /// Called now and then.
        ///
        /// @param what the step, or what else is done
        /// @param inside what of the step, in words; empty where there is nothing to tell
        /// @param share of the whole work, from 0 to 1; never less than before
        void at(String what, String inside, double share);

        /// Called where there is no more to tell of a step.
        default void at(String what, double share) {
            at(what, "", share);
        }

        /// What hears of one of several equal parts of the work, each from 0 to 1.
        default Progress part(int number, int of) {
            return (what, inside, share) -> at(what, inside, (number + share) / of);
        }
    }
}
