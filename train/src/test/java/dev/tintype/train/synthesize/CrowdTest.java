package dev.tintype.train.synthesize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.train.synthesize.Crowd.Group;
import dev.tintype.train.synthesize.Portraits.Portrait;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdTest {
    private static final int SIDE = 96;

    @TempDir
    private Path folder = Path.of(".");

    private static Samples flat(float grey) {
        Size size = new Size(200, 200);
        Samples photo = new Samples(size, 1, Depth.BITS_8);
        photo.put(0, 0, new Photo(List.of(Plane.of(size, (_, _) -> grey))));
        return photo;
    }

    /// White portraits before black photos.
    private static Crowd crowd(boolean alone) {
        FacePoints points =
                FacePoints.upright(1).map(point -> new Point(60 + 80 * point.row(), 60 + 80 * point.column()));
        return new Crowd(
                new PhotoLibrary(List.of(flat(0)), List.of()),
                new Portraits(List.of(new Portrait("white", flat(1), points, alone)), List.of()));
    }

    /// The area that is bright, in squares of the eyes' distance: a fifth of squares with one face have more.
    private static double bright(Crowd crowd) {
        List<Double> areas = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            Group group = crowd.sample(SIDE, seed);
            if (group.faces().size() == 1) {
                double eyes = group.faces().getFirst().eyeDistance();
                int bright = 0;
                for (float x : group.photo().luminance().toArray()) {
                    bright += x > 0.5 ? 1 : 0;
                }
                areas.add(bright / (eyes * eyes));
            }
        }
        return areas.stream().sorted().skip(areas.size() * 4 / 5).findFirst().orElseThrow();
    }

    /// A head is an ellipse of 1.7 by 2.3 eye distances, 12.3 of their squares; every second
    /// portrait is set whole, where it is alone.
    @Test
    void aFaceAmongOthersIsCutOut() {
        double cut = bright(crowd(false));
        double either = bright(crowd(true));
        assertTrue(cut > 4 && cut < 14 && either > 1.5 * cut, "areas of %s and %s".formatted(cut, either));
    }

    @Test
    void photosThatShowPeopleAreLeftOut() throws IOException {
        for (String name : List.of("sea.pgm", "people.pgm")) {
            byte[] header = "P5 150 150 255\n".getBytes(StandardCharsets.US_ASCII);
            byte[] file = Arrays.copyOf(header, header.length + 150 * 150);
            Files.write(folder.resolve(name), file);
        }
        assertEquals(2, PhotoLibrary.read(List.of(folder)).photos().size());
        PhotoLibrary rest = PhotoLibrary.read(List.of(folder), Set.of("people.pgm"));
        assertEquals(1, rest.photos().size());
        assertEquals(List.of(), rest.skipped());
        Path points = Files.write(
                folder.resolve("points.csv"),
                List.of("people.pgm,10,10,20,10,15,15,11,20,19,20", "people.pgm,50,50,60,50,55,55,51,60,59,60"));
        List<Portrait> faces =
                Portraits.read(List.of(folder), Optional.of(points)).portraits();
        assertEquals(2, faces.size());
        assertTrue(faces.stream().noneMatch(Portrait::alone));
    }
}
