package dev.tintype.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.FaceNet;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.plan.PlanFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FacesCommandTest extends CommandLineTest {
    private Path blind() throws IOException {
        return UntrainedWeights.writeFaces(Files.createDirectory(folder.resolve("blind")));
    }

    /// Weights that see a face at every place.
    private Path seeing() throws IOException {
        Path seeing = blind();
        FreshParameters parameters = new FreshParameters(1, Map.of());
        FaceNet.of(parameters, 2);
        float[] bias = {9, -0.5f, -0.4f, 0.5f, -0.4f, 0, 0, -0.3f, 0.4f, 0.3f, 0.4f};
        Map<String, Tensor> tensors = parameters.tensors();
        tensors.put("head.bias", Tensor.of(bias, 11));
        new SafeTensors(tensors, Map.of()).write(seeing.resolve("face-detector.safetensors"), true);
        return seeing;
    }

    private List<String> pictures() throws IOException {
        return files().stream().filter(file -> file.endsWith(".png")).toList();
    }

    @Test
    void saysThatThereIsNone() throws IOException {
        Path photo = photo("old.png");
        Run run = run("faces", photo, "--weights", blind());
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("old.png: no face ("), run::out);
        assertEquals(List.of("old.png"), pictures());
    }

    @Test
    void listsAndDrawsThem() throws IOException {
        Path photo = photo("old.png", new Size(70, 40), 1, Depth.BITS_16);
        Path weights = seeing();
        Run run = run("faces", photo, "--weights", weights, "--draw", folder.resolve("drawn"), "--face", "2=0.5");
        assertEquals(0, run.code(), run::err);
        assertTrue(run.out().contains("  1: "), run::out);
        assertTrue(run.out().contains(" pixels at column "), run::out);
        assertTrue(run.out().lines().anyMatch(line -> line.startsWith("  2: ") && line.contains("refined by 0.50")));
        assertEquals(List.of("drawn/old-faces.png", "old.png"), pictures());
    }

    @Test
    void printsJson() throws IOException {
        Path photo = photo("old.png", new Size(70, 40), 3, Depth.BITS_8);
        Run run = run("faces", photo, "--json", "--faces", "off", "--weights", seeing());
        JsonNode first =
                new ObjectMapper().readTree(run.out()).get(0).get("faces").get(0);
        assertEquals(1, first.get("number").asInt());
        double apart = first.at("/points/rightEye/column").asDouble()
                - first.at("/points/leftEye/column").asDouble();
        assertEquals(apart, first.get("eyeDistance").asDouble(), 0.1);
        assertTrue(first.at("/box/width").asInt() > apart, run::out);
        assertEquals("left alone", first.get("words").asText());
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        String lacks = "lacks face-detector.safetensors and face.safetensors";
        Run list = run("faces", photo("old.png"), "--weights", learnt);
        assertEquals(Failure.EXIT_CODE, list.code());
        assertTrue(list.err().contains(lacks), list::err);
        Run asked = restore(folder.resolve("old.png"), "--faces", "0.5");
        assertEquals(2, asked.code());
        assertTrue(asked.err().contains(lacks), asked::err);
    }

    /// Which the launcher fetches, and this test does not have.
    @Test
    void aDetectorThatIsGivenNeedsOnnxRuntime() throws IOException {
        Path given = Files.writeString(folder.resolve("given.onnx"), "a network");
        Run list = run("faces", photo("old.png"), "--weights", blind(), "--face-detector", given);
        assertEquals(Failure.EXIT_CODE, list.code());
        assertTrue(list.err().contains("given.onnx needs com.microsoft.onnxruntime:onnxruntime"), list::err);
        Run none = run("restore", folder.resolve("old.png"), "--weights", "none", "--face-detector", given);
        assertEquals(2, none.code());
        assertTrue(none.err().contains("faces go with our own networks"), none::err);
    }

    @Test
    void aPlanSaysHowFacesAreRefined() throws IOException {
        Path photo = photo("old.png");
        Path weights = blind();
        Run dry = run("restore", photo, "--dry-run", "--weights", weights, "--faces", "0.4", "--face", "3=0");
        assertEquals(0, dry.code(), dry::err);
        assertEquals(
                Map.of("strength", "0.4", "3", "0.0"),
                PlanFile.parse(dry.out()).steps().getLast().options());
        Run off = run("restore", photo, "--dry-run", "--weights", weights, "--faces", "off");
        assertEquals("unfade", PlanFile.parse(off.out()).steps().getLast().stage());
        Path plan = Files.writeString(folder.resolve("plan.json"), dry.out());
        Run done = run("restore", photo, "--plan", plan, "--weights", weights, "--report");
        assertEquals(0, done.code(), done::err);
        assertTrue(Files.readString(folder.resolve("old-restored.json")).contains("\"no faces\""));
        assertTrue(run("restore", photo, "--plan", plan, "--weights", learnt, "--force")
                .err()
                .contains("step faces needs the networks face-detector and face"));
    }

    @Test
    void refusesWhatDoesNotGoTogether() throws IOException {
        Path photo = photo("old.png");
        Path weights = blind();
        for (List<String> wrong : List.of(
                List.of("--faces is off, auto or 0 to 1, not 'much'", "--faces", "much"),
                List.of("faces are refined by 0 to 1, not by 2.0", "--face", "1=2"),
                List.of("only the preset family refines faces", "--faces", "1", "--preset", "archive"))) {
            List<Object> arguments = new ArrayList<>(List.of("restore", photo, "--weights", weights));
            arguments.addAll(wrong.subList(1, wrong.size()));
            Run run = run(arguments.toArray());
            assertEquals(2, run.code(), run::err);
            assertTrue(run.err().contains(wrong.getFirst()), run::err);
        }
        Run none = run("restore", photo, "--weights", "none", "--faces", "auto");
        assertTrue(none.err().contains("faces go with our own networks"), none::err);
    }
}
