/// What is wrong with a photo: one file for each detector.
///
/// A [Diagnostician] measures a photo once ([Measurements]) and shows the numbers to every [Detector]; each says in a
/// [Finding] what it would be, how sure it is, and by which numbers. Those that are sure make the [Diagnosis].
package dev.tintype.diagnose;
