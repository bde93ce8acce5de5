package dev.tintype.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tintype.format.Directory;
import dev.tintype.format.DirectoryWriter;
import dev.tintype.format.Exif;
import dev.tintype.format.Field;
import dev.tintype.format.Tag;
import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.write.PhotoWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
    @TempDir
    private Path folder = Path.of("");

    /// The letter F as TIFF 6.0 and every photo program turn it.
    @ParameterizedTest
    @CsvSource({
        "1, '### #.. ##. #.. #..'",
        "2, '### ..# .## ..# ..#'",
        "3, '..# ..# .## ..# ###'",
        "4, '#.. #.. ##. #.. ###'",
        "5, '##### #.#.. #....'",
        "6, '##### ..#.# ....#'",
        "7, '....# ..#.# #####'",
        "8, '#.... #.#.. #####'",
    })
    void turnsEveryWayOnce(int code, String upright) {
        Directory directory = new Directory(List.of(Field.shorts(Tag.ORIENTATION, code)), Map.of());
        Samples stored = letter("### #.. ##. #.. #..");
        for (Optional<Samples> alpha : List.of(Optional.<Samples>empty(), Optional.of(stored))) {
            Scan scan = new Scan(stored, alpha, said(directory));
            Path file = folder.resolve("f.png");
            PhotoWriter.write(scan, file, true);
            Scan turned = PhotoReader.read(file);
            assertEquals(upright, text(turned.samples()));
            turned.alpha().ifPresent(opacity -> assertEquals(upright, text(opacity)));
            Directory exif =
                    Exif.directory(turned.metadata().exif().orElseThrow()).orElseThrow();
            assertEquals(1, Exif.orientation(exif));
            Path again = folder.resolve("again.png");
            PhotoWriter.write(turned, again, true);
            assertEquals(upright, text(PhotoReader.read(again).samples()));
        }
    }

    private static Metadata said(Directory exif) {
        return new Metadata(
                Optional.empty(), Optional.of(DirectoryWriter.block(exif)), Optional.empty(), Optional.empty(), 0);
    }

    private static Samples letter(String rows) {
        List<String> lines = List.of(rows.split(" "));
        Samples samples = new Samples(new Size(lines.getFirst().length(), lines.size()), 1, Depth.BITS_8);
        for (int row = 0; row < lines.size(); row++) {
            for (int column = 0; column < lines.getFirst().length(); column++) {
                samples.put(0, row, column, lines.get(row).charAt(column) == '#' ? 255 : 0);
            }
        }
        return samples;
    }

    private static String text(Samples samples) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < samples.size().height(); row++) {
            text.append(row == 0 ? "" : " ");
            for (int column = 0; column < samples.size().width(); column++) {
                text.append(samples.raw(0, row, column) > 0 ? '#' : '.');
            }
        }
        return text.toString();
    }
}
