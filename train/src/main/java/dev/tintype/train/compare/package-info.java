/// Compares ways to restore on photos of which the truth is known.
///
/// [Method]s and [Pair]s of a damaged photo and its truth go in, a [Comparison] makes [Row]s of [Measure]s of them, and
/// [Report] makes a folder of tables, plots, contact sheets and one page of those.
package dev.tintype.train.compare;
