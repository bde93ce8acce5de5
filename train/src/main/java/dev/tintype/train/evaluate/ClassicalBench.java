package dev.tintype.train.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tintype.damage.Degradation;
import dev.tintype.damage.Degradation.Compression;
import dev.tintype.damage.Degradation.Defocus;
import dev.tintype.damage.Degradation.GaussianNoise;
import dev.tintype.damage.Degradation.Grain;
import dev.tintype.damage.Degradation.MotionBlur;
import dev.tintype.damage.Degradation.Periodic;
import dev.tintype.damage.Degradation.Poisson;
import dev.tintype.damage.Degradation.SaltAndPepper;
import dev.tintype.damage.Degradation.Speckle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A folder of damaged pictures of which everything is known: `manifest.json` names for each its `file`, its truth
/// (`ref`), its `mask` and by `type` and parameters what was done to it; `peers.csv` what others made of it.
///
/// ```json
/// [ { "file": "boat__motion.png", "ref": "ref/boat.png", "mask": "", "type": "motion", "length": 9, "angle": 0,
/// "sigma": 1 } ]
/// ```
///
/// Sigmas and amplitudes are steps of 255, lengths pixels, angles degrees.
public record ClassicalBench(Path folder) {
    private static final double WHITE = 255;

    /// One of its pictures.
    ///
    /// @param damage what was done to it, besides what the mask says
    /// @param mask white where it is lost
    /// @param peers what others made of it
    public record Picture(
            String name, Path photo, Path truth, Optional<Path> mask, List<Degradation> damage, Peers peers) {
        /// Standard deviation of the white noise that was added, in samples.
        double noise() {
            return damage.stream()
                    .mapToDouble(one -> one instanceof GaussianNoise(double sigma) ? sigma : 0)
                    .sum();
        }
    }

    /// All of them, in the order of the manifest.
    ///
    /// @throws IllegalArgumentException where the manifest says what nobody understands
    public List<Picture> pictures() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        JsonNode list;
        try {
            list = new ObjectMapper().readTree(Files.readString(manifest, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(manifest + " is no JSON: " + e.getOriginalMessage(), e);
        }
        Peers peers = Peers.read(folder.resolve("peers.csv"));
        List<Picture> pictures = new ArrayList<>();
        for (JsonNode entry : list) {
            pictures.add(picture(entry, peers));
        }
        return pictures;
    }

    private Picture picture(JsonNode entry, Peers peers) {
        String file = entry.path("file").asText();
        String mask = entry.path("mask").asText();
        return new Picture(
                file.replaceAll("\\.[^.]+$", ""),
                folder.resolve(file),
                folder.resolve(entry.path("ref").asText()),
                mask.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(mask)),
                damage(entry),
                peers.of(file));
    }

    private static List<Degradation> damage(JsonNode entry) {
        double sigma = number(entry, "sigma") / WHITE;
        return switch (entry.path("type").asText()) {
            case "gaussian" -> List.of(new GaussianNoise(sigma));
            case "saltpepper" -> List.of(new SaltAndPepper(number(entry, "amount"), 0.5));
            case "poisson" -> List.of(new Poisson(number(entry, "peak")));
            case "speckle" -> List.of(new Speckle(Math.sqrt(number(entry, "var"))));
            case "grain" -> List.of(new Grain(sigma, number(entry, "corr")));
            case "periodic" ->
                List.of(new Periodic(number(entry, "amp") / WHITE, number(entry, "period"), number(entry, "angle")));
            case "jpeg" -> List.of(new Compression((int) number(entry, "q")));
            case "motion" -> blurred(new MotionBlur(number(entry, "length"), number(entry, "angle")), sigma);
            case "defocus" -> blurred(new Defocus(number(entry, "radius")), sigma);
            case "inpaint" -> List.of();
            default -> throw new IllegalArgumentException("manifest.json has a damage that is not known: " + entry);
        };
    }

    private static List<Degradation> blurred(Degradation blur, double sigma) {
        return sigma > 0 ? List.of(blur, new GaussianNoise(sigma)) : List.of(blur);
    }

    private static double number(JsonNode entry, String name) {
        return entry.path(name).asDouble();
    }
}
