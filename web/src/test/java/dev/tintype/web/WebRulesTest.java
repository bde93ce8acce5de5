package dev.tintype.web;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What no compiler sees of pages, scripts and packages.
class WebRulesTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern TEXT = Pattern.compile("#\\{([a-z][A-Za-z.-]*)[}(]");

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.tintype.web.(*)..")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.tintype.web"));
    }

    @Test
    void filesAreShort() throws IOException {
        assertAll(own(".java", ".js", ".css", ".html", ".sql").stream()
                .map(file ->
                        () -> assertTrue(Files.readAllLines(file).size() <= 300, file + " has more than 300 lines")));
    }

    @Test
    void pagesHoldNoScriptNoStyleAndNothingFromElsewhere() throws IOException {
        Pattern bad = Pattern.compile("style=|<style|<script>|\\son[a-z]+=|(src|href)=\"https?:");
        for (Path file : own(".html")) {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(line -> bad.matcher(line).find())
                    .toList();
            assertEquals(List.of(), lines, file.toString());
        }
    }

    @Test
    void everyTextIsInTheBundle() throws IOException {
        Properties texts = new Properties();
        try (var reader = Files.newBufferedReader(MAIN.resolve("resources/texts.properties"))) {
            texts.load(reader);
        }
        for (Path file : own(".html")) {
            List<String> missing = TEXT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !texts.containsKey(key))
                    .toList();
            assertEquals(List.of(), missing, file.toString());
        }
    }

    /// Files of ours, not those of libraries.
    private static List<Path> own(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> !file.toString().contains("static/lib"))
                    .toList();
        }
    }
}
