package dev.tintype.train.synthesize;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.read.PhotoReader;
import dev.tintype.write.PhotoWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Faces that are made once, kept as pictures in a folder, and met again, mirrored or not: to restore a portrait takes
/// longer than to learn from it. Each picture is a face as it was mended, as the scan had it, and its truth, in a row.
///
/// @param count how many are kept
public record KeptFaces(MendedFaces faces, Path folder, int count) {
    /// The face that a seed chooses.
    ///
    /// @param side of the square, pixels
    public MendedFace sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        int number = random.nextInt(count);
        Path file = folder.resolve("%06d-%d.png".formatted(number, side));
        if (!Files.exists(file)) {
            write(faces.sample(side, number), file);
        }
        MendedFace face = read(file, side);
        return random.nextBoolean() ? face.mirrored() : face;
    }

    private static void write(MendedFace face, Path file) {
        List<Photo> pictures = face.pictures();
        int side = face.sound().size().width();
        Samples row = new Samples(new Size(pictures.size() * side, side), 3, Depth.BITS_8);
        for (int i = 0; i < pictures.size(); i++) {
            row.put(0, i * side, pictures.get(i));
        }
        PhotoWriter.write(new Scan(row, Optional.empty(), Metadata.NONE), file, true);
    }

    private static MendedFace read(Path file, int side) {
        Samples row = PhotoReader.read(file).samples();
        return MendedFace.of(IntStream.range(0, 3)
                .mapToObj(i -> row.photo(new Region(0, i * side, new Size(side, side))))
                .toList());
    }
}
