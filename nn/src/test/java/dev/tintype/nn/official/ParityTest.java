package dev.tintype.nn.official;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tintype.nn.torch.SafeTensors;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every case of the manifest: what the networks of the release compute from hashed weights.
class ParityTest {
    private static final Pattern FILE = Pattern.compile("\"file\": *\"([^\"]+)\"");
    private static final Pattern NETWORK = Pattern.compile("\"(\\w+)\": *(\\d+)");

    @TestFactory
    Stream<DynamicTest> networksComputeWhatTheReleaseComputes() throws IOException {
        Path folder = ParityFolder.require();
        List<String> files = new ArrayList<>();
        Matcher file = FILE.matcher(Files.readString(folder.resolve("manifest.json")));
        while (file.find()) {
            files.add(file.group(1));
        }
        assertFalse(files.isEmpty(), "the manifest lists no case");
        return files.stream().map(name -> DynamicTest.dynamicTest(name, () -> check(folder.resolve(name))));
    }

    private static void check(Path file) {
        Scope.inference(() -> {
            SafeTensors content = read(file);
            Map<String, Tensor> values = new LinkedHashMap<>(part(content, "in."));
            double tolerance = Double.parseDouble(content.metadata().getOrDefault("rtol", "0"));
            Matcher network = NETWORK.matcher(content.metadata().getOrDefault("nets", ""));
            while (network.find()) {
                String name = network.group(1);
                run(
                        name,
                        new HashedParameters(Long.parseLong(network.group(2)), part(content, "state." + name + ".")),
                        values);
            }
            Map<String, Tensor> expected = part(content, "out.");
            assertFalse(expected.isEmpty(), "the case expects nothing");
            expected.forEach((name, tensor) ->
                    ParityFolder.assertClose(name, tensor, values.getOrDefault(name, Tensor.zeros(1)), tolerance));
            return Tensor.zeros(1);
        });
    }

    private static void run(String network, HashedParameters p, Map<String, Tensor> values) {
        switch (network) {
            case "vae_a_quality" -> values.put("z", Vae.of(p).encoder().forward(require(values, "x")));
            case "vae_b_quality", "vae_b_scratch" ->
                values.put(
                        "y",
                        Vae.of(p)
                                .decoder()
                                .forward(values.containsKey("m") ? require(values, "m") : require(values, "z")));
            case "mapping_quality" -> values.put("m", QualityMapping.of(p).translate(require(values, "z")));
            case "mapping_scratch" -> scratch(ScratchMapping.of(p), values);
            case "mapping_patch_attention" -> patches(PatchAttentionMapping.of(p), values);
            case "detection_unet" -> {
                values.put("logits", ScratchUnet.of(p).forward(require(values, "x")));
                values.put("prob", require(values, "logits").sigmoid());
            }
            case "face_spade" -> face(SpadeFaceGenerator.of(p), values);
            case "netD_vae" -> judge(MultiscaleDiscriminator.ofPhotos(p), values);
            case "featD_vae" -> judge(MultiscaleDiscriminator.ofLatents(p), values);
            case "netD_mapping_quality" -> judge(MultiscaleDiscriminator.ofPairs(p, false), values);
            case "netD_mapping_scratch" -> judge(MultiscaleDiscriminator.ofPairs(p, true), values);
            default -> throw new IllegalArgumentException("unknown network " + network);
        }
    }

    private static void scratch(ScratchMapping mapping, Map<String, Tensor> values) {
        Tensor mask = require(values, "mask");
        Tensor z = require(values, "z");
        values.put("NL", mapping.attention().forward(mapping.before().forward(z), mask));
        values.put("m", mapping.translate(z, mask));
    }

    private static void patches(PatchAttentionMapping mapping, Map<String, Tensor> values) {
        Tensor mask = require(values, "mask");
        Tensor z = require(values, "z");
        values.put("NL_scale_2", mapping.upToMiddle(z, mask));
        values.put("m", mapping.translate(z, mask));
    }

    private static void face(SpadeFaceGenerator generator, Map<String, Tensor> values) {
        Tensor face = require(values, "x");
        Tensor start = generator.begin(face);
        values.put("fc", start);
        values.put("head_0", generator.blocks().getFirst().forward(start, face));
        values.put("y", generator.forward(face));
    }

    private static void judge(MultiscaleDiscriminator discriminator, Map<String, Tensor> values) {
        List<List<Tensor>> scales = discriminator.forward(require(values, "x"));
        for (int scale = 0; scale < scales.size(); scale++) {
            for (int layer = 0; layer < scales.get(scale).size(); layer++) {
                values.put("d%d_l%d".formatted(scale, layer), scales.get(scale).get(layer));
            }
        }
    }

    private static Tensor require(Map<String, Tensor> values, String name) {
        Tensor value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the case has no " + name);
        }
        return value;
    }

    private static Map<String, Tensor> part(SafeTensors content, String prefix) {
        Map<String, Tensor> part = new LinkedHashMap<>();
        content.tensors().forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), tensor);
            }
        });
        return part;
    }

    private static SafeTensors read(Path file) {
        try {
            return SafeTensors.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
