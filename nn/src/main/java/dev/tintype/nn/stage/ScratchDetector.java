package dev.tintype.nn.stage;

import dev.tintype.nn.Weights;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;

/// Finds scratches, creases, dust and holes in a scan of any size.
///
/// A scan is also looked at in half its size, and a large one in quarters and so on, since a scratch that is thirty
/// pixels wide is no scratch to a network that knows those of five, and many scans have more pixels than detail. Each
/// view is looked at as it is and mirrored, of which the mean of the log odds counts. Where doubt is left,
/// [MarkEvidence], [DarkMarks] and [MarkColours] help. A network for a second look, where there is one, is told what
/// was found at the first ([MarkHints]); it counts more than the first.
///
/// What it is sure of counts as lost, what it hardly believes counts as sound. Between them a pixel is lost in part:
/// it is filled in part, and a false alarm costs little.
///
/// @param second the network for a second look
public record ScratchDetector(ScratchNet network, Optional<ScratchNet> second) {
    private static final float HARDLY = 0.1f; // probability up to which a pixel is sound
    private static final float SURELY = 0.6f; // from which it is lost
    private static final float EDGE = 0.8f; // how lost a pixel beside a lost one is
    private static final int FINEST = 1024; // halves whose longer side is above this are halved again
    private static final double TRUST = 0.7; // in the finer of two views, against the coarser
    private static final double RESERVE = 3; // log odds that a coarse view alone must have beyond even ones
    private static final double AGAIN = 0.65; // trust in a second look, against the first
    private static final double DOUBT = 1; // log odds that a second look may take from marks that are wide
    private static final double WIDE = 0; // log odds in half the size from which they are

    /// What the names of the tensors of a network for a second look begin with.
    public static final String SECOND = "second.";

    /// The detector whose weights these are; without a second look where they hold none.
    public static ScratchDetector of(Weights weights) {
        Weights second = weights.part(SECOND);
        return new ScratchDetector(
                ScratchNet.of(weights.except(SECOND)),
                second.tensors().isEmpty() ? Optional.empty() : Optional.of(ScratchNet.of(second)));
    }

    /// One channel of 8 bits: 255 where the scan is lost, 0 where it is sound. Marks have soft edges, so what is found
    /// is grown by a pixel.
    ///
    /// @param begun hears before each tile which share of them has begun, 0 to 1; what it throws ends the search
    public Samples find(Samples scan, DoubleConsumer begun) {
        Samples found = second.isPresent()
                ? twice(scan, second.get(), begun)
                : weighed(scan, firstLook(scan, begun).getFirst());
        Samples lost = new Samples(scan.size(), 1, Depth.BITS_8);
        for (int row = 0; row < scan.size().height(); row++) {
            for (int column = 0; column < scan.size().width(); column++) {
                float probability = found.raw(0, row, column) / 255;
                spread(lost, row, column, (float) Math.rint(255 * lost(probability)));
            }
        }
        return lost;
    }

    /// What a network for a second look is told, see [MarkHints].
    public List<Plane> hints(Samples scan) {
        return hints(scan, firstLook(scan, _ -> {})).planes(scan, new Region(0, 0, scan.size()));
    }

    private static MarkHints hints(Samples scan, List<Samples> firstLook) {
        return new MarkHints(firstLook.get(1), MarkColours.of(scan, firstLook.get(1)));
    }

    /// In log odds `0.35 first + 0.65 second`; but the second look takes no more than 1 from what the first one
    /// found in half the size, where it knows wide marks.
    private Samples twice(Samples scan, ScratchNet network, DoubleConsumer begun) {
        List<Samples> first = firstLook(scan, share -> begun.accept(share / 2));
        MarkHints hints = hints(scan, first);
        Samples second = MarkLook.over(
                        scan, 1, region -> again(network, scan, region, hints), share -> begun.accept(0.5 + share / 2))
                .getFirst();
        Samples found = weighed(scan, first.getFirst());
        Samples both = weighed(scan, second);
        join(both, found, (other, one) -> (1 - AGAIN) * one + AGAIN * other);
        join(found, first.getLast(), (one, far) -> far > WIDE ? one - DOUBT : -LogOdds.MOST);
        join(both, found, Math::max);
        return both;
    }

    private static List<Plane> again(ScratchNet network, Samples scan, Region region, MarkHints hints) {
        Photo part = scan.photo(region);
        Plane found = MarkLook.at(network, part, List.of(hints.planes(scan, region)), false);
        return List.of(DarkMarks.doubted(found, part));
    }

    /// What is likely lost, dark things doubted, and the same without such doubt; then what is in half the size.
    private List<Samples> firstLook(Samples scan, DoubleConsumer begun) {
        List<Samples> found = allSizes(scan, begun);
        MarkEvidence.weigh(scan, found.subList(0, 2));
        return found;
    }

    /// With what bright marks say of dark ones, and the colours of sure marks of doubtful ones; in place.
    private static Samples weighed(Samples scan, Samples found) {
        DarkMarks.relieve(scan, found);
        MarkColours colours = MarkColours.of(scan, found);
        for (int row = 0; row < scan.size().height(); row++) {
            for (int column = 0; column < scan.size().width(); column++) {
                float p = colours.weigh(scan, row, column, found.raw(0, row, column) / 255);
                found.put(0, row, column, (float) Math.rint(255 * p));
            }
        }
        return found;
    }

    private static void spread(Samples lost, int row, int column, float value) {
        if (value == 0) {
            return;
        }
        int bottom = Math.min(row + 1, lost.size().height() - 1);
        int right = Math.min(column + 1, lost.size().width() - 1);
        for (int y = Math.max(row - 1, 0); y <= bottom; y++) {
            for (int x = Math.max(column - 1, 0); x <= right; x++) {
                if (y == row || x == column) {
                    float grown = y == row && x == column ? value : (float) Math.rint(EDGE * value);
                    lost.put(0, y, x, Math.max(grown, lost.raw(0, y, x)));
                }
            }
        }
    }

    /// How lost each pixel of a small photo is, at one look.
    public Mask find(Photo photo) {
        return new Mask(look(photo).getFirst().map(ScratchDetector::lost));
    }

    private static float lost(float probability) {
        return Math.clamp((probability - HARDLY) / (SURELY - HARDLY), 0f, 1f);
    }

    private List<Plane> look(Photo part) {
        Plane found = MarkLook.at(network, part, List.of(), true);
        return List.of(DarkMarks.doubted(found, part), found);
    }

    /// From looks at a scan, its half and so on. Of two sizes both are weighed, or the coarse one counts alone where it
    /// is very sure, in log odds: `max(0.7 fine + 0.3 coarse, coarse − 3)`. Then what was seen in the half.
    private List<Samples> allSizes(Samples scan, DoubleConsumer begun) {
        List<Samples> found = oneSize(scan, begun);
        Samples half = Halves.of(scan);
        DoubleConsumer nearlyDone = _ -> begun.accept(1);
        boolean large = Math.max(half.size().width(), half.size().height()) > FINEST;
        List<Samples> coarse = large ? allSizes(half, nearlyDone) : oneSize(half, nearlyDone);
        for (int i = 0; i < found.size(); i++) {
            join(found.get(i), coarse.get(i), (near, far) -> Math.max(TRUST * near + (1 - TRUST) * far, far - RESERVE));
        }
        return List.of(found.get(0), found.get(1), coarse.get(1));
    }

    private List<Samples> oneSize(Samples scan, DoubleConsumer begun) {
        return MarkLook.over(scan, 2, region -> look(scan.photo(region)), begun);
    }

    /// Puts two opinions of log odds together, in place of the first; the other may be of half the size.
    private static void join(Samples one, Samples other, DoubleBinaryOperator together) {
        int shrunk = other.size().equals(one.size()) ? 1 : 2;
        for (int row = 0; row < one.size().height(); row++) {
            for (int column = 0; column < one.size().width(); column++) {
                int y = Math.min(row / shrunk, other.size().height() - 1);
                int x = Math.min(column / shrunk, other.size().width() - 1);
                double odds = together.applyAsDouble(
                        LogOdds.of(one.raw(0, row, column) / 255), LogOdds.of(other.raw(0, y, x) / 255));
                one.put(0, row, column, (float) Math.rint(255 * LogOdds.probability(odds)));
            }
        }
    }
}
