package dev.tintype.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tintype.nn.UnusableWeightsException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a weights file says about itself, read without its tensors: `weights list` need not start libtorch.
final class WeightsCard {
    private static final long LONGEST = 100_000_000; // bytes, as the reader of safetensors has it

    private WeightsCard() {}

    /// The card of a safetensors file: origin, licence and the like.
    static Map<String, String> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            long length = Long.reverseBytes(in.readLong());
            if (length < 2 || length > LONGEST) {
                throw new UnusableWeightsException("weights %s are damaged".formatted(file));
            }
            return card(new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
        }
    }

    /// The SHA-256 of a file, in hexadecimal.
    static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    private static Map<String, String> card(String header) throws IOException {
        Map<String, String> card = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(header)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals("__metadata__");
                json.nextToken();
                if (!wanted) {
                    json.skipChildren();
                    continue;
                }
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    card.put(json.currentName(), json.nextTextValue());
                }
            }
        }
        return card;
    }
}
