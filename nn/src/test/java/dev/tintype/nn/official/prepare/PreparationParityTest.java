package dev.tintype.nn.official.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.nn.official.Vectors;
import dev.tintype.nn.official.prepare.PilResize.Filter;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the released code and its libraries make of one photo, sample by sample.
class PreparationParityTest {
    /// Half a level: 8-bit results must be the same.
    private static final double SAME = 0.5 / 255;

    @ParameterizedTest
    @CsvSource({
        "pil_bilinear_300x204, BILINEAR",
        "pil_bicubic_304x208, BICUBIC",
        "pil_bicubic_150x101, BICUBIC",
        "pil_nearest_400x300, NEAREST"
    })
    void resizesAsPillow(String name, Filter filter) {
        Photo expected = Vectors.photo(name + ".npy");
        Vectors.assertClose(expected, new PilResize(expected.size(), filter).apply(photo()), SAME);
    }

    @ParameterizedTest
    @CsvSource({"lowres_217x130_then_bilinear, BILINEAR", "lowres_217x130_then_nearest, NEAREST"})
    void losesResolutionAsTheTrainingData(String name, Filter filter) {
        Photo small = new PilResize(new Size(217, 130), Filter.BICUBIC).apply(photo());
        Vectors.assertClose(Vectors.photo(name + ".npy"), new PilResize(photo().size(), filter).apply(small), SAME);
    }

    @Test
    void roundsSizesAsPython() throws IOException {
        List<String> lines = Files.readAllLines(Vectors.file("python_round.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            Size size = new Size(Integer.parseInt(fields[0]), 1);
            assertEquals(
                    Math.max(4, Integer.parseInt(fields[1])),
                    RoundedSize.of(size, 4).width(),
                    line);
            assertEquals(
                    Math.max(16, Integer.parseInt(fields[2])),
                    RoundedSize.of(size, 16).width(),
                    line);
        }
    }

    @Test
    void takesTheGreyOfPillow() {
        Photo grey = new Photo(List.of(PilGrey.of(Vectors.photo("pil_bicubic_304x208.npy"))));
        Vectors.assertClose(Vectors.photo("pil_L_304x208.npy"), grey, SAME);
    }

    @Test
    void givesTheDetectorWhatTheReleaseGivesIt() {
        try (Scope _ = Scope.open()) {
            Tensor full = Pixels.of(List.of(Vectors.photo("pil_L_304x208.npy"))).narrow(1, 0, 1);
            Vectors.assertClose(Vectors.numbers("detect_input_tensor.npy"), full.toArray(), 1e-6);
            Size small = RoundedSize.shorter(new Size(304, 208), 256, 16);
            assertEquals(new Size(368, 256), small);
            Tensor scaled = full.resizeBilinear(small.height(), small.width());
            Vectors.assertClose(Vectors.numbers("detect_scaled_tensor.npy"), scaled.toArray(), 1e-5);
        }
    }

    @Test
    void bringsProbabilitiesBackToFullSize() {
        try (Scope _ = Scope.open()) {
            float[] small = floats(Vectors.numbers("prob_256x368.npy"));
            Tensor full = Tensor.of(small, 1, 1, 256, 368).upsampleNearest(208, 304);
            assertArrayEquals(floats(Vectors.numbers("prob_nearest_208x304.npy")), full.toArray());
            assertArrayEquals(
                    floats(Vectors.numbers("mask_ge_0.4.npy")),
                    full.atLeast(0.4).toArray());
            Photo saved = Vectors.png("mask_saved.png");
            assertArrayEquals(
                    full.atLeast(0.4).toArray(), Levels.samples(saved.planes().getFirst()));
        }
    }

    @Test
    void reducesMasksAsTheAttention() {
        try (Scope _ = Scope.open()) {
            Tensor mask = Pixels.ofMasks(List.of(holes()));
            Vectors.assertClose(
                    Vectors.numbers("mask_latent_bilinear.npy"),
                    mask.resizeBilinear(52, 76).toArray(),
                    1e-6);
            Vectors.assertClose(
                    Vectors.numbers("mask_latent_nearest.npy"),
                    mask.times(-1).plus(1).upsampleNearest(52, 76).toArray(),
                    0);
        }
    }

    @Test
    void growsHoles() {
        Photo expected = Vectors.photo("mask_dilated3.npy");
        Photo grown = Vectors.png("mask_304x208.png").map(new Dilation(3)::apply);
        Vectors.assertClose(expected, grown, SAME);
    }

    @Test
    void paintsHolesWhite() {
        Photo photo = Vectors.photo("pil_bicubic_304x208.npy");
        Vectors.assertClose(Vectors.photo("photo_with_white_holes.npy"), HolePainting.apply(photo, holes()), SAME);
    }

    @Test
    void storesPhotosWithStretchedTones() {
        Photo y = Vectors.planar("netout_60x80.npy").map(plane -> plane.map(sample -> (sample + 1) / 2));
        Vectors.assertClose(Vectors.png("netout_minmax_saved.png"), levels(ToneStretch.apply(y)), 1e-6);
        Vectors.assertClose(Vectors.png("netout_face_saved.png"), levels(y), 1e-6);
    }

    /// OpenCV blurs 8-bit photos with weights of 8 bits, so it may be a level off the Gaussian.
    @ParameterizedTest
    @CsvSource({"cv2_gaussblur_k3_s1.0, 3, 1", "cv2_gaussblur_k5_s2.5, 5, 2.5", "cv2_gaussblur_k7_s5.0, 7, 5"})
    void blursAsOpenCv(String name, int side, double sigma) {
        Photo blurred = photo().map(new GaussianBlur(side, sigma)::apply);
        Vectors.assertClose(Vectors.photo(name + ".npy"), levels(blurred), 1.01 / 255);
    }

    private static Photo photo() {
        return Vectors.png("photo_301x203.png");
    }

    private static Mask holes() {
        return new Mask(Vectors.photo("mask_dilated3.npy").planes().getFirst());
    }

    private static Photo levels(Photo photo) {
        return photo.map(plane -> plane.map(sample -> Levels.sample(Levels.of(sample))));
    }

    private static float[] floats(double[] numbers) {
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
