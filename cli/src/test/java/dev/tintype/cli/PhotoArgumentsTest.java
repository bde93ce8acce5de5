package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.cli.PhotoArguments.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoArgumentsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name : List.of(
                "b.jpg",
                "a.PNG",
                "notes.txt",
                ".hidden.jpg",
                "a-restored.png",
                "sub/c.tif",
                "sub/deep/d.webp",
                ".cache/e.jpg")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        }
    }

    @Test
    void walksFolders() {
        assertEquals(List.of("a.PNG", "b.jpg", "sub/c.tif", "sub/deep/d.webp"), found(folder));
    }

    @Test
    void expandsPatternsInOneFolder() {
        assertEquals(List.of("a.PNG", "b.jpg"), found(folder.resolve("*.{PNG,jpg}")));
        assertEquals(List.of("b.jpg"), found(folder.resolve("?.jpg")));
    }

    @Test
    void expandsPatternsAcrossFolders() {
        assertEquals(List.of("sub/c.tif", "sub/deep/d.webp"), found(folder.resolve("*/**")));
    }

    @Test
    void takesANamedFileWhateverItsName() {
        assertEquals(
                List.of("notes.txt", ".hidden.jpg"), found(folder.resolve("notes.txt"), folder.resolve(".hidden.jpg")));
    }

    @Test
    void passesResultsOverThatAShellExpanded() {
        assertEquals(List.of("b.jpg"), found(folder.resolve("a-restored.png"), folder.resolve("b.jpg")));
        assertEquals(List.of("a-restored.png"), found(folder.resolve("a-restored.png")));
    }

    @Test
    void takesResultsThatLieApartFromTheirPhotos() throws IOException {
        Path apart = Files.createDirectories(folder.resolve("apart"));
        Files.writeString(apart.resolve("a-restored.png"), "");
        Files.writeString(apart.resolve("b-restored.png"), "");
        assertEquals(List.of("apart/a-restored.png", "apart/b-restored.png"), found(apart));
        assertEquals(
                List.of("apart/a-restored.png", "apart/b-restored.png"),
                found(apart.resolve("a-restored.png"), apart.resolve("b-restored.png")));
    }

    @Test
    void takesNothingTwice() {
        assertEquals(
                List.of("b.jpg", "a.PNG", "sub/c.tif", "sub/deep/d.webp"),
                found(folder.resolve("b.jpg"), folder, folder));
    }

    @Test
    void keepsTheTreeBelowTheNamedFolder() {
        List<Path> below = arguments(folder).found().stream().map(Found::below).toList();
        assertTrue(below.contains(Path.of("sub/deep/d.webp")), below::toString);
        assertEquals(
                Path.of("c.tif"),
                arguments(folder.resolve("sub/c.tif")).found().getFirst().below());
    }

    @Test
    void saysWhatStandsForNoPhoto() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        List<Failure> failures = arguments(empty, folder.resolve("*.gif"), folder.resolve("nix.jpg"))
                .failures();
        assertEquals(
                List.of(
                        empty + ": there are no photos here",
                        folder.resolve("*.gif") + ": there are no photos here",
                        folder.resolve("nix.jpg") + ": there is no such file; check the name"),
                failures.stream().map(Failure::toString).toList());
    }

    private List<String> found(Path... arguments) {
        return arguments(arguments).found().stream()
                .map(found -> folder.relativize(found.file()).toString())
                .toList();
    }

    private static PhotoArguments arguments(Path... arguments) {
        return PhotoArguments.of(Stream.of(arguments).map(Path::toString).toList());
    }
}
