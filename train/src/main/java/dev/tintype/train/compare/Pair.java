package dev.tintype.train.compare;

import java.nio.file.Path;
import java.util.Optional;

/// A damaged photo and its truth.
///
/// @param input what the damaged photos have in common, such as the name of their folder
/// @param photo name of the file
/// @param mask white where the photo is lost, if that is known
public record Pair(String input, String photo, Path truth, Path damaged, Optional<Path> mask) {}
