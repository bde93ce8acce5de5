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
    private static final int DEEP = 128; // around a place in which a piece sees too little of what is known, pixels
    private static final Edit SMOOTH = new Edit.Heal(Edit.Method.DIFFUSION);

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

    /// An act, and what has to be made for it.
    ///
    /// @param sketched all that it covers with a frame, where a smaller version of that is to be filled first
    /// @param inOrder whether each piece sees what those before it made
    record Cut(History.Act act, List<Piece> pieces, Optional<Region> sketched, boolean inOrder) {}

    /// All acts in order.
    List<Cut> of(List<History.Act> acts) {
        List<Cut> all = new ArrayList<>();
        List<Piece> earlier = new ArrayList<>();
        for (History.Act act : acts) {
            Cut cut = mask(act)
                    .map(mask -> cut(act, mask, List.copyOf(earlier)))
                    .orElseGet(() -> new Cut(act, List.of(), Optional.empty(), false));
            all.add(cut);
            earlier.addAll(cut.pieces());
        }
        return all;
    }

    private Cut cut(History.Act act, MaskPart mask, List<Piece> earlier) {
        List<Region> cores = cores(mask).toList();
        boolean huge = act.edit() instanceof Edit.Heal
                && cores.size() > 1
                && cores.stream().anyMatch(core -> mask.deep(core, DEEP));
        Optional<Region> sketched = huge && act.edit().equals(SMOOTH)
                ? mask.lost(mask.region()).map(hole -> Regions.framed(hole, WIDEST, GRID, photo.size()))
                : Optional.empty();
        boolean inOrder = huge && sketched.isEmpty();
        String whole = sketched.map(region -> "%s %s\n".formatted(region, digest(mask, region)))
                .orElse(inOrder ? "in order\n" : "");
        List<Piece> seen = new ArrayList<>(earlier);
        List<Piece> pieces = new ArrayList<>();
        for (Region core : cores) {
            Piece piece = piece(act.edit(), mask, core, seen, sketched, whole);
            pieces.add(piece);
            if (inOrder) {
                seen.add(piece);
            }
        }
        return new Cut(act, pieces, sketched, inOrder);
    }

    private static String digest(MaskPart mask, Region region) {
        Sha256 digest = new Sha256();
        add(digest, mask, region);
        return digest.hex();
    }

    private static void add(Sha256 digest, MaskPart mask, Region region) {
        for (int row = region.row(); row < Regions.bottom(region); row++) {
            for (int column = region.column(); column < Regions.right(region); column++) {
                digest.add((byte) mask.at(row, column));
            }
        }
    }

    /// What an act covers, if it touches the photo. It is painted anew each time: those of all acts may be larger than
    /// the memory.
    Optional<MaskPart> mask(History.Act act) {
        return switch (act.edit()) {
            case Edit.Stamp stamp ->
                stamp.outline()
                        .box(photo.size())
                        .map(region -> new MaskPart(region, Coverage.of(stamp.outline(), region, 1)));
            default -> painter.apply(photo, act.mask());
        };
    }

    /// One rectangle where it is small, else those of a grid that hold anything.
    private Stream<Region> cores(MaskPart mask) {
        Optional<Region> all = mask.lost(mask.region());
        if (all.isEmpty()) {
            return Stream.empty();
        }
        Size size = all.get().size();
        if (size.width() <= SIDE && size.height() <= SIDE) {
            return Stream.of(framed(all.get(), new Region(0, 0, photo.size())));
        }
        return new Tiles(photo.size(), SIDE, 0)
                .all().stream()
                        .map(Tiles.Tile::core)
                        .filter(core -> Regions.meet(core, mask.region()))
                        .flatMap(core -> mask.lost(core).map(lost -> framed(lost, core)).stream());
    }

    /// With what is around it, which is shown with it: from afar a pixel of the screen holds both.
    private static Region framed(Region lost, Region all) {
        int top = Math.max(all.row(), lost.row() - PatchFiles.FRAME);
        int left = Math.max(all.column(), lost.column() - PatchFiles.FRAME);
        int bottom = Math.min(Regions.bottom(all), Regions.bottom(lost) + PatchFiles.FRAME);
        int right = Math.min(Regions.right(all), Regions.right(lost) + PatchFiles.FRAME);
        return new Region(top, left, new Size(right - left, bottom - top));
    }

    /// @param sketched as of its act
    /// @param whole what tells its act from others with the same mask here
    private Piece piece(
            Edit edit, MaskPart mask, Region core, List<Piece> earlier, Optional<Region> sketched, String whole) {
        int frame = Math.clamp(2L * Math.max(core.size().width(), core.size().height()), NARROWEST, WIDEST);
        Region seen = Regions.framed(core, frame, GRID, photo.size());
        List<Region> read = switch (edit) {
            case Edit.Stamp stamp ->
                Stream.concat(
                                Stream.of(core),
                                Regions.moved(core, stamp.rows(), stamp.columns(), photo.size()).stream())
                        .toList();
            default -> List.of(sketched.orElse(seen));
        };
        Sha256 digest = new Sha256();
        String what = switch (edit) {
            case Edit.Stamp stamp -> "stamp %d %d".formatted(stamp.columns(), stamp.rows());
            default -> edit.toString();
        };
        digest.add("%s\n%s\n%s\n%s".formatted(base, what, core, whole));
        add(digest, mask, seen);
        for (Piece before : earlier) {
            if (Piece.touch(read, before.core())) {
                digest.add(before.key());
            }
        }
        return new Piece(edit, core, seen, digest.hex());
    }
}
