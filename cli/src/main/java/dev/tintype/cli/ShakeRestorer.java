package dev.tintype.cli;

import dev.tintype.diagnose.PsfEstimator;
import dev.tintype.nn.stage.Restorer;
import dev.tintype.nn.stage.StageRestorer;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.restore.StageKind;
import dev.tintype.restore.StageRun;
import dev.tintype.restore.deblur.PsfRefinement;
import java.util.HashMap;
import java.util.Map;

/// Runs a stage that undoes blur with the PSF that each photo itself shows.
///
/// @param options of the stage, without the PSF
record ShakeRestorer(StageKind kind, Map<String, String> options) implements Restorer {
    /// What a person says for it in place of a PSF.
    static final String NAME = "refine";

    private static final int MOST = 1024; // pixels along a side of what is looked at

    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        Photo photo = middle(scan.samples());
        progress.at("psf", 0);
        Map<String, String> all = new HashMap<>(options);
        all.put(
                "psf",
                PsfRefinement.refine(photo, PsfEstimator.estimate(photo).psf(), PsfRefinement.USUAL_SIDE)
                        .text());
        progress.at("psf", 1);
        return new StageRestorer(new StageRun(kind, all)).restore(scan, request, progress);
    }

    private static Photo middle(Samples samples) {
        Size size = samples.size();
        int width = Math.min(MOST, size.width());
        int height = Math.min(MOST, size.height());
        return samples.photo(
                new Region((size.height() - height) / 2, (size.width() - width) / 2, new Size(width, height)));
    }
}
