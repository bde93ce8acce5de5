package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.stage.PlanRestorer;
import dev.tintype.nn.stage.PresetRestorer;
import dev.tintype.nn.stage.StageRestorer;
import dev.tintype.plan.Catalog;
import dev.tintype.restore.StageKind;
import dev.tintype.train.compare.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MethodNamesTest extends CommandLineTest {
    private WeightsShelf shelf = new WeightsShelf(Path.of("weights"), Path.of("imported"));

    @BeforeEach
    void fillShelf() throws IOException {
        shelf = new WeightsShelf(folder.resolve("weights"), folder.resolve("imported"));
        UntrainedWeights.write(shelf.shipped().resolve(WeightsShelf.STANDARD));
    }

    private List<Method> parse(String text) {
        return new MethodNames(shelf, true).parse(text);
    }

    private String complaint(String text) {
        return assertThrows(IllegalArgumentException.class, () -> parse(text)).getMessage();
    }

    @Test
    void commasPartMethodsAndOptionsAndNumbers() throws IOException {
        String wiener = "wiener:psf=weights:1,2,1/2,4,2/1,2,1,noise=0.01";
        List<Method> methods = parse("input," + wiener + ", telea ,tintype-s,bm3d:sigma=0.1");
        assertEquals(
                List.of("input", wiener, "telea", "tintype-s", "bm3d:sigma=0.1"),
                methods.stream().map(Method::name).toList());
        StageRestorer restorer = (StageRestorer) methods.get(1).opening().open();
        assertEquals(
                Map.of("psf", "weights:1,2,1/2,4,2/1,2,1", "noise", "0.01"),
                restorer.run().options());
        assertTrue(methods.get(2).masked());
        assertFalse(methods.get(1).masked());
    }

    @Test
    void everyStageIsAMethod() {
        for (StageKind kind : Catalog.all()) {
            StringBuilder text = new StringBuilder(kind.name());
            for (StageKind.Option option : kind.options()) {
                text.append(text.indexOf(":") < 0 ? ":" : ",")
                        .append(option.name())
                        .append('=')
                        .append(option.usual().isEmpty() ? usual(option) : option.usual());
            }
            assertEquals(1, parse(text.toString()).size(), text::toString);
        }
    }

    private static String usual(StageKind.Option option) {
        return option.values().startsWith("motion") ? "motion:15:30" : "1";
    }

    @Test
    void stagesThatFillSearchWhereNotAllIsKnown() throws IOException {
        Method telea = new MethodNames(shelf, false).parse("telea").getFirst();
        PlanRestorer restorer = (PlanRestorer) telea.opening().open();
        assertEquals(2, restorer.plan().steps().size());
        assertTrue(telea.summary().contains("scratch detector"), telea.summary());
    }

    @Test
    void aFolderOfWeightsIsAMethod() throws IOException {
        Path own = UntrainedWeights.write(folder.resolve("run"));
        Method method = parse(own.toString()).getFirst();
        assertTrue(((PresetRestorer) method.opening().open()).networks().isPresent());
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertTrue(complaint("inptu").startsWith("there is no method 'inptu'; there are input, classical"));
        assertTrue(complaint("wiener").contains("stage wiener needs psf="));
        assertTrue(complaint("bm3d:0.1").contains("options are NAME=VALUE with commas, not '0.1'; it has sigma"));
        assertTrue(complaint("bm3d:sigma=much").contains("sigma may be"));
        Files.createDirectories(shelf.imported());
        assertThrows(UnusableWeightsException.class, () -> parse("bopbtl"));
    }
}
