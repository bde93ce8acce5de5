package dev.tintype.train.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.net.SceneTranslation;
import dev.tintype.nn.net.SceneVae.Encoder;
import dev.tintype.nn.net.SceneVae.Widths;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.torch.Adam;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Torch;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.Ageing;
import dev.tintype.train.synthesize.Ageing.Mix;
import dev.tintype.train.synthesize.Crowd;
import dev.tintype.train.synthesize.DamageShapes;
import dev.tintype.train.synthesize.FaceAgeing;
import dev.tintype.train.synthesize.FadedThumbnails;
import dev.tintype.train.synthesize.Portraits;
import dev.tintype.train.synthesize.Portraits.Portrait;
import dev.tintype.train.synthesize.TestPhotos;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LessonTest {
    private static final int SIDE = 32;

    enum Kind {
        VAE_CLEAN,
        VAE_OLD,
        MAPPING,
        SCRATCHES,
        TONE,
        FACE,
        FACE_WITH_JUDGE,
        FACE_DETECTOR
    }

    private static Lesson<?> lesson(Kind kind) {
        Ageing ageing = new Ageing(TestPhotos.LIBRARY, new DamageShapes(List.of()), Mix.SCENE);
        return switch (kind) {
            case VAE_CLEAN -> new VaeLesson(ageing, Optional.empty(), Map.of(), 1);
            case VAE_OLD -> new VaeLesson(ageing, Optional.of(TestPhotos.LIBRARY), Map.of(), 1);
            case MAPPING -> {
                FreshParameters clean = new FreshParameters(2, Map.of());
                Encoder.of(clean, Widths.SMALL);
                yield new MappingLesson(ageing, Map.of(), clean, Optional.empty(), Optional.empty(), 1);
            }
            case SCRATCHES -> new ScratchLesson(ageing, Map.of(), 1);
            case TONE -> new ToneLesson(new FadedThumbnails(TestPhotos.LIBRARY), Map.of(), 1);
            case FACE -> new FaceLesson(new FaceAgeing(portraits()), Optional.empty(), 0, Map.of(), 1);
            case FACE_DETECTOR -> new FaceDetectorLesson(new Crowd(TestPhotos.LIBRARY, portraits()), Map.of(), 1);
            case FACE_WITH_JUDGE -> {
                SceneTranslation scene = SceneTranslation.of(new FreshParameters(3, Map.of()), Widths.SMALL);
                yield new FaceLesson(new FaceAgeing(portraits()), Optional.of(scene), 0.01, Map.of(), 1);
            }
        };
    }

    private static Portraits portraits() {
        FacePoints face = FacePoints.upright(100);
        List<Portrait> portraits = TestPhotos.LIBRARY.photos().stream()
                .map(photo -> new Portrait(photo, face))
                .toList();
        return new Portraits(portraits, List.of());
    }

    /// Thirty steps on one batch must make its loss smaller, or the loss does not reach the parameters.
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
        for (int step = 0; step < 30; step++) {
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
