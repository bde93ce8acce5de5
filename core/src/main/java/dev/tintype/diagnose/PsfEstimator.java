package dev.tintype.diagnose;

import dev.tintype.photo.Photo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds out how a photo was blurred, from the photo alone: of all sharp photos, movements, discs and Gaussians the
/// one under which its spectrum is likeliest. A grid of sizes and directions is searched roughly, then the best are
/// refined.
///
/// Source: spectral likelihood as P. Whittle, "Estimation and information in stationary time series", 1953,
/// doi:10.1007/BF02590998; prior as D. J. Field, "Relations between the statistics of natural images and the
/// response properties of cortical cells", 1987, doi:10.1364/JOSAA.4.002379.
public final class PsfEstimator {
    private static final double[] LENGTHS = {3, 4.5, 6, 8, 10, 12.5, 15, 18, 21, 25, 29, 34, 40};
    private static final int ROUNDS = 4; // halvings of the steps
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
        PsfLikelihood fine = new PsfLikelihood(spectrum, 2);
        List<Candidate> best = List.of(PsfFamily.values()).parallelStream()
                .map(family -> best(family, rough, fine))
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .toList();
        Candidate first = best.getFirst();
        PsfFamily family = first.verdict();
        double doubt = Math.max(1, first.cost / WELL); // where nothing fits well, differences say less
        double all = best.stream()
                .mapToDouble(one -> Math.exp((first.cost - one.cost) / doubt))
                .sum();
        double same = best.stream()
                .filter(one -> one.verdict() == family)
                .mapToDouble(one -> Math.exp((first.cost - one.cost) / doubt))
                .sum();
        if (family == PsfFamily.NONE) {
            return PsfEstimate.of(family, 0, 0, same / all);
        }
        double degrees = family == PsfFamily.MOTION ? ((first.degrees % 180) + 180) % 180 : 0;
        return PsfEstimate.of(family, first.size, degrees, same / all);
    }

    private static Candidate best(PsfFamily family, PsfLikelihood rough, PsfLikelihood fine) {
        List<Candidate> roughly = grid(family).parallelStream()
                .map(at -> at.withCost(rough.roughCost(family, at.size, at.degrees)))
                .sorted(Comparator.comparingDouble(Candidate::cost))
                .toList();
        int refined = switch (family) {
            case NONE, GAUSSIAN -> 1;
            case MOTION -> 2;
            case DISC -> 4; // every ring of zeros that is missed or doubled makes a minimum of its own
        };
        return roughly.subList(0, Math.min(refined, roughly.size())).parallelStream()
                .map(at -> refined(at, fine))
                .min(Comparator.comparingDouble(Candidate::cost))
                .orElseThrow();
    }

    private static List<Candidate> grid(PsfFamily family) {
        List<Candidate> grid = new ArrayList<>();
        switch (family) {
            case NONE -> grid.add(new Candidate(family, 0, 0, 0));
            case MOTION -> {
                for (double length : LENGTHS) {
                    double step = Math.clamp(70 / length, 3, 15);
                    for (double degrees = 0; degrees < 180; degrees += step) {
                        grid.add(new Candidate(family, length, degrees, 0));
                    }
                }
            }
            case DISC -> {
                for (double radius = 1; radius <= 10; radius += 0.6) {
                    grid.add(new Candidate(family, radius, 0, 0));
                }
            }
            case GAUSSIAN -> {
                for (double sigma = 0.5; sigma <= 5; sigma += 0.4) {
                    grid.add(new Candidate(family, sigma, 0, 0));
                }
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
