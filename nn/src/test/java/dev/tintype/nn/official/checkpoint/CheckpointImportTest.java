package dev.tintype.nn.official.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.UnusableWeightsException;
import dev.tintype.nn.Weights;
import dev.tintype.nn.official.HashedParameters;
import dev.tintype.nn.official.OfficialWeights;
import dev.tintype.nn.official.ParityFolder;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With networks of the release's names and small sizes.
class CheckpointImportTest {
    private static final CheckpointImport IMPORT = new CheckpointImport(SmallRelease.networks());
    private static final String VAE_A = "restoration/VAE_A_quality/latest_net_G.pth";

    @TempDir
    private Path folder = Path.of("");

    private Path release = Path.of("");
    private Path weights = Path.of("");

    @BeforeEach
    void writesARelease() throws IOException {
        release = folder.resolve("release");
        weights = folder.resolve("weights");
        SmallRelease.write(release);
    }

    @Test
    void importsTheUnpackedRelease() throws IOException {
        CheckpointImport.Result result = IMPORT.apply(release, weights);
        assertEquals(9, result.written().size());
        assertEquals(List.of(), result.absent());
        assertEquals(result.written().size(), files().size());
        OfficialWeights official = new OfficialWeights(weights);
        official.vae(OfficialWeights.VAE_B_QUALITY);
        official.vae(OfficialWeights.VAE_B_SCRATCH);
        official.quality();
        official.scratch();
        official.patches();
        official.detector();
        official.face(OfficialWeights.FACE_256);
        official.face(OfficialWeights.FACE_512);
        Weights vae = Weights.read(weights.resolve(OfficialWeights.VAE_A + ".safetensors"));
        assertEquals("MIT", vae.card().get("licence"));
        assertEquals(64, vae.card().getOrDefault("sha256", "").length());
        HashedParameters hashed = SmallRelease.parameters(OfficialWeights.VAE_A);
        vae.build(p -> Vae.of(
                (name, start, shape) -> {
                    Tensor tensor = p.tensor(name, start, shape);
                    assertArrayEquals(hashed.tensor(name, start, shape).toArray(), tensor.toArray(), name);
                    return tensor;
                },
                SmallRelease.LATENT));
    }

    @Test
    void importsTheZipFiles() throws IOException {
        Path zips = Files.createDirectories(folder.resolve("zips"));
        zip(release.resolve("Global"), zips.resolve("global_checkpoints.zip"));
        CheckpointImport.Result result = IMPORT.apply(zips, weights);
        assertEquals(7, result.written().size());
        assertEquals(List.of("Setting_9_epoch_100/latest_net_G.pth", "FaceSR_512/latest_net_G.pth"), result.absent());
        zip(release.resolve("Face_Enhancement"), zips.resolve("face_checkpoints.zip"));
        assertEquals(
                2,
                IMPORT.apply(zips.resolve("face_checkpoints.zip"), weights)
                        .written()
                        .size());
        assertEquals(9, files().size());
    }

    @Test
    void importsAVaeThatPyTorchSaved() throws IOException {
        Path saved = ParityFolder.require().resolve("pth");
        for (String form : List.of("vae_a.legacy.pth", "vae_a.zip.pth")) {
            Path own = folder.resolve(form).resolve("restoration/VAE_A_quality");
            Files.createDirectories(own);
            Files.copy(saved.resolve(form), own.resolve("latest_net_G.pth"));
            assertEquals(
                    1,
                    CheckpointImport.ofRelease()
                            .apply(folder.resolve(form), weights)
                            .written()
                            .size());
        }
    }

    @Test
    void refusesATensorTooFewOrTooManyOrOfAnotherShape() throws IOException {
        assertRefused(tensors -> tensors.remove("encoder.4.bias"), "encoder.4.bias");
        assertRefused(tensors -> tensors.put("encoder.99.bias", Tensor.zeros(3)), "encoder.99.bias");
        assertRefused(tensors -> tensors.put("decoder.7.bias", Tensor.zeros(3)), "decoder.7.bias");
        assertRefused(tensors -> tensors.put("decoder.11.bias", Tensor.full(Double.NaN, 3)), "decoder.11.bias");
    }

    @Test
    void refusesADetectorWithoutItsKey() throws IOException {
        Path file = release.resolve("Global/checkpoints/detection/FT_Epoch_latest.pt");
        try (Scope _ = Scope.open()) {
            PickleWriter.writeLegacy(file, "other", Map.of("a", Tensor.zeros(1)));
        }
        assertTrue(refusal().contains("model_state"));
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThrows(UnusableWeightsException.class, () -> IMPORT.apply(folder.resolve("nowhere"), weights));
        assertThrows(UnusableWeightsException.class, () -> IMPORT.apply(weights, weights));
    }

    @Test
    void refusesADamagedZip() throws IOException {
        Path zip = Files.write(folder.resolve("release.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThrows(UnusableWeightsException.class, () -> IMPORT.apply(zip, weights));
    }

    @Test
    void knowsTheWholeRelease() {
        long tensors = ReleasedNetwork.all().stream()
                .mapToLong(network -> network.shapes().size())
                .sum();
        int counters = 20 + 2 * 18;
        assertEquals(3 * 44 + 40 + 60 + 66 + 156 + 2 * 234 - counters, tensors);
    }

    private void assertRefused(Change change, String named) throws IOException {
        try (Scope _ = Scope.open()) {
            Map<String, Tensor> tensors =
                    SmallRelease.tensors(SmallRelease.networks().getFirst());
            Map<String, Tensor> changed = new LinkedHashMap<>(tensors);
            change.apply(changed);
            Path file = release.resolve("Global/checkpoints").resolve(VAE_A);
            PickleWriter.writeLegacy(file, "", changed);
            assertTrue(refusal().contains(named));
            PickleWriter.writeZip(file, "", changed);
            assertTrue(refusal().contains(named));
        }
    }

    /// What the refused import says; it must have written nothing.
    private String refusal() throws IOException {
        String message =
                String.valueOf(assertThrows(UnusableWeightsException.class, () -> IMPORT.apply(release, weights))
                        .getMessage());
        assertEquals(List.of(), files());
        return message;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(weights)) {
            return files.toList();
        }
    }

    private static void zip(Path from, Path to) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(to));
                var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(from.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
    }

    private interface Change {
        void apply(Map<String, Tensor> tensors);
    }
}
