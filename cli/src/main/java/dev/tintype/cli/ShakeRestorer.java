package dev.tintype.cli;

import dev.tintype.damage.Psf;
import dev.tintype.diagnose.PsfEstimate;
import dev.tintype.diagnose.PsfEstimator;
import dev.tintype.diagnose.PsfFamily;
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

/// Runs a stage that undoes blur with the PSF that each photo itself shows: a movement, a disc or a Gaussian where it
/// surely is one, else what [PsfRefinement] makes of it. Of a huge photo the middle is looked at.
///
/// @param options of the stage, without the PSF
record ShakeRestorer(StageKind kind, Map<String, String> options) implements Restorer {
    /// What a person says for it in place of a PSF.
    static final String NAME = "refine";

    private static final double SURE = 0.8; // confidence from which on a refinement makes it worse: 2.7 dB for lines
    private static final int MOST = 1024; // pixels along a side of what is looked at

    @Override
    public Restoration restore(Scan scan, Request request, Progress progress) {
        Photo photo = middle(scan.samples());
        progress.at("psf", 0);
        Map<String, String> all = new HashMap<>(options);
        all.put("psf", psf(photo).text());
        return new StageRestorer(new StageRun(kind, all)).restore(scan, request, progress);
    }

    private static Psf psf(Photo photo) {
        PsfEstimate estimate = PsfEstimator.estimate(photo);
        boolean sure = estimate.family() != PsfFamily.NONE && estimate.confidence() >= SURE;
        return sure ? estimate.psf() : PsfRefinement.refine(photo, estimate.psf(), PsfRefinement.USUAL_SIDE);
    }

    private static Photo middle(Samples samples) {
        Size size = samples.size();
        int width = Math.min(MOST, size.width());
        int height = Math.min(MOST, size.height());
        return samples.photo(
                new Region((size.height() - height) / 2, (size.width() - width) / 2, new Size(width, height)));
    }
}
