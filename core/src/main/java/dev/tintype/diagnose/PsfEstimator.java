package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Finds out how a photo was blurred, from the photo alone: of all sharp photos, movements, discs and Gaussians the
/// one under which its spectrum is likeliest. A grid of sizes and directions is searched roughly, then the best are
/// refined; a photo that none of a few of them explains better than no blur is called sharp at once.
///
/// Source: spectral likelihood as P. Whittle, "Estimation and information in stationary time series", 1953,
/// doi:10.1007/BF02590998; prior as D. J. Field, "Relations between the statistics of natural images and the
/// response properties of cortical cells", 1987, doi:10.1364/JOSAA.4.002379.
public final class PsfEstimator {
    private static final double[] FEW = {3, 8, 21};
    private static final double[] MORE = {4.5, 6, 10, 12.5, 15, 18, 25, 29, 34, 40};
    private static final int ROUNDS = 4; // halvings of the steps
    private static final int SHORTLIST = 40; // movements that are looked at closely before some are refined
    private static final double TURN = 16; // degrees to either side where directions may look the same
    private static final double TURN_STEP = 0.5;
    private static final double SLACK = 220; // rough cost over the best from which nothing is refined
    private static final double PARAMETER = 3; // cost of a parameter, so that sharp photos count as sharp
    private static final double WELL = 30; // half the usual cost of the right blur

    private PsfEstimator() {}

    /// The likeliest blur; [PsfFamily#NONE] with confidence 0 where a photo is smaller than 32 pixels or shows
    /// nothing.
    public static PsfEstimate estimate(Photo photo) {
        return WelchSpectrum.of(photo).map(PsfEstimator::estimate).orElse(PsfEstimate.UNKNOWN);
    }

    private static PsfEstimate estimate(WelchSpectrum spectrum) {
        PsfLikelihood rough = new PsfLikelihood(spectrum, 3);
        Candidate none =
                roughly(List.of(new Candidate(PsfFamily.NONE, 0, 0, 0)), rough).getFirst();
        List<Candidate> grid = new ArrayList<>(roughly(few(), rough));
        if (least(grid) > none.cost) {
            return PsfEstimate.of(PsfFamily.NONE, 0, 0, 1);
        }
        grid.addAll(roughly(movements(MORE), rough));
        double limit = least(grid) + SLACK;
        PsfLikelihood fine = new PsfLikelihood(spectrum, 2);
        List<Candidate> starts = new ArrayList<>(List.of(none));
        for (PsfFamily family : PsfFamily.values()) {
            List<Candidate> some = grid.stream()
                    .filter(at -> at.family == family && at.cost <= limit)
                    .toList();
            List<Candidate> likely = family == PsfFamily.MOTION ? closely(best(some, SHORTLIST), fine) : some;
            starts.addAll(best(likely, starts(family)));
        }
        return verdict(starts.parallelStream().map(at -> refined(at, fine)).toList(), fine);
    }

    private static List<Candidate> best(List<Candidate> candidates, int count) {
        return candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .limit(count)
                .toList();
    }

    /// Costs without the shortcut, which near the axes says little of a movement.
    private static List<Candidate> closely(List<Candidate> candidates, PsfLikelihood fine) {
        return candidates.parallelStream().map(at -> at.withCost(fine)).toList();
    }

    /// How many of the best of a family are refined.
    private static int starts(PsfFamily family) {
        return switch (family) {
            case NONE, GAUSSIAN -> 1;
            case MOTION -> 4;
            case DISC -> 4; // every ring of zeros that is missed or doubled makes a minimum of its own
        };
    }

    private static PsfEstimate verdict(List<Candidate> refined, PsfLikelihood fine) {
        List<Candidate> best = refined.stream()
                .collect(Collectors.toMap(
                        Candidate::family,
                        Function.identity(),
                        BinaryOperator.minBy(Comparator.comparingDouble(Candidate::cost))))
                .values()
                .stream()
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .toList();
        Candidate first = best.getFirst();
        PsfFamily family = first.verdict();
        double doubt = first.doubt();
        double all = 0;
        double same = 0;
        for (Candidate one : best) {
            double likelihood = Math.exp((first.cost - one.cost) / doubt);
            all += likelihood;
            same += one.verdict() == family ? likelihood : 0;
        }
        if (family == PsfFamily.NONE) {
            return PsfEstimate.of(family, 0, 0, same / all);
        }
        double degrees = family == PsfFamily.MOTION ? centred(first, fine).degrees : 0;
        return PsfEstimate.of(family, first.size, ((degrees % 180) + 180) % 180, same / all);
    }

    /// Of the directions that draw the same line of pixels, the middle: a movement of 8 pixels looks the same from 7
    /// degrees to one side of the axis to 7 degrees to the other.
    private static Candidate centred(Candidate movement, PsfLikelihood fine) {
        int steps = (int) (TURN / TURN_STEP);
        List<Candidate> alike = IntStream.rangeClosed(-steps, steps)
                .parallel()
                .mapToObj(step -> movement.moved(0, step * TURN_STEP).withCost(fine))
                .filter(at -> at.cost < movement.cost + movement.doubt())
                .toList();
        double mean = alike.stream().mapToDouble(Candidate::degrees).average().orElse(movement.degrees);
        Candidate middle = movement.moved(0, mean - movement.degrees).withCost(fine);
        return middle.cost < movement.cost + movement.doubt() ? middle : movement;
    }

    private static List<Candidate> roughly(List<Candidate> grid, PsfLikelihood rough) {
        return grid.parallelStream()
                .map(at -> at.withCost(rough.roughCost(at.family, at.size, at.degrees)))
                .toList();
    }

    private static double least(List<Candidate> candidates) {
        return candidates.stream().mapToDouble(Candidate::cost).min().orElseThrow();
    }

    /// Discs, Gaussians and movements of a few lengths: every blur is like one of these, or at least more like it than
    /// like none.
    private static List<Candidate> few() {
        List<Candidate> grid = new ArrayList<>(movements(FEW));
        for (double radius = 1; radius <= 10; radius += 0.6) {
            grid.add(new Candidate(PsfFamily.DISC, radius, 0, 0));
        }
        for (double sigma = 0.5; sigma <= 5; sigma += 0.4) {
            grid.add(new Candidate(PsfFamily.GAUSSIAN, sigma, 0, 0));
        }
        return grid;
    }

    private static List<Candidate> movements(double[] lengths) {
        List<Candidate> grid = new ArrayList<>();
        for (double length : lengths) {
            double step = Math.clamp(70 / length, 3, 15);
            for (double degrees = 0; degrees < 180; degrees += step) {
                grid.add(new Candidate(PsfFamily.MOTION, length, degrees, 0));
            }
        }
        return grid;
    }

    /// Walks downhill in ever smaller steps.
    private static Candidate refined(Candidate start, PsfLikelihood likelihood) {
        Candidate best = start.withCost(likelihood);
        double sizeStep = start.family == PsfFamily.MOTION ? 1 : 0.3;
        double turnStep = 2;
        for (int round = 0; round < ROUNDS && start.family != PsfFamily.NONE; round++) {
            Optional<Candidate> better = Optional.of(best);
            while (better.isPresent()) {
                best = better.get();
                better = better(best, sizeStep, turnStep, likelihood);
            }
            sizeStep /= 2;
            turnStep /= 2;
        }
        return best;
    }

    private static Optional<Candidate> better(Candidate at, double size, double turn, PsfLikelihood likelihood) {
        List<Candidate> near = new ArrayList<>(List.of(at.moved(size, 0), at.moved(-size, 0)));
        if (at.family == PsfFamily.MOTION) {
            near.add(at.moved(0, turn));
            near.add(at.moved(0, -turn));
        }
        return near.stream()
                .filter(Candidate::isPossible)
                .map(candidate -> candidate.withCost(likelihood))
                .filter(candidate -> candidate.cost < at.cost - 1e-6)
                .min(Comparator.comparingDouble(Candidate::cost));
    }

    /// A blur and how badly it explains the photo.
    private record Candidate(PsfFamily family, double size, double degrees, double cost) {
        Candidate moved(double pixels, double turn) {
            return new Candidate(family, size + pixels, degrees + turn, cost);
        }

        Candidate withCost(double other) {
            return new Candidate(family, size, degrees, other);
        }

        Candidate withCost(PsfLikelihood likelihood) {
            int parameters = switch (family) {
                case NONE -> 0;
                case MOTION -> 2;
                case DISC, GAUSSIAN -> 1;
            };
            return withCost(likelihood.cost(family.psf(size, degrees)) + parameters * PARAMETER);
        }

        /// A difference of costs that says little: where nothing fits well, more do.
        double doubt() {
            return Math.max(1, cost / WELL);
        }

        /// The family, but for blurs so small that every sharp photo has them, by its lens and its pixels.
        PsfFamily verdict() {
            boolean sharp = switch (family) {
                case NONE -> true;
                case MOTION -> size < 2.5;
                case DISC -> size < 1.2;
                case GAUSSIAN -> size < 0.7;
            };
            return sharp ? PsfFamily.NONE : family;
        }

        boolean isPossible() {
            return switch (family) {
                case NONE -> true;
                case MOTION -> size >= 1.5 && size <= 50;
                case DISC -> size >= 0.7 && size <= 12;
                case GAUSSIAN -> size >= 0.3 && size <= 7;
            };
        }
    }
}
