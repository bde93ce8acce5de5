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
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/// Squares that are made once, kept as pictures in a folder, and met again: to restore a photo takes longer than to
/// learn from it. Each file is some squares in a row, in 8 bits and three channels.
///
/// @param count how many files there will be
public record KeptPictures(Path folder, int count) {
    /// As many times fewer, in the same folder.
    public KeptPictures fewer(int times) {
        return new KeptPictures(folder, Math.max(1, count / times));
    }

    /// Some of the squares, at random.
    ///
    /// @param side pixels
    /// @param make what the squares of a number are, all of that side
    List<Photo> random(int side, RandomGenerator random, LongFunction<List<Photo>> make) {
        int number = random.nextInt(count);
        Path file = folder.resolve("%06d-%d.png".formatted(number, side));
        if (!Files.exists(file)) {
            write(make.apply(number), file, side);
        }
        Samples row = PhotoReader.read(file).samples();
        return IntStream.range(0, row.size().width() / side)
                .mapToObj(i -> row.photo(new Region(0, i * side, new Size(side, side))))
                .toList();
    }

    private static void write(List<Photo> squares, Path file, int side) {
        Samples row = new Samples(new Size(squares.size() * side, side), 3, Depth.BITS_8);
        for (int i = 0; i < squares.size(); i++) {
            row.put(0, i * side, Toning.threePlanes(squares.get(i)));
        }
        PhotoWriter.write(new Scan(row, Optional.empty(), Metadata.NONE), file, true);
    }
}
