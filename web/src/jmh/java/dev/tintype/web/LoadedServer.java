package dev.tintype.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The server as the launcher starts it.
record LoadedServer(Process process, URI address, HttpClient client) {
    private static final Pattern ADDRESS = Pattern.compile("Tintype is at (http\\S+/),");
    private static final Pattern DONE = Pattern.compile("\"state\"\\s*:\\s*\"DONE\"");
    private static final Pattern ENDED = Pattern.compile("\"state\"\\s*:\\s*\"(DONE|FAILED|CANCELLED)\"");
    private static final String BOUNDARY = "a-line-that-no-photo-holds";

    /// @param heap at most, such as 1g
    static LoadedServer start(Path root, Path data, String weights, String heap) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        root.resolve("tintype").toString(),
                        "serve",
                        "--port=0",
                        "--metrics",
                        "--data=" + data,
                        "--weights=" + weights)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TINTYPE_HEAP", heap);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return new LoadedServer(process, URI.create(matcher.group(1)), HttpClient.newHttpClient());
            }
        }
        throw new IOException("the server did not start");
    }

    /// Posts a photo, which is new, and returns its identifier.
    String post(Path photo, String preset) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("api/photos"))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(
                                "--%s\r\nContent-Disposition: form-data; name=\"preset\"\r\n\r\n%s\r\n--%s\r\n%s\r\n\r\n"
                                        .formatted(
                                                BOUNDARY,
                                                preset,
                                                BOUNDARY,
                                                "Content-Disposition: form-data; name=\"file\"; filename=\"%s\""
                                                        .formatted(photo.getFileName()))),
                        BodyPublishers.ofFile(photo),
                        BodyPublishers.ofString("\r\n--%s--\r\n".formatted(BOUNDARY))))
                .build();
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IOException("%s: %d %s".formatted(photo, response.statusCode(), response.body()));
        }
        return found("\"id\"\\s*:\\s*\"([^\"]*)\"", response.body()).getFirst();
    }

    /// Asks for something that needs no more words.
    void post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                .POST(BodyPublishers.noBody())
                .build();
        client.send(request, BodyHandlers.discarding());
    }

    int done() throws IOException, InterruptedException {
        return count(DONE);
    }

    /// Waits until so many photos are done, or at another end.
    void await(int photos) throws IOException, InterruptedException {
        while (count(ENDED) < photos) {
            Thread.sleep(1000);
        }
    }

    private int count(Pattern state) throws IOException, InterruptedException {
        return (int) state.matcher(get("api/photos?most=100")).results().count();
    }

    /// Fails unless each photo has one restoration, which is done, and its result lies there.
    void check(List<String> accepted) throws IOException, InterruptedException {
        for (String photo : accepted) {
            String all = get("api/photos/%s/restorations".formatted(photo));
            List<String> states = found("\"state\"\\s*:\\s*\"([^\"]*)\"", all);
            if (!states.equals(List.of("DONE"))) {
                throw new IOException("photo %s is %s".formatted(photo, states));
            }
            get("api/restorations/%s/mask.png".formatted(found("\"id\"\\s*:\\s*\"([^\"]*)\"", all).getFirst()));
        }
    }

    /// How much memory it has used at most, as it says itself and as the system says.
    String memory() throws IOException, InterruptedException {
        double heap = found("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)", get("actuator/prometheus")).stream()
                .mapToDouble(Double::parseDouble)
                .sum();
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        String peak = Files.exists(status)
                ? found("VmHWM:\\s+(\\d+ kB)", Files.readString(status)).getFirst()
                : "unknown";
        return String.format(Locale.ROOT, "%.0f MB of heap in use; resident at most %s", heap / (1 << 20), peak);
    }

    /// How much memory it has used at most since that was forgotten, megabytes; 0 where the system does not say.
    long peak() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.exists(status)
                ? Long.parseLong(found("VmHWM:\\s+(\\d+) kB", Files.readString(status)).getFirst()) >> 10
                : 0;
    }

    /// Lets the system begin anew with the peak.
    void forgetPeak() throws IOException {
        Path peak = Path.of("/proc", Long.toString(process.pid()), "clear_refs");
        if (Files.exists(peak)) {
            Files.writeString(peak, "5");
        }
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("%s: %d".formatted(path, response.statusCode()));
        }
        return response.body();
    }

    static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
