package dev.tintype.cli;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tintype.cli.OutputNames.Job;
import dev.tintype.nn.stage.Restorer.Restoration;
import dev.tintype.nn.stage.Restorer.Step;
import dev.tintype.photo.Samples;
import dev.tintype.write.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What was found in a photo and done about it.
///
/// @param strength 0 the original to 1 the restored photo
/// @param weights  the folder of the weights that were used
/// @param seconds  from reading to writing
record Report(Job job, Restoration restoration, double strength, Optional<Path> weights, double seconds) {
    /// In one line.
    String line() {
        double share = restoration.share();
        String damage = share == 0 ? "no scratches" : String.format(Locale.ROOT, "%.1f %% scratched", 100 * share);
        return String.format(Locale.ROOT, "%s -> %s (%s, %.1f s)", job.photo(), job.result(), damage, seconds);
    }

    /// As JSON beside the result.
    void write(boolean force) throws IOException {
        AtomicFile.write(job.report(), force, file -> {
            try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
                json.useDefaultPrettyPrinter();
                write(json);
            }
        });
    }

    private void write(JsonGenerator json) throws IOException {
        Samples samples = restoration.restored().samples();
        json.writeStartObject();
        json.writeStringField("tintype", Version.number());
        json.writeStringField("photo", job.photo().getFileName().toString());
        json.writeStringField("result", job.result().getFileName().toString());
        json.writeNumberField("width", samples.size().width());
        json.writeNumberField("height", samples.size().height());
        json.writeNumberField("channels", samples.channels());
        json.writeNumberField("bitsPerSample", 8 * samples.depth().bytes());
        json.writeNumberField("scratchedShare", restoration.share());
        json.writeNumberField("strength", strength);
        json.writeArrayFieldStart("steps");
        for (Step step : restoration.steps()) {
            write(json, step);
        }
        json.writeEndArray();
        json.writeNumberField("seconds", rounded(seconds));
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", step.name());
        json.writeStringField("found", step.found());
        if (!step.weights().isEmpty()) {
            json.writeStringField("weights", step.weights());
            Optional<Path> file = weights.map(folder -> folder.resolve(step.weights() + ".safetensors"))
                    .filter(Files::isRegularFile);
            if (file.isPresent()) {
                json.writeStringField("sha256", WeightsCard.sha256(file.get()));
            }
        }
        json.writeNumberField("seconds", rounded(step.seconds()));
        json.writeEndObject();
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 1000) / 1000.0;
    }
}
