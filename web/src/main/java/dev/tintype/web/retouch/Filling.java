package dev.tintype.web.retouch;

import dev.tintype.nn.stage.Networks;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.plan.Catalog;
import dev.tintype.web.store.NotThereException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Makes the pixels of one piece: filled from around it, or copied from beside.
///
/// @param networks are asked for by the latent method alone
record Filling(Supplier<Optional<Networks>> networks) {
    /// The pixels of a piece in the depth of the scan. Those that the mask leaves alone are not to be used.
    ///
    /// @param mask what of the edit's mask is still to be filled
    /// @param sketch of all that the edit covers, where there is one
    Samples make(Piece piece, MaskPart mask, Samples scan, Optional<Sketch> sketch) {
        return switch (piece.edit()) {
            case Edit.Heal heal -> healed(heal.method(), piece, mask, scan, sketch);
            case Edit.Stamp stamp -> stamped(stamp, piece, mask, scan);
            default -> throw new IllegalArgumentException("it makes no pixels: " + piece.edit());
        };
    }

    /// All that a mask covers in a smaller version of the photo.
    Sketch sketch(Edit.Heal heal, Region region, MaskPart mask, Samples scan) {
        return Sketch.of(region, mask, scan, (small, hole) -> fill(heal.method(), small, hole));
    }

    private Samples healed(Edit.Method method, Piece piece, MaskPart mask, Samples scan, Optional<Sketch> sketch) {
        Region seen = piece.seen();
        Photo photo = scan.photo(seen);
        Mask lost = new Mask(mask.plane(seen));
        Photo filled = sketch.map(known -> known.lay(photo, lost, seen))
                .map(laid -> fill(method, laid.photo(), laid.hole()))
                .orElseGet(() -> fill(method, photo, lost));
        Region core = piece.core();
        Samples made = new Samples(core.size(), scan.channels(), scan.depth());
        made.put(0, 0, filled.crop(new Region(core.row() - seen.row(), core.column() - seen.column(), core.size())));
        return made;
    }

    private Photo fill(Edit.Method method, Photo photo, Mask lost) {
        return switch (method) {
            case DIFFUSION -> stage("biharmonic", photo, lost);
            case PATCHES -> stage("patch-match", photo, lost);
            case LATENT ->
                networks.get()
                        .orElseThrow(() -> new NotThereException("there are no networks to fill with"))
                        .fill(photo, lost);
        };
    }

    private static Photo stage(String name, Photo photo, Mask lost) {
        return Catalog.find(name)
                .orElseThrow()
                .make(Map.of(), Optional.of(lost))
                .apply(photo);
    }

    /// `x(p) + m(p) · (x(p + offset) − x(p))`; where there is no photo to copy from, `x(p)`.
    private static Samples stamped(Edit.Stamp stamp, Piece piece, MaskPart mask, Samples scan) {
        Region core = piece.core();
        Samples made = new Samples(core.size(), scan.channels(), scan.depth());
        Plane share = mask.plane(core);
        Size size = scan.size();
        for (int c = 0; c < scan.channels(); c++) {
            for (int row = 0; row < core.size().height(); row++) {
                int y = core.row() + row;
                for (int column = 0; column < core.size().width(); column++) {
                    int x = core.column() + column;
                    float before = scan.raw(c, y, x);
                    int fromRow = y + stamp.rows();
                    int fromColumn = x + stamp.columns();
                    boolean inside =
                            fromRow >= 0 && fromColumn >= 0 && fromRow < size.height() && fromColumn < size.width();
                    float mixed = inside
                            ? before + share.at(row, column) * (scan.raw(c, fromRow, fromColumn) - before)
                            : before;
                    made.put(c, row, column, scan.depth() == Samples.Depth.FLOAT ? mixed : Math.round(mixed));
                }
            }
        }
        return made;
    }
}
