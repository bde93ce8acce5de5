package dev.tintype.train.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.torch.Adam;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Mask;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.train.lesson.MappingLesson.Design;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.AgedCrops;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Marked;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.FadedThumbnails;
import dev.tintype.train.synthesize.HintedSquare;
import dev.tintype.train.synthesize.MendedCrop;
import dev.tintype.train.synthesize.MendedFaces;
import dev.tintype.train.synthesize.Portraits;
import dev.tintype.train.synthesize.Portraits.Portrait;
import dev.tintype.train.synthesize.Sample;
import dev.tintype.train.synthesize.TestPhotos;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LessonTest {
    private static final int SIDE = 32;
    private static final Weights UNTRAINED = new Weights("untrained", Map.of(), Map.of());

    enum Kind {
        VAE_CLEAN,
        VAE_OLD,
        VAE_ALL,
        MAPPING,
        MAPPING_ALONE,
        SCRATCHES,
        SECOND_LOOK,
        TONE,
        PIX2PIX,
        CYCLEGAN,
        FACE,
        FACE_WITH_JUDGE,
        FACE_DETECTOR
    }

    private static Lesson<?> lesson(Kind kind) {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCENE);
        return switch (kind) {
            case VAE_CLEAN -> new VaeLesson(VaeLesson.Kind.PLAIN, ageing, Optional.empty(), Map.of(), 1);
            case VAE_OLD -> new VaeLesson(VaeLesson.Kind.ALIGNED, ageing, Optional.of(TestPhotos.LIBRARY), Map.of(), 1);
            case VAE_ALL -> new VaeLesson(VaeLesson.Kind.SHARED, ageing, Optional.of(TestPhotos.LIBRARY), Map.of(), 1);
            case MAPPING -> mapping(ageing, Design.FULL);
            case MAPPING_ALONE -> mapping(ageing, new Design(false, false));
            case PIX2PIX -> new Pix2PixLesson(ageing, Map.of(), 1);
            case CYCLEGAN -> new CycleGanLesson(ageing, TestPhotos.LIBRARY, Map.of(), 50, 1);
            case SCRATCHES -> new ScratchLesson(ageing, 8, Map.of(), 1);
            case SECOND_LOOK -> new SecondLookLesson((side, seed) -> hinted(ageing.sample(side, seed)), UNTRAINED, 1);
            case TONE -> new ToneLesson(new FadedThumbnails(TestPhotos.LIBRARY), Map.of(), 1);
            case FACE -> new FaceLesson(faces(), 0, Map.of(), 1);
            case FACE_DETECTOR -> new FaceDetectorLesson(new Crowd(TestPhotos.LIBRARY, portraits()), Map.of(), 1);
            case FACE_WITH_JUDGE -> new FaceLesson(faces(), 0.01, Map.of(), 1);
        };
    }

    /// A first look has found half of what is lost, and met its colours all over the photo.
    private static HintedSquare hinted(Sample sample) {
        Plane damage = sample.damage().damage();
        Plane colours = Plane.of(damage.size(), (_, _) -> 1);
        return new HintedSquare(
                sample.aged(), List.of(damage.map(x -> x / 2), colours), sample.damage(), new Mask(colours));
    }

    /// Portraits that come back from restoring a little darker.
    private static MendedFaces faces() {
        return new MendedFaces(portraits(), aged -> {
            Samples darker = new Samples(aged.size(), aged.channels(), aged.depth());
            darker.put(0, 0, aged.photo().map(plane -> plane.map(x -> 0.9f * x)));
            return darker;
        });
    }

    private static Portraits portraits() {
        FacePoints face = FacePoints.upright(100);
        List<Portrait> portraits = TestPhotos.LIBRARY.photos().stream()
                .map(photo -> new Portrait("face", photo, face, true))
                .toList();
        return new Portraits(portraits, List.of());
    }

    private static Lesson<MendedCrop> mapping(Ageing ageing, Design design) {
        FreshParameters clean = new FreshParameters(2, Map.of());
        Encoder.of(clean, Widths.SMALL);
        return new MappingLesson(new AgedCrops(ageing, Optional.empty()), design, Map.of(), clean, Optional.empty(), 1);
    }

    @Test
    void aMappingAloneLeavesTheVaesAsTheyAre() {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCENE);
        Lesson<MendedCrop> alone = mapping(ageing, new Design(true, false));
        Set<String> learning = alone.players().getFirst().parameters().keySet();
        Set<String> still = new HashSet<>(alone.weights().keySet());
        still.removeAll(learning);
        assertTrue(learning.contains("mapping.nonLocal.theta.weight") && learning.contains("clean.decoder.head.bias"));
        assertTrue(still.contains("old.encoder.stem.weight") && still.contains("clean.decoder.up.weight"));
        Lesson<MendedCrop> without = mapping(ageing, new Design(false, true));
        assertEquals(
                without.weights().keySet(),
                without.players().getFirst().parameters().keySet());
        assertFalse(without.weights().containsKey("mapping.nonLocal.theta.weight"));
    }

    @Test
    void learnsFromTheHardestSquaresOfABatch() {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCRATCHES);
        ScratchLesson one = new ScratchLesson(ageing, 1, Map.of(), 1);
        List<Marked> batch =
                IntStream.range(0, 4).mapToObj(i -> one.sample(SIDE, i)).toList();
        double[] alone = batch.stream()
                .mapToDouble(square -> entropy(one, List.of(square)))
                .sorted()
                .toArray();
        assertTrue(alone[3] > 1.001 * alone[1], () -> Arrays.toString(alone));
        assertEquals(alone[3], entropy(one, batch), 1e-5);
        double most = entropy(new ScratchLesson(ageing, 2, Map.of(), 1), batch);
        assertEquals((alone[2] + alone[3]) / 2, most, 1e-5);
    }

    private static double entropy(ScratchLesson lesson, List<Marked> batch) {
        try (Scope _ = Scope.open()) {
            Loss loss = lesson.players().getFirst().loss().apply(batch);
            return loss.terms().getFirst().value().item();
        }
    }

    @Test
    void oneVaeForAllSeesOldAgedAndCleanPhotos() {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCENE);
        Lesson<Sample> all = new VaeLesson(VaeLesson.Kind.SHARED, ageing, Optional.of(TestPhotos.LIBRARY), Map.of(), 1);
        assertNotEquals(ageing.sample(SIDE, 4).aged(), all.sample(SIDE, 4).aged(), "4 is a real old photo");
        assertEquals(
                0,
                difference(ageing.sample(SIDE, 5).sound(), all.sample(SIDE, 5).aged()));
        assertEquals(
                0, difference(ageing.sample(SIDE, 7).aged(), all.sample(SIDE, 7).aged()));
    }

    private static double difference(Photo a, Photo b) {
        return IntStream.range(0, SIDE * SIDE)
                .mapToDouble(i -> Math.abs(a.planes().getFirst().at(i / SIDE, i % SIDE)
                        - b.planes().getFirst().at(i / SIDE, i % SIDE)))
                .max()
                .orElseThrow();
    }

    /// Thirty steps on one batch, twelve of what takes long, must make its loss smaller, or the loss does not reach the
    /// parameters.
    @ParameterizedTest
    @EnumSource
    void canLearnOneBatch(Kind kind) {
        Torch.seed(1);
        learnOneBatch(lesson(kind), kind);
    }

    private static <S> void learnOneBatch(Lesson<S> lesson, Kind kind) {
        List<S> batch =
                IntStream.range(0, 4).mapToObj(i -> lesson.sample(SIDE, i)).toList();
        Player<List<S>> player = lesson.players().getFirst();
        Adam adam = new Adam(player.parameters(), 0.9, 0.99);
        float first = Float.NaN;
        float last = Float.NaN;
        int steps = kind == Kind.CYCLEGAN || kind == Kind.MAPPING_ALONE ? 12 : 30;
        for (int step = 0; step < steps; step++) {
            try (Scope _ = Scope.open()) {
                adam.clear();
                Loss loss = player.loss().apply(batch);
                last = loss.total().item();
                first = step == 0 ? last : first;
                loss.total().backward();
                adam.step(1e-3, 1, 0.99);
            }
        }
        assertTrue(last < 0.95 * first, kind + " went from " + first + " to " + last);
    }

    @ParameterizedTest
    @EnumSource
    void showsPicturesOfOneSize(Kind kind) {
        List<Photo> row = row(lesson(kind));
        assertTrue(row.size() >= 2);
        for (Photo photo : row) {
            assertEquals(row.getFirst().size(), photo.size());
        }
    }

    private static <S> List<Photo> row(Lesson<S> lesson) {
        return lesson.show(lesson.sample(SIDE, 3));
    }
}
