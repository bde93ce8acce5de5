/// The parts of file formats that `read` and `write` share; nobody else needs them.
///
/// * TIFF directories, of which an EXIF block is one: TIFF 6.0 (Adobe 1992), BigTIFF (LibTIFF), Exif 2.32 (CIPA
///   DC-008).
/// * Photoshop image resources, the envelope of IPTC IIM records: Adobe Photoshop File Formats Specification.
/// * XMP packets: ISO 16684-1, of which only `tiff:Orientation` is looked at.
/// * The row filters of PNG: W3C Portable Network Graphics, third edition.
package dev.tintype.format;
