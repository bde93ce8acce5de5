package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EvaluateClassicalCommandTest extends CommandLineTest {
    @Test
    void printsAndWritesTheTable() throws IOException {
        photo("sound.png");
        Files.writeString(
                folder.resolve("manifest.json"),
                "[{\"file\": \"sound.png\", \"ref\": \"sound.png\", \"type\": \"gaussian\", \"sigma\": 2}]");
        Path out = folder.resolve("out");
        Run run = run("evaluate-classical", "--bench", folder, "-o", out);
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("| sound | Infinity / 1.000 | - |"), run::out);
        assertTrue(run.err().contains("1 of 1: sound"), run::err);
        assertEquals(run.out(), Files.readString(out.resolve("classical.md")));
        assertEquals(2, Files.readAllLines(out.resolve("classical.csv")).size());
        assertTrue(Files.exists(out.resolve("known/sound.png")));
        assertTrue(Files.exists(out.resolve("blind/sound.png")));
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        Run run = run("evaluate-classical", "--bench", folder);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("manifest.json: there is no such file"), run::err);
        Files.writeString(folder.resolve("manifest.json"), "[{");
        assertTrue(run("evaluate-classical", "--bench", folder).err().contains("is no JSON"));
    }
}
