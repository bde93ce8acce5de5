package dev.tintype.cli;

import dev.tintype.plan.FaceWish;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How strongly faces are to be refined, as the user says it.
final class FaceWishes {
    private static final String OFF = "off";
    private static final String AUTO = "auto";

    @Option(
            names = "--faces",
            paramLabel = "off|auto|0..1",
            description = "How strongly faces are refined. auto, unless you say otherwise: each as much as it needs, a"
                    + " sharp one not at all. It needs face-detector.safetensors and face.safetensors beside the other"
                    + " weights; where they are missing, faces are restored like the rest of the photo.")
    private Optional<String> faces = Optional.empty();

    @Option(
            names = "--face",
            paramLabel = "N=0..1",
            description = "How strongly the Nth face from the left is refined, as 'tintype faces' counts them;"
                    + " repeatable.")
    private Map<Integer, Double> single = Map.of();

    @Option(
            names = "--face-detector",
            paramLabel = "FILE",
            description = "Find faces by this network instead: an ONNX file that OpenCV's FaceDetectorYN takes, such as"
                    + " face_detection_yunet_2023mar.onnx. What runs it is fetched when it is first used.")
    private Optional<Path> detector = Optional.empty();

    FaceWishes() {}

    /// The network that finds faces, where it is not our own.
    Optional<Path> detector() {
        return detector;
    }

    /// Whether the user has said anything.
    boolean asked() {
        return faces.isPresent() || !single.isEmpty();
    }

    /// What is wished, or nothing where faces are to be left alone.
    ///
    /// @throws IllegalArgumentException with one sentence where that is no strength
    Optional<FaceWish> wish() {
        String all = faces.orElse(AUTO);
        if (all.equals(OFF)) {
            return single.isEmpty() ? Optional.empty() : Optional.of(new FaceWish(Optional.of(0.0), single));
        }
        return Optional.of(new FaceWish(all.equals(AUTO) ? Optional.empty() : Optional.of(strength(all)), single));
    }

    private static double strength(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--faces is off, auto or 0 to 1, not '%s'".formatted(text), e);
        }
    }
}
