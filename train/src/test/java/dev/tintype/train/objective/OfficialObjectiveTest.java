package dev.tintype.train.objective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.Parameters;
import dev.tintype.nn.official.MultiscaleDiscriminator;
import dev.tintype.nn.official.QualityMapping;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Adam;
import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.train.objective.Loss.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One training step of the released code: every loss and the gradient of every parameter.
class OfficialObjectiveTest {
    private static final Path FOLDER = Path.of(System.getProperty("parity.dir", "../../shared/parity"));

    /// Names of the released code for our terms.
    private static final Map<String, String> NAMES = Map.of(
            "adversarial", "G_GAN",
            "matching", "G_GAN_Feat",
            "perceptual", "G_VGG",
            "kl", "G_KL",
            "latents", "G_featD",
            "latent", "G_Feat_L2");

    private Scope scope = Scope.open();

    @BeforeEach
    void needsTheFolder() {
        scope.close();
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "no folder " + FOLDER + "; name one by -Dparity.dir");
        scope = Scope.open();
    }

    @AfterEach
    void freesMemory() {
        scope.close();
    }

    @Test
    void takesTheStepOfTheOldVae() throws IOException {
        Trained vae = new Trained(62);
        Trained photos = new Trained(63);
        Trained latents = new Trained(64);
        VaeObjective objective = new VaeObjective(
                Vae.of(vae),
                MultiscaleDiscriminator.ofPhotos(photos),
                Optional.of(MultiscaleDiscriminator.ofLatents(latents)),
                perceptual());
        VaeObjective.Batch batch = new VaeObjective.Batch(
                tensor("train_vaeA.x"), tensor("train_vaeA.eps"), List.of(true, false, false, true));
        vae.train();
        Loss generator = objective.generator(batch);
        assertTerms("train_vaeA", generator, "");
        assertGradients("vaeA_gradG.csv", vae, generator);
        photos.train();
        Loss discriminator = objective.discriminator(batch);
        assertTerms("train_vaeA", discriminator, "D_");
        assertGradients("vaeA_gradD.csv", photos, discriminator);
        latents.train();
        Loss judge = objective.latentDiscriminator(batch);
        assertTerms("train_vaeA", judge, "featD_");
        assertGradients("vaeA_gradFeatD.csv", latents, judge);
    }

    @Test
    void takesTheStepOfTheMapping() throws IOException {
        Trained mapping = new Trained(65);
        Trained pairs = new Trained(66);
        MappingObjective objective = new MappingObjective(
                Vae.of(new Trained(11)),
                QualityMapping.of(mapping),
                Vae.of(new Trained(12)),
                MultiscaleDiscriminator.ofPairs(pairs, false),
                perceptual());
        Tensor x = tensor("train_map.a");
        MappingObjective.Batch batch = new MappingObjective.Batch(x, tensor("train_map.b"), Tensor.zeros(2, 1, 64, 64));
        mapping.train();
        Loss generator = objective.generator(batch);
        assertTerms("train_map", generator, "");
        assertGradients("map_gradM.csv", mapping, generator);
        pairs.train();
        Loss discriminator = objective.discriminator(batch);
        assertTerms("train_map", discriminator, "D_");
        assertGradients("map_gradD.csv", pairs, discriminator);
    }

    private static Perceptual perceptual() {
        return Perceptual.of(new HashedParameters(61, Map.of()));
    }

    private static Tensor tensor(String name) throws IOException {
        return Objects.requireNonNull(SafeTensors.read(FOLDER.resolve("train_steps.safetensors"))
                .tensors()
                .get(name));
    }

    private static void assertTerms(String step, Loss loss, String prefix) throws IOException {
        String manifest = Files.readString(FOLDER.resolve("manifest.json"));
        String losses = manifest.substring(manifest.indexOf("\"" + step + "\": {"));
        for (Term term : loss.terms()) {
            String name = prefix.isEmpty() ? NAMES.get(term.name()) : prefix + term.name();
            Matcher value = Pattern.compile("\"" + name + "\": ([-\\d.e]+)").matcher(losses);
            assertTrue(value.find(), name);
            double expected = Double.parseDouble(value.group(1));
            double weight = prefix.isEmpty() ? term.weight() : 1;
            assertEquals(expected, weight * term.value().item(), 1e-4 * expected, name);
        }
    }

    private static void assertGradients(String file, Trained network, Loss loss) throws IOException {
        loss.total().backward();
        double largest = 0;
        List<String> lines = Files.readAllLines(FOLDER.resolve(file));
        assertEquals(network.tensors.size(), lines.size() - 1);
        for (String line : lines.subList(1, lines.size())) {
            largest = Math.max(largest, Double.parseDouble(line.split(",", -1)[1]));
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            float[] gradient = Objects.requireNonNull(network.tensors.get(cells[0]))
                    .gradient()
                    .toArray();
            double sum = 0;
            double square = 0;
            for (float value : gradient) {
                sum += value;
                square += (double) value * value;
            }
            double length = Double.parseDouble(cells[1]);
            // Biases before a normalisation have gradients of rounding errors only.
            double tolerance = 1e-3 * length + 1e-6 * largest;
            assertEquals(length, Math.sqrt(square), tolerance, cells[0]);
            assertEquals(Double.parseDouble(cells[2]), sum, tolerance * Math.sqrt(gradient.length), cells[0]);
            assertEquals(Double.parseDouble(cells[3]), gradient[0], tolerance, cells[0]);
        }
    }

    /// Hashed parameters that can be asked for their gradients.
    private static final class Trained implements Parameters {
        private final HashedParameters hashed;
        private final Map<String, Tensor> tensors = new LinkedHashMap<>();

        Trained(long seed) {
            hashed = new HashedParameters(seed, Map.of());
        }

        @Override
        public Tensor tensor(String name, Start start, long... shape) {
            Tensor tensor = hashed.tensor(name, start, shape);
            tensors.put(name, tensor);
            return tensor;
        }

        void train() {
            new Adam(tensors, 0.5, 0.999);
        }
    }
}
