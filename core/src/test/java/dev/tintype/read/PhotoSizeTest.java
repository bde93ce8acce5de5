package dev.tintype.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.photo.Metadata;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Scan;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.write.PhotoWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoSizeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "jpg"})
    void isToldWithoutDecoding(String ending) {
        Size size = new Size(37, 23);
        Path file = folder.resolve("photo." + ending);
        PhotoWriter.write(new Scan(new Samples(size, 3, Depth.BITS_8), Optional.empty(), Metadata.NONE), file, false);
        assertEquals(size, PhotoReader.size(file, size.area()));
        String refused = assertThrows(UnreadablePhotoException.class, () -> PhotoReader.size(file, size.area() - 1))
                .getMessage();
        assertTrue(refused.contains("37 x 23 pixels are more than the limit of 850"), refused);
    }
}
