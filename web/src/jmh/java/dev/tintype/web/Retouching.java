package dev.tintype.web;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Retouches a huge scan as the page does, on the server as `./tintype serve` starts it, and prints a row of a table
/// for each thing that was done: seconds until it is seen, and how much memory the server had at most meanwhile.
///
/// `java Retouching.java ROOT SIDE HEAP WEIGHTS [FOLDER]`: the folder of the program, pixels of a side of the scan, the
/// heap, what the networks have learnt (or `none`), and where results are left.
public final class Retouching {
    private static final int WAVES = 6; // of which the picture is made

    private final LoadedServer server;
    private final String photo;
    private final double unit; // pixels of a hundredth of a side

    private Retouching(LoadedServer server, String photo, int side) {
        this.server = server;
        this.photo = "api/photos/" + photo;
        unit = side / 100.0;
    }

    public static void main(String[] arguments) throws Exception {
        int side = Integer.parseInt(arguments[1]);
        boolean kept = arguments.length > 4 && !arguments[4].isEmpty();
        Path folder = kept ? Files.createDirectories(Path.of(arguments[4])) : Files.createTempDirectory("tintype-hand");
        Path scan = folder.resolve("scan.tif");
        write(scan, side);
        LoadedServer server =
                LoadedServer.start(Path.of(arguments[0]), folder.resolve("data"), arguments[3], arguments[2]);
        System.out.printf("| %d x %d pixels, %s of heap | s | MB |%n|---|---|---|%n", side, side, arguments[2]);
        String[] id = new String[1];
        row(server, "added", () -> id[0] = server.post(scan, "archive"));
        Retouching work = new Retouching(server, id[0], side);
        work.cancel();
        work.byHand(folder);
        server.kill();
        if (!kept) {
            Load.delete(folder);
        }
        System.exit(0);
    }

    private void byHand(Path folder) throws Exception {
        String tile = photo + "/tiles/%d/3_3.jpg".formatted(last());
        row(server, "the first tile at 1:1", () -> take(tile, folder, "tile.jpg"));
        row(server, "a stroke along a scratch", () -> stroke(12, 40, 10, 40, 40));
        row(server, "its mask on a tile", () -> take(photo + "/mask/tiles/0/0_0.png", folder, "mask-tile.png"));
        row(server, "filled smoothly", () -> step("{\"kind\":\"heal\",\"method\":\"DIFFUSION\"}"));
        row(server, "a blot of 300 pixels filled with texture", () -> {
            stroke(300, 70, 30, 70, 30);
            step("{\"kind\":\"heal\",\"method\":\"PATCHES\"}");
        });
        boolean learnt = server.get(photo.replaceFirst("api/", "") + "/retouch").contains("LATENT");
        if (learnt) {
            row(server, "a blot of 300 pixels filled by the network", () -> {
                stroke(300, 30, 70, 30, 70);
                step("{\"kind\":\"heal\",\"method\":\"LATENT\"}");
            });
        }
        row(server, "clone stamp of 200 pixels", () -> step(("{\"kind\":\"stamp\",\"width\":200,\"feather\":40,"
                        + "\"columns\":%.0f,\"rows\":0,\"points\":[{\"column\":%.0f,\"row\":%.0f}]}")
                .formatted(10 * unit, 60 * unit, 60 * unit)));
        row(server, "undo", () -> change("POST", "undo", ""));
        row(server, "redo", () -> change("POST", "redo", ""));
        row(server, "a lasso of a quarter of the side filled smoothly", () -> {
            send("POST", "/retouching/steps", "{\"kind\":\"stroke\",\"tool\":\"LASSO\",\"width\":0,\"feather\":0,"
                    + "\"points\":[%s,%s,%s]}".formatted(point(60, 65), point(85, 65), point(70, 90)));
            step("{\"kind\":\"heal\",\"method\":\"DIFFUSION\"}");
        });
        row(server, "undo of that", () -> change("POST", "undo", ""));
        stroke(12, 10, 10, 90, 90);
        row(server, "mask exported", () -> take(photo + "/mask", folder, "mask.png"));
        if (learnt) {
            row(server, "scratches found by the network as the mask", () -> send("POST", "/mask/found", ""));
        }
        row(server, "all of it filled smoothly", () -> step("{\"kind\":\"heal\",\"method\":\"DIFFUSION\"}"));
        for (String format : new String[] {"tif", "jpg"}) {
            String path = photo + "/retouching/photo?format=" + format;
            row(server, "downloaded as " + format, () -> take(path, folder, "retouched." + format));
        }
    }

    /// Stops the restoration that began when the scan was added: what a hand does is measured.
    private void cancel() throws Exception {
        Matcher restoration = Pattern.compile("\"restoration\"\\s*:\\s*\"([^\"]+)").matcher(server.get(photo));
        if (restoration.find()) {
            server.post("api/restorations/" + restoration.group(1) + "/cancel");
        }
        Thread.sleep(20_000); // it ends at its next tile
    }

    private interface Work {
        void run() throws Exception;
    }

    /// Does something, and prints what it took.
    private static void row(LoadedServer server, String what, Work work) throws Exception {
        server.forgetPeak();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "| %s | %.1f | %d |%n", what, seconds, server.peak());
    }

    private String point(double column, double row) {
        return String.format(Locale.ROOT, "{\"column\":%.0f,\"row\":%.0f}", column * unit, row * unit);
    }

    private void stroke(int width, double fromColumn, double fromRow, double column, double row) throws Exception {
        send(
                "POST",
                "/retouching/steps",
                "{\"kind\":\"stroke\",\"tool\":\"LINE\",\"width\":%d,\"feather\":2,\"points\":[%s,%s]}"
                        .formatted(width, point(fromColumn, fromRow), point(column, row)));
    }

    private void step(String edit) throws Exception {
        change("POST", "steps", edit);
    }

    /// Changes something and waits until its pixels are there.
    private void change(String method, String path, String body) throws Exception {
        String answer = send(method, "/retouching/" + path, body);
        while (answer.contains("\"busy\":true")) {
            Thread.sleep(50);
            answer = server.get(photo + "/retouching");
        }
        if (!answer.contains("\"message\":\"\"")) {
            throw new IOException(answer.substring(answer.indexOf("\"message\"")));
        }
    }

    private String send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.address().resolve(photo + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = server.client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    private void take(String path, Path folder, String name) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve(path)).build();
        HttpResponse<Path> answer = server.client().send(request, BodyHandlers.ofFile(folder.resolve(name)));
        if (answer.statusCode() != 200) {
            throw new IOException("%s: %d".formatted(path, answer.statusCode()));
        }
    }

    private int last() throws Exception {
        Matcher side = Pattern.compile("\"width\"\\s*:\\s*(\\d+)").matcher(server.get(photo));
        int levels = 0;
        for (int pixels = side.find() ? Integer.parseInt(side.group(1)) : 0; pixels > 512; pixels = (pixels + 1) / 2) {
            levels++;
        }
        return levels;
    }

    /// A scan in 8 bits and three colours: waves of all sizes, grain, and bright scratches.
    private static void write(Path file, int side) throws IOException {
        Random random = new Random(1);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            int bytes = 3 * side * side;
            int[][] entries = {
                {256, 4, side}, {257, 4, side}, {258, 3, 8 << 16}, {259, 3, 1 << 16}, {262, 3, 2 << 16}, {273, 4, 8},
                {277, 3, 3 << 16}, {278, 4, side}, {279, 4, bytes}
            };
            out.writeInt('M' << 24 | 'M' << 16 | 42);
            out.writeInt(8 + bytes);
            for (int row = 0; row < side; row++) {
                byte[] line = new byte[3 * side];
                for (int column = 0; column < side; column++) {
                    double value = scratched(row, column, side) ? 0.95 : waves(row, column, side);
                    for (int c = 0; c < 3; c++) {
                        double seen = value * (1 - 0.08 * c) + 0.02 * (random.nextInt(256) - 128) / 64.0;
                        line[3 * column + c] = (byte) Math.round(255 * Math.clamp(seen, 0, 1));
                    }
                }
                out.write(line);
            }
            out.writeShort(entries.length);
            for (int[] entry : entries) {
                out.writeShort(entry[0]);
                out.writeShort(entry[1]);
                out.writeInt(1);
                out.writeInt(entry[2]);
            }
            out.writeInt(0);
        }
    }

    private static boolean scratched(int row, int column, int side) {
        return Math.abs(column - 0.4 * side) < 5 || Math.abs(column - (0.1 * side + 0.6 * row)) < 4;
    }

    private static double waves(int row, int column, int side) {
        double sum = 0.5;
        double share = 0.2;
        double length = side / 3.0;
        for (int i = 0; i < WAVES; i++) {
            sum += share * Math.sin(row / length + i) * Math.cos(column / length - 2 * i);
            share *= 0.6;
            length /= 4;
        }
        return sum;
    }
}
