package dev.tintype.web.retouch;

import dev.tintype.photo.Region;
import dev.tintype.photo.Size;
import dev.tintype.photo.Tiles;
import dev.tintype.web.store.Sha256;
import dev.tintype.web.store.StoredPhoto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Cuts what was done into pieces and names each by what it depends on: the base, the edit, the mask, and earlier
/// pieces where it looks. So a piece whose name is known need not be made again, whatever was changed elsewhere.
final class Pieces {
    private static final int SIDE = 1024; // of a piece at most, pixels
    private static final int GRID = 64; // to which networks are aligned
    private static final int NARROWEST = 64; // frame that is looked at, pixels
    private static final int WIDEST = 192;

    private final StoredPhoto photo;
    private final String base;
    private final BiFunction<StoredPhoto, List<StoredStep>, Optional<MaskPart>> painter;

    /// @param base names what the edits begin with
    /// @param painter makes the mask of a heal
    Pieces(StoredPhoto photo, String base, BiFunction<StoredPhoto, List<StoredStep>, Optional<MaskPart>> painter) {
        this.photo = photo;
        this.base = base;
        this.painter = painter;
    }

    /// All pieces, one list for each act.
    List<List<Piece>> of(List<History.Act> acts) {
        List<List<Piece>> all = new ArrayList<>();
        List<Piece> earlier = new ArrayList<>();
        for (History.Act act : acts) {
            List<Piece> pieces = of(act, List.copyOf(earlier));
            all.add(pieces);
            earlier.addAll(pieces);
        }
        return all;
    }

    private List<Piece> of(History.Act act, List<Piece> earlier) {
        Optional<MaskPart> mask = switch (act.edit()) {
            case Edit.Stamp stamp ->
                stamp.outline()
                        .box(photo.size())
                        .map(region -> new MaskPart(region, Coverage.of(stamp.outline(), region, 1)));
            default -> painter.apply(photo, act.mask());
        };
        return mask.stream()
                .flatMap(part -> cores(part).map(core -> piece(act.edit(), part, core, earlier)))
                .toList();
    }

    /// One rectangle where it is small, else those of a grid that hold anything.
    private Stream<Region> cores(MaskPart mask) {
        Optional<Region> all = mask.lost(mask.region());
        if (all.isEmpty()) {
            return Stream.empty();
        }
        Size size = all.get().size();
        if (size.width() <= SIDE && size.height() <= SIDE) {
            return all.stream();
        }
        return new Tiles(photo.size(), SIDE, 0)
                .all().stream()
                        .map(Tiles.Tile::core)
                        .filter(core -> Regions.meet(core, mask.region()))
                        .flatMap(core -> mask.lost(core).stream());
    }

    private Piece piece(Edit edit, MaskPart mask, Region core, List<Piece> earlier) {
        int frame = Math.clamp(2L * Math.max(core.size().width(), core.size().height()), NARROWEST, WIDEST);
        Region seen = Regions.framed(core, frame, GRID, photo.size());
        List<Region> read = switch (edit) {
            case Edit.Stamp stamp ->
                Stream.concat(
                                Stream.of(core),
                                Regions.moved(core, stamp.rows(), stamp.columns(), photo.size()).stream())
                        .toList();
            default -> List.of(seen);
        };
        Sha256 digest = new Sha256();
        String what = switch (edit) {
            case Edit.Stamp stamp -> "stamp %d %d".formatted(stamp.columns(), stamp.rows());
            default -> edit.toString();
        };
        digest.add("%s\n%s\n%s\n".formatted(base, what, core));
        for (int row = seen.row(); row < Regions.bottom(seen); row++) {
            for (int column = seen.column(); column < Regions.right(seen); column++) {
                digest.add((byte) mask.at(row, column));
            }
        }
        for (Piece before : earlier) {
            if (Piece.touch(read, before.core())) {
                digest.add(before.key());
            }
        }
        return new Piece(edit, mask, core, seen, digest.hex());
    }
}
