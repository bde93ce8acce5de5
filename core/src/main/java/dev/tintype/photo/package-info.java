/// What everything else works on.
///
/// A [Scan] is a photo as its file gave it: [Samples] in the precision of the file (8 bits, 16 bits or float) and the
/// [Metadata] that must reach the output. A tile of it is worked on as a [Photo]: one or three [Plane]s of floats from
/// 0 (black) to 1 (white). A [Mask] says where a photo is damaged, a [Region] names a rectangle of it.
///
/// Everything but `Samples` is a value that never changes.
package dev.tintype.photo;
