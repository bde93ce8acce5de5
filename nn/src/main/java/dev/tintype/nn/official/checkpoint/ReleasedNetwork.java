package dev.tintype.nn.official.checkpoint;

import dev.tintype.nn.Weights;
import dev.tintype.nn.official.OfficialWeights;
import dev.tintype.nn.official.PatchAttentionMapping;
import dev.tintype.nn.official.QualityMapping;
import dev.tintype.nn.official.ScratchMapping;
import dev.tintype.nn.official.ScratchUnet;
import dev.tintype.nn.official.SpadeFaceGenerator;
import dev.tintype.nn.official.Vae;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One network of the release.
///
/// @param name of its file of weights, see [OfficialWeights]
/// @param file how the path of its checkpoint ends
/// @param key of the dictionary in the checkpoint that holds the tensors; empty where it is the whole
/// @param builder asks for every tensor the checkpoint must have
public record ReleasedNetwork(String name, String file, String key, Weights.Builder<?> builder) {

    /// All of them.
    public static List<ReleasedNetwork> all() {
        return List.of(
                vae(OfficialWeights.VAE_A, "VAE_A_quality"),
                vae(OfficialWeights.VAE_B_QUALITY, "VAE_B_quality"),
                vae(OfficialWeights.VAE_B_SCRATCH, "VAE_B_scratch"),
                mapping(OfficialWeights.MAPPING_QUALITY, "mapping_quality", QualityMapping::of),
                mapping(OfficialWeights.MAPPING_SCRATCH, "mapping_scratch", ScratchMapping::of),
                mapping(OfficialWeights.MAPPING_PATCHES, "mapping_Patch_Attention", PatchAttentionMapping::of),
                new ReleasedNetwork(
                        OfficialWeights.DETECTOR, "detection/FT_Epoch_latest.pt", "model_state", ScratchUnet::of),
                face(OfficialWeights.FACE_256, "Setting_9_epoch_100"),
                face(OfficialWeights.FACE_512, "FaceSR_512"));
    }

    private static ReleasedNetwork vae(String name, String folder) {
        return new ReleasedNetwork(name, "restoration/" + folder + "/latest_net_G.pth", "", Vae::of);
    }

    private static ReleasedNetwork mapping(String name, String folder, Weights.Builder<?> builder) {
        return new ReleasedNetwork(name, "restoration/" + folder + "/latest_net_mapping_net.pth", "", builder);
    }

    private static ReleasedNetwork face(String name, String folder) {
        return new ReleasedNetwork(name, folder + "/latest_net_G.pth", "", SpadeFaceGenerator::of);
    }

    /// The shape of every tensor the checkpoint must have.
    Map<String, List<Long>> shapes() {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        try (Scope _ = Scope.open()) {
            Tensor nothing = Tensor.zeros(1);
            builder.build((tensor, _, shape) -> {
                List<Long> sides = new ArrayList<>();
                for (long side : shape) {
                    sides.add(side);
                }
                shapes.put(tensor, sides);
                return nothing.expand(shape); // takes no memory
            });
        }
        return shapes;
    }
}
