package dev.tintype.nn.official;

import dev.tintype.nn.Weights;
import java.nio.file.Files;
import java.nio.file.Path;

/// The weights files of the release in one folder, as an import writes them. Every call reads a file; the network lives
/// until the end of the program.
public record OfficialWeights(Path folder) {
    /// The encoder of old photos.
    public static final String VAE_A = "vae-a-quality";

    /// The decoder of clean photos, for photos without holes.
    public static final String VAE_B_QUALITY = "vae-b-quality";

    /// The decoder of clean photos, for photos with holes.
    public static final String VAE_B_SCRATCH = "vae-b-scratch";

    public static final String MAPPING_QUALITY = "mapping-quality";
    public static final String MAPPING_SCRATCH = "mapping-scratch";
    public static final String MAPPING_PATCHES = "mapping-patch-attention";
    public static final String DETECTOR = "scratch-detector";
    public static final String FACE_256 = "face-256";
    public static final String FACE_512 = "face-512";

    /// Whether a folder holds released networks and not ours.
    public static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(VAE_A + ".safetensors"));
    }

    public Vae vae(String name) {
        Weights weights = read(name);
        return weights.build(p -> Vae.of(p, side(weights, "encoder.1.weight", 0)));
    }

    public QualityMapping quality() {
        Weights weights = read(MAPPING_QUALITY);
        int latent = side(weights, "model.0.weight", 1);
        int width = side(weights, "model.12.conv_block.1.weight", 0);
        return weights.build(p -> QualityMapping.of(p, latent, width));
    }

    public ScratchMapping scratch() {
        Weights weights = read(MAPPING_SCRATCH);
        int latent = side(weights, "before_NL.0.weight", 1);
        int width = side(weights, "NL.g.weight", 0);
        return weights.build(p -> ScratchMapping.of(p, latent, width));
    }

    public PatchAttentionMapping patches() {
        Weights weights = read(MAPPING_PATCHES);
        int latent = side(weights, "before_NL.0.weight", 1);
        int width = side(weights, "NL_scale_1.F_Combine.weight", 0);
        return weights.build(p -> PatchAttentionMapping.of(p, latent, width));
    }

    public ScratchUnet detector() {
        Weights weights = read(DETECTOR);
        return weights.build(p -> ScratchUnet.of(p, side(weights, "first.1.weight", 0)));
    }

    /// The generator for faces.
    ///
    /// @param name [#FACE_256] or [#FACE_512]
    public SpadeFaceGenerator face(String name) {
        Weights weights = read(name);
        return weights.build(p -> SpadeFaceGenerator.of(p, side(weights, "conv_img.weight", 1)));
    }

    private Weights read(String name) {
        return Weights.read(folder.resolve(name + ".safetensors"));
    }

    private static int side(Weights weights, String tensor, int dimension) {
        return (int) weights.shape(tensor)[dimension];
    }
}
