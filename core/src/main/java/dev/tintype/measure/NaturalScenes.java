package dev.tintype.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tintype.measure.SceneFeatures.Patch;
import dev.tintype.photo.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;

/// How the patches of photos are distributed: a Gaussian of 36 dimensions, which [Niqe] compares.
public final class NaturalScenes {
    private static final String SHIPPED = "natural-scenes.json";
    private static final double SHARP = 0.75; // of the sharpest patch of a photo; section III of the paper
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final RealVector mean;
    private final RealMatrix covariance;
    private final String card;

    private NaturalScenes(RealVector mean, RealMatrix covariance, String card) {
        this.mean = mean;
        this.covariance = covariance;
        this.card = card;
    }

    /// The one that comes with Tintype; its card says how it was fitted.
    public static NaturalScenes shipped() {
        try (InputStream in = Objects.requireNonNull(NaturalScenes.class.getResourceAsStream(SHIPPED))) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fits the sharp patches of sound photos: those with at least three quarters of the local deviation of the
    /// sharpest one in their photo.
    ///
    /// @param photos each is asked for once, several at a time
    /// @param origin where they come from, for the card
    /// @throws IllegalArgumentException where there are too few patches
    public static NaturalScenes fit(List<Supplier<Photo>> photos, String origin) {
        List<List<Patch>> sharp = photos.parallelStream()
                .map(photo -> sharp(SceneFeatures.of(photo.get())))
                .toList();
        List<Patch> patches = sharp.stream().flatMap(List::stream).toList();
        long used = sharp.stream().filter(one -> !one.isEmpty()).count();
        String card =
                ("Fitted on the %d sharp patches (%d x %d pixels, at least %s of the local deviation of the sharpest in"
                                + " their photo) of %d photos: %s")
                        .formatted(patches.size(), SceneFeatures.PATCH, SceneFeatures.PATCH, SHARP, used, origin);
        return of(patches, card);
    }

    private static List<Patch> sharp(List<Patch> patches) {
        double most = patches.stream().mapToDouble(Patch::sharpness).max().orElse(0);
        return patches.stream()
                .filter(patch -> patch.sharpness() > SHARP * most)
                .toList();
    }

    /// All patches of one photo.
    ///
    /// @throws IllegalArgumentException where there are not two of them
    static NaturalScenes of(Photo photo) {
        return of(SceneFeatures.of(photo), "");
    }

    private static NaturalScenes of(List<Patch> patches, String card) {
        if (patches.size() < 2) {
            throw new IllegalArgumentException("it takes two patches of %d x %d pixels that are not flat; there are %d"
                    .formatted(SceneFeatures.PATCH, SceneFeatures.PATCH, patches.size()));
        }
        double[][] rows =
                patches.stream().map(patch -> array(patch.features().stream())).toArray(double[][]::new);
        RealVector sum = new ArrayRealVector(SceneFeatures.COUNT);
        for (double[] row : rows) {
            sum = sum.add(new ArrayRealVector(row, false));
        }
        return new NaturalScenes(sum.mapDivide(rows.length), new Covariance(rows).getCovarianceMatrix(), card);
    }

    /// How far apart two distributions lie: `√((ν₁ - ν₂)ᵀ ((Σ₁ + Σ₂) / 2)⁻¹ (ν₁ - ν₂))`.
    double distance(NaturalScenes other) {
        RealVector difference = mean.subtract(other.mean);
        RealMatrix pooled = covariance.add(other.covariance).scalarMultiply(0.5);
        RealVector scaled = new SingularValueDecomposition(pooled).getSolver().solve(difference);
        return Math.sqrt(Math.max(0, difference.dotProduct(scaled)));
    }

    /// Where it comes from.
    public String card() {
        return card;
    }

    /// As JSON: the card, the mean, and the covariance row by row.
    public String text() {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("card", card);
        add(root.putArray("mean"), mean.toArray());
        ArrayNode rows = root.putArray("covariance");
        for (double[] row : covariance.getData()) {
            add(rows.addArray(), row);
        }
        return root.toString().replace("[[", "[\n[").replace("],[", "],\n[").replace(",\"", ",\n\"") + "\n";
    }

    private static void add(ArrayNode array, double[] numbers) {
        for (double number : numbers) {
            array.add(number);
        }
    }

    /// That of a text that [#text] wrote.
    ///
    /// @throws IllegalArgumentException with one sentence that says what is wrong
    public static NaturalScenes parse(String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            double[] mean = numbers(root.path("mean"));
            double[][] covariance = root.path("covariance")
                    .valueStream()
                    .map(NaturalScenes::numbers)
                    .toArray(double[][]::new);
            if (mean.length != SceneFeatures.COUNT || covariance.length != SceneFeatures.COUNT) {
                throw new IllegalArgumentException("a model of natural scenes has %d numbers, this one has %d"
                        .formatted(SceneFeatures.COUNT, mean.length));
            }
            return new NaturalScenes(
                    new ArrayRealVector(mean),
                    new Array2DRowRealMatrix(covariance),
                    root.path("card").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the model of natural scenes is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static double[] numbers(JsonNode array) {
        return array.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static double[] array(Stream<Double> numbers) {
        return numbers.mapToDouble(x -> x).toArray();
    }
}
