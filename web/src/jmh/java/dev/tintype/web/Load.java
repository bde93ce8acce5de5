package dev.tintype.web;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// Many clients at once and a `kill -9` in the middle, on the server as `./tintype serve` starts it: posts photos of two
/// megapixels, asks for pages meanwhile, kills the server when a third is done, starts it again, and counts.
///
/// `java Load.java ROOT PHOTOS COUNT WEIGHTS PRESET`: the folder of the program, a folder of PNG or JPEG files of which
/// photos are made (or `-`), how many, what the networks have learnt (or `none`), and the preset.
public final class Load {
    private static final int CLIENTS = 20;
    private static final int WIDTH = 1632;
    private static final int HEIGHT = 1224;
    private static final double MOST = 200; // milliseconds for a page, at the 95th percentile

    private Load() {}

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int count = Integer.parseInt(arguments[2]);
        Path folder = Files.createTempDirectory("tintype-load");
        List<Path> photos = photos(arguments[1], count, folder);
        LoadedServer server = LoadedServer.start(root, folder.resolve("data"), arguments[3], "1g");
        PageWatch pages = new PageWatch(server.address());
        long start = System.nanoTime();
        List<String> accepted = post(server, photos, arguments[4]);
        say("%d photos taken from %d clients in %.1f s", accepted.size(), CLIENTS, seconds(start));
        pages.visit(accepted);
        server.await(count / 3);
        int doneBefore = server.done();
        say("%d done after %.0f s; %s; kill -9", doneBefore, seconds(start), server.memory());
        pages.pause();
        server.kill();
        server = LoadedServer.start(root, folder.resolve("data"), arguments[3], "1g");
        pages.go(server.address());
        server.await(count);
        pages.pause();
        say("all at an end after %.0f s; %s", seconds(start), server.memory());
        server.check(accepted);
        say("every accepted photo done, once");
        server.kill();
        delete(folder);
        double slow = pages.percentile(95);
        say(
                "%d pages asked for meanwhile: median %.0f ms, 95th percentile %.0f ms, slowest %.0f ms",
                pages.count(), pages.percentile(50), slow, pages.percentile(100));
        say("%s, %d cores, Java %s", processor(), Runtime.getRuntime().availableProcessors(), Runtime.version());
        System.exit(slow < MOST ? 0 : 1);
    }

    private static List<String> post(LoadedServer server, List<Path> photos, String preset) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<String>> answers = new ArrayList<>();
            for (Path photo : photos) {
                answers.add(clients.submit(() -> server.post(photo, preset)));
            }
            List<String> accepted = new ArrayList<>();
            for (Future<String> answer : answers) {
                accepted.add(answer.get());
            }
            return accepted;
        }
    }

    /// Files of two megapixels, no two alike: parts of the given photos, or slopes and discs, with noise.
    private static List<Path> photos(String from, int count, Path folder) throws IOException {
        List<BufferedImage> sources = new ArrayList<>();
        if (!from.equals("-")) {
            try (Stream<Path> files = Files.list(Path.of(from))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(png|jpe?g)"))
                        .sorted()
                        .toList()) {
                    sources.add(ImageIO.read(file.toFile()));
                }
            }
        }
        List<Path> photos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BufferedImage photo = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = photo.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            if (sources.isEmpty()) {
                graphics.fillOval(100 + 10 * i, 200, 500, 500);
            } else {
                graphics.drawImage(sources.get(i % sources.size()), 0, 0, WIDTH, HEIGHT, null);
            }
            graphics.dispose();
            grain(photo, new Random(i));
            Path file = folder.resolve("photo-%03d.jpg".formatted(i));
            ImageIO.write(photo, "jpg", file.toFile());
            photos.add(file);
        }
        return photos;
    }

    private static void grain(BufferedImage photo, Random random) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int rgb = photo.getRGB(x, y);
                int noise = (int) Math.round(8 * random.nextGaussian());
                int sum = 0;
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum |= Math.clamp((rgb >> shift & 255) + noise, 0, 255) << shift;
                }
                photo.setRGB(x, y, sum);
            }
        }
    }

    static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    delete(file);
                }
            }
        }
        Files.delete(path);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return Files.exists(info)
                ? Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 2))
                        .findFirst()
                        .orElse("unknown processor")
                : System.getProperty("os.arch");
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
