package dev.tintype.train.synthesize;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import java.util.List;

/// A square for a second look at marks.
///
/// @param aged what a scan would show
/// @param hints what a first look tells, see [dev.tintype.nn.stage.MarkHints]
/// @param damage where it is covered by scratches, dust or holes
/// @param weight how much it counts whether a pixel is found, 0 to 1: a mark that changes hardly anything may be missed
public record HintedSquare(Photo aged, List<Plane> hints, Mask damage, Mask weight) {}
