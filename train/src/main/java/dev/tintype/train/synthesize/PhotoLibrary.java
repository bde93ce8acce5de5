package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Region;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.photo.UnreadablePhotoException;
import dev.tintype.read.PhotoReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Photos to train on, decoded once and held in memory at 8 or 16 bit.
///
/// @param photos each with sides of at least [#SMALLEST] pixels
/// @param skipped one sentence for each file that could not be used
public record PhotoLibrary(List<Samples> photos, List<String> skipped) {
    /// Smaller photos are left out.
    public static final int SMALLEST = 144;

    private static final List<String> PICTURES =
            List.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".gif", ".ppm", ".pgm");

    /// All pictures below some folders, in the order of their names.
    public static PhotoLibrary read(List<Path> folders) throws IOException {
        return read(folders, Set.of());
    }

    /// The same but for some.
    ///
    /// @param except their names, without folders
    public static PhotoLibrary read(List<Path> folders, Set<String> except) throws IOException {
        List<String> skipped = new ArrayList<>();
        List<Samples> photos = files(folders).parallelStream()
                .filter(file -> !except.contains(file.getFileName().toString()))
                .flatMap(file -> read(file, skipped).stream())
                .toList();
        return new PhotoLibrary(photos, skipped);
    }

    /// All pictures below some folders, in the order of their names.
    static List<Path> files(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (var tree = Files.walk(folder)) {
                tree.filter(PhotoLibrary::isPicture).sorted().forEach(files::add);
            }
        }
        return files;
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return PICTURES.stream().anyMatch(name::endsWith);
    }

    /// The picture of a file, or one more sentence in `skipped`.
    static Optional<Samples> read(Path file, List<String> skipped) {
        String reason;
        try {
            Samples samples = PhotoReader.read(file).samples();
            Size size = samples.size();
            if (Math.min(size.width(), size.height()) >= SMALLEST) {
                return Optional.of(samples);
            }
            reason = "%s: smaller than %d pixels".formatted(file, SMALLEST);
        } catch (UnreadablePhotoException e) {
            reason = e.getMessage();
        }
        synchronized (skipped) {
            skipped.add(reason);
        }
        return Optional.empty();
    }

    /// A random square of three planes from a random photo, mirrored and turned at random.
    ///
    /// @param side pixels
    public Photo crop(int side, RandomGenerator random) {
        Samples samples = large(side, random);
        int most = Math.min(3, shorter(samples) / side);
        double scale = most > 1 && random.nextInt(3) == 0 ? 1 + random.nextDouble() * (most - 1) : 1;
        return crop(samples, (int) (side * scale), side, random);
    }

    /// The same, from a single pixel for each of the photo's to as much of the photo as fits.
    ///
    /// @param side pixels
    public Photo view(int side, RandomGenerator random) {
        Samples samples = large(side, random);
        double scale = Math.pow((double) shorter(samples) / side, random.nextDouble());
        return crop(samples, (int) (side * scale), side, random);
    }

    private static int shorter(Samples photo) {
        return Math.min(photo.size().width(), photo.size().height());
    }

    private static Photo crop(Samples samples, int source, int side, RandomGenerator random) {
        Size size = samples.size();
        int row = random.nextInt(size.height() - source + 1);
        int column = random.nextInt(size.width() - source + 1);
        Photo crop = samples.photo(new Region(row, column, new Size(source, source)));
        Photo sized = source == side ? crop : crop.map(plane -> Resample.area(plane, new Size(side, side)));
        return Turn.random(Toning.threePlanes(sized), random);
    }

    private Samples large(int side, RandomGenerator random) {
        List<Samples> fitting =
                photos.stream().filter(photo -> shorter(photo) >= side).toList();
        if (fitting.isEmpty()) {
            throw new IllegalArgumentException(
                    "no photo has sides of at least %d pixels; choose a smaller side".formatted(side));
        }
        return fitting.get(random.nextInt(fitting.size()));
    }
}
