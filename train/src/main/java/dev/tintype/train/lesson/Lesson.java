package dev.tintype.train.lesson;

import dev.tintype.nn.torch.Tensor;
import dev.tintype.photo.Photo;
import dev.tintype.train.objective.Player;
import java.util.List;
import java.util.Map;

/// Something to learn: who plays, on what, and what comes out.
///
/// @param <S> one sample of what it is learnt on
public interface Lesson<S> {
    /// The players, whose parameters are trained.
    List<Player<List<S>>> players();

    /// Makes the sample of a seed; called from several threads.
    S sample(int side, long seed);

    /// The tensors that go into the weights file.
    Map<String, Tensor> weights();

    /// A row of pictures for the sheet that shows progress: before, what the network makes of it, the truth.
    List<Photo> show(S sample);
}
