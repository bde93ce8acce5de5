package dev.tintype.train.lesson;

import dev.tintype.nn.FreshParameters;
import dev.tintype.nn.Weights;
import dev.tintype.nn.net.ScratchNet;
import dev.tintype.nn.stage.MarkHints;
import dev.tintype.nn.stage.ScratchDetector;
import dev.tintype.nn.torch.Pixels;
import dev.tintype.nn.torch.Scope;
import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.train.fit.Trainer;
import dev.tintype.train.objective.Loss;
import dev.tintype.train.objective.Player;
import dev.tintype.train.synthesize.HintedSquare;
import dev.tintype.train.synthesize.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Learns to find marks at a second look, told what the first one found, which stays as it is. It goes on from an
/// earlier second look, or else from the first one, and begins to heed what it is told.
public final class SecondLookLesson implements Lesson<HintedSquare> {
    private final Source<HintedSquare> source;
    private final Map<String, Tensor> first;
    private final FreshParameters parameters;
    private final ScratchNet net;

    /// @param detector the first look, and the second one if there is one
    public SecondLookLesson(Source<HintedSquare> source, Weights detector, long seed) {
        this.source = source;
        first = detector.except(ScratchDetector.SECOND).tensors();
        Map<String, Tensor> second = detector.part(ScratchDetector.SECOND).tensors();
        parameters = new FreshParameters(seed, second.isEmpty() ? first : second);
        net = ScratchNet.of(parameters, ScratchNet.shipped(true));
    }

    @Override
    public List<Player<List<HintedSquare>>> players() {
        return List.of(new Player<>("second look", parameters.tensors(), this::loss));
    }

    private Loss loss(List<HintedSquare> batch) {
        Tensor damage = Pixels.ofMasks(batch.stream().map(HintedSquare::damage).toList());
        Tensor weight = Pixels.ofMasks(batch.stream().map(HintedSquare::weight).toList());
        return ScratchLesson.loss(logits(batch).precise(), damage, weight);
    }

    private Tensor logits(List<HintedSquare> batch) {
        return net.forward(MarkHints.input(
                batch.stream().map(HintedSquare::aged).toList(),
                batch.stream().map(HintedSquare::hints).toList()));
    }

    @Override
    public HintedSquare sample(int side, long seed) {
        return source.sample(side, seed);
    }

    @Override
    public Map<String, Tensor> weights() {
        Map<String, Tensor> both = new LinkedHashMap<>(first);
        both.putAll(Trainer.named(ScratchDetector.SECOND, parameters.tensors()));
        return both;
    }

    @Override
    public List<Photo> show(HintedSquare square) {
        try (Scope _ = Scope.open()) {
            Tensor found = Scope.inference(() -> logits(List.of(square)).sigmoid());
            Plane plane = Plane.copyOf(square.aged().size(), found.toArray(), 0);
            return List.of(
                    square.aged(),
                    new Photo(square.hints().subList(0, 1)),
                    new Photo(List.of(plane)),
                    new Photo(List.of(square.damage().damage())));
        }
    }
}
