package dev.tintype.nn.stage;

import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.restore.StageRun;
import java.util.List;

/// Runs one stage of the catalogue, and nothing else.
public record StageRestorer(StageRun run) implements Restorer {
    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        long start = System.nanoTime();
        progress.at(run.kind().name(), 0);
        Samples restored = run.apply(
                scan.samples(),
                request.mask(),
                scan.samples().depth(),
                share -> progress.at(run.kind().name(), share));
        progress.at(run.kind().name(), 1);
        Samples mask = request.mask().orElseGet(() -> new Samples(scan.samples().size(), 1, Depth.BITS_8));
        Step step = new Step(run.kind().name(), run.kind().summary(), "", (System.nanoTime() - start) / 1e9);
        return new Restoration(scan.with(restored), mask, List.of(step));
    }
}
