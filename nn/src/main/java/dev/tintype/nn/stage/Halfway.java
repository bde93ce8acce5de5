package dev.tintype.nn.stage;

import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How far a plan has come with a scan.
///
/// @param samples those of the scan itself, or others that the next step may change in place
/// @param mask what is lost, where anybody has said or searched; nobody changes it
/// @param faces where a step has found some
/// @param done the steps that led here
public record Halfway(Samples samples, Optional<Samples> mask, List<Face> faces, List<Step> done) {
    public Halfway {
        faces = List.copyOf(faces);
        done = List.copyOf(done);
    }

    /// What is lost; nothing, where nobody has said or searched.
    Samples lost() {
        return mask.orElseGet(() -> new Samples(samples.size(), 1, Depth.BITS_8));
    }

    Halfway with(Samples lost) {
        return new Halfway(samples, Optional.of(lost), faces, done);
    }

    Halfway after(Step step) {
        return new Halfway(
                samples,
                mask,
                faces,
                Stream.concat(done.stream(), Stream.of(step)).toList());
    }
}
