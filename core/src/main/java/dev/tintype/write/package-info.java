/// A [dev.tintype.photo.Scan] comes in, a file goes out, with all that the original said about its photo.
///
/// Formats: PNG (W3C, third edition), TIFF 6.0 with Deflate and a predictor, BigTIFF where 4 GB are not enough, and
/// JPEG (ITU-T T.81, quality 0.95, full colour resolution). PNG and TIFF are written row by row and read again to see
/// that no sample changed.
///
/// Start at [dev.tintype.write.PhotoWriter]. [dev.tintype.write.AtomicFile] is for everything that must be on disk
/// whole or not at all.
package dev.tintype.write;
