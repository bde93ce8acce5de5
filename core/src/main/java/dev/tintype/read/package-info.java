/// A file comes in, a [dev.tintype.photo.Scan] goes out: upright, in the file's own numbers, with what else the file
/// said.
///
/// Formats: JPEG (ITU-T T.81, JFIF, also progressive and CMYK), PNG (W3C, third edition), TIFF 6.0 and BigTIFF, WebP
/// (RFC 9649), BMP, GIF 89a, PNM. PNG is decoded here, row by row; the others by TwelveMonkeys and the JDK. Of a file
/// with several pictures the first is read.
///
/// Start at [dev.tintype.read.PhotoReader]. `Format` knows files by their first bytes, the `…Blocks` classes find the
/// metadata, the `…Decoder` classes hand samples to a `Sink`.
package dev.tintype.read;
