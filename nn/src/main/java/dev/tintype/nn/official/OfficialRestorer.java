package dev.tintype.nn.official;

import dev.tintype.nn.stage.Blend;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.plan.Planner;
import java.util.List;
import java.util.Optional;

/// Restores whole scans with the released networks: those for scratches where there are some, else those for quality.
///
/// Memory grows with the photo, about 2 GB for a megapixel with scratches: their normalisation looks at the whole
/// photo,
/// so it cannot be cut into tiles.
///
/// @param large use the network for large photos where there are scratches
public record OfficialRestorer(OfficialWeights weights, boolean large) implements Restorer {
    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        progress.at("looking for scratches", 0);
        long start = System.nanoTime();
        Photo photo = scan.samples().photo();
        Optional<Mask> holes = holes(photo, request).filter(mask -> !mask.isEmpty());
        Step finding = new Step(
                Planner.FIND_SCRATCHES,
                holes.isPresent() ? "there are scratches" : "no scratches",
                request.mask().isPresent() ? "your mask" : OfficialWeights.DETECTOR,
                seconds(start));
        progress.at("restoring", 0);
        long restoring = System.nanoTime();
        Photo restored = holes.map(mask -> filling().apply(photo, mask))
                .orElseGet(() ->
                        OfficialRestoration.ofQuality(weights, Manner.KEEPING).apply(photo));
        Samples samples = new Samples(
                scan.samples().size(), scan.samples().channels(), scan.samples().depth());
        samples.put(0, 0, Blend.of(photo, restored, request.strength()));
        String network = holes.isEmpty()
                ? OfficialWeights.MAPPING_QUALITY
                : large ? OfficialWeights.MAPPING_PATCHES : OfficialWeights.MAPPING_SCRATCH;
        Step scene = new Step(Planner.SCENE, "every pixel painted anew", network, seconds(restoring));
        progress.at("restoring", 1);
        return new Restoration(scan.with(samples), mask(photo, holes), List.of(finding, scene));
    }

    private Optional<Mask> holes(Photo photo, Request request) {
        Optional<Samples> given = request.mask(photo.size());
        if (given.isPresent()) {
            Plane white = given.get().photo().planes().getFirst();
            return Optional.of(new Mask(white.map(sample -> sample > 0.5f ? 1 : 0)));
        }
        return request.findScratches()
                ? Optional.of(ScratchDetector.of(weights.detector()).detect(photo))
                : Optional.empty();
    }

    private OfficialRestoration filling() {
        return large
                ? OfficialRestoration.ofLargePhotos(weights, Manner.KEEPING)
                : OfficialRestoration.ofScratches(weights, Manner.KEEPING);
    }

    private static Samples mask(Photo photo, Optional<Mask> holes) {
        Samples mask = new Samples(photo.size(), 1, Depth.BITS_8);
        holes.ifPresent(found -> mask.put(0, 0, new Photo(List.of(found.damage()))));
        return mask;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
