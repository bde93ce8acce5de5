package dev.tintype.web.restoration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.nn.stage.Face;
import dev.tintype.nn.stage.Halfway;
import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.nn.stage.Shelf;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Samples.Depth;
import dev.tintype.photo.Size;
import dev.tintype.plan.Plan;
import dev.tintype.web.Settings;
import dev.tintype.web.store.DataFolder;
import dev.tintype.web.store.StoredPhoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What plans came to, as files.
class ShelvesTest {
    private static final Size SIZE = new Size(31, 17);
    private static final List<Plan.Step> STEPS =
            Stream.of("one", "two", "three").map(ShelvesTest::planned).toList();

    @TempDir
    Path data;

    private Settings settings;
    private DataFolder folder;
    private Shelves shelves;

    @BeforeEach
    void open() {
        settings = new Settings(data, "", List.of(), "", 1_000_000, 10, false);
        folder = new DataFolder(settings);
        shelves = new Shelves(folder, settings);
    }

    private static Plan.Step planned(String stage) {
        return new Plan.Step(stage, true, Map.of("strength", "0.5"), "");
    }

    private static StoredPhoto photo(String sha256) {
        return new StoredPhoto(
                UUID.randomUUID(), OffsetDateTime.now(ZoneOffset.UTC), sha256, "old.png", 9, SIZE, Optional.empty());
    }

    private static Samples noise(int channels, Depth depth) {
        Samples samples = new Samples(SIZE, channels, depth);
        Random random = new Random(3);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < SIZE.area(); i++) {
                float level = random.nextFloat() * depth.white();
                samples.put(c, i / SIZE.width(), i % SIZE.width(), depth == Depth.FLOAT ? level : (int) level);
            }
        }
        return samples;
    }

    private static Halfway halfway(Samples samples, double seconds) {
        Face face = new Face(FacePoints.upright(29).map(point -> new Point(point.row() / 3, 0.1)), 0.9);
        return new Halfway(
                samples,
                Optional.of(noise(1, Depth.BITS_8)),
                List.of(face),
                List.of(new Step("one", "a \"face\",\nperhaps", "face", seconds)));
    }

    private static Halfway slow() {
        return halfway(noise(1, Depth.BITS_16), 2);
    }

    private Shelf shelf(StoredPhoto photo, Samples scan) {
        return shelves.of(photo, scan, Optional.empty(), _ -> {});
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.halfway())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void assertEqual(Samples expected, Samples actual) {
        assertEquals(expected.depth(), actual.depth());
        assertEquals(numbers(expected), numbers(actual));
    }

    private static List<String> numbers(Samples samples) {
        return samples.photo().planes().stream()
                .map(plane -> Arrays.toString(plane.toArray()))
                .toList();
    }

    @Test
    void givesBackEverySampleInEveryDepth() {
        for (Depth depth : Depth.values()) {
            for (int channels : new int[] {1, 3}) {
                StoredPhoto photo = photo("a");
                Samples scan = new Samples(SIZE, channels, depth);
                Halfway kept = halfway(noise(channels, depth), 2);
                shelf(photo, scan).keep(STEPS.subList(0, 1), kept);
                List<Halfway> heard = new ArrayList<>();
                Halfway found = shelves.of(photo, scan, Optional.empty(), heard::add)
                        .furthest(STEPS)
                        .orElseThrow();
                assertEqual(kept.samples(), found.samples());
                assertEqual(kept.mask().orElseThrow(), found.mask().orElseThrow());
                assertEquals(kept.faces(), found.faces());
                assertEquals(kept.done(), found.done());
                assertSame(found, heard.getFirst());
            }
        }
    }

    @Test
    void takesSamplesThatNoStepHasChangedFromTheScan() throws IOException {
        Samples scan = noise(3, Depth.BITS_8);
        StoredPhoto photo = photo("a");
        shelf(photo, scan)
                .keep(
                        STEPS,
                        new Halfway(
                                scan,
                                Optional.empty(),
                                List.of(),
                                halfway(scan, 1).done()));
        assertSame(scan, shelf(photo, scan).furthest(STEPS).orElseThrow().samples());
        assertTrue(Files.size(files().getFirst()) < SIZE.area());
    }

    @Test
    void knowsOnlyTheSameWork() throws IOException {
        Samples scan = noise(1, Depth.BITS_16);
        StoredPhoto photo = photo("a");
        shelf(photo, scan).keep(STEPS.subList(0, 2), slow());
        assertTrue(shelf(photo, scan).furthest(STEPS).isPresent());
        assertTrue(shelf(photo, scan).furthest(STEPS.subList(0, 1)).isEmpty());
        assertTrue(shelf(photo, scan)
                .furthest(List.of(STEPS.getFirst(), planned("other")))
                .isEmpty());
        assertTrue(shelf(photo("a"), scan).furthest(STEPS).isEmpty());
        Path mask = Files.writeString(data.resolve("mask"), "lost");
        assertTrue(shelves.of(photo, scan, Optional.of(mask), _ -> {})
                .furthest(STEPS)
                .isEmpty());
        Path weights = Files.createDirectory(data.resolve("weights"));
        Settings others = new Settings(data, weights.toString(), List.of(), "", 1_000_000, 10, false);
        Files.writeString(weights.resolve("tone.safetensors"), "learnt");
        assertTrue(new Shelves(folder, others)
                .of(photo, scan, Optional.empty(), _ -> {})
                .furthest(STEPS)
                .isEmpty());
    }

    @Test
    void doesNotKeepWhatIsSoonDoneAgain() throws IOException {
        shelf(photo("a"), noise(1, Depth.BITS_16)).keep(STEPS, halfway(noise(1, Depth.BITS_16), 0.4));
        assertEquals(List.of(), files());
    }

    @Test
    void leavesDamagedFilesOutAndDeletesThem() throws IOException {
        Samples scan = noise(1, Depth.BITS_16);
        Shelf shelf = shelf(photo("a"), scan);
        shelf.keep(STEPS, slow());
        byte[] sound = Files.readAllBytes(files().getFirst());
        List<byte[]> damaged = new ArrayList<>(List.of(
                new byte[0],
                Arrays.copyOf(sound, 20),
                Arrays.copyOf(sound, sound.length - 1),
                Arrays.copyOf(sound, sound.length + 1)));
        for (int at : new int[] {0, 2, 8, sound.length / 2, sound.length - 1}) {
            byte[] other = sound.clone();
            other[at] ^= 64;
            damaged.add(other);
        }
        for (byte[] content : damaged) {
            shelf.keep(STEPS, slow());
            Files.write(files().getFirst(), content);
            assertTrue(shelf.furthest(STEPS).isEmpty());
            assertEquals(List.of(), files());
        }
    }

    @Test
    void keepsTheLastUsedOfAPhoto() throws IOException {
        Samples scan = noise(1, Depth.BITS_16);
        Shelf shelf = shelf(photo("a"), scan);
        shelf.keep(STEPS, slow());
        for (int i = 0; i < 6; i++) {
            for (Path file : files()) {
                FileTime time = Files.getLastModifiedTime(file);
                Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() - 1000));
            }
            assertTrue(shelf.furthest(STEPS).isPresent(), "what is used is not deleted");
            shelf.keep(List.of(planned("number " + i)), slow());
        }
        assertEquals(4, files().size());
        assertTrue(shelf.furthest(List.of(planned("number 5"))).isPresent());
        assertFalse(shelf.furthest(List.of(planned("number 0"))).isPresent());
    }

    @Test
    void neverTakesMoreRoomThanItHas() throws IOException {
        Samples scan = noise(1, Depth.BITS_16);
        long room = 6_700; // a file has 5 bytes of samples for each pixel, and some words
        shelves = new Shelves(folder, settings, room);
        for (int i = 0; i < 5; i++) {
            shelf(photo("a" + i), scan).keep(STEPS, halfway(noise(1, Depth.FLOAT), 2));
            assertEquals(Math.min(i + 1, 2), files().size());
        }
        shelf(photo("b"), scan).keep(STEPS, halfway(noise(3, Depth.FLOAT), 2));
        assertEquals(2, files().size(), "one that is larger than all room is not kept, and none is deleted for it");
    }
}
