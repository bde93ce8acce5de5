package dev.tintype.web;

import dev.tintype.read.PhotoReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be set when the server starts.
///
/// @param data the folder in which everything lies
/// @param weights the folder of the networks; empty where there are none
/// @param others folders of networks of others, to compare with
/// @param token what a client must know; empty where only this machine may connect
/// @param mostPixels width · height of a photo, checked before it is decoded
/// @param mostWaiting restorations that may wait or run; more are refused
/// @param open whether a browser is opened
@ConfigurationProperties("tintype")
public record Settings(
        Path data,
        @DefaultValue("") String weights,
        @DefaultValue List<Path> others,
        @DefaultValue("") String token,
        @DefaultValue("" + PhotoReader.MOST_PIXELS) long mostPixels,
        @DefaultValue("1000") int mostWaiting,
        @DefaultValue("false") boolean open) {
    /// The folder of the networks, if they may be used.
    public Optional<Path> networks() {
        return Optional.of(weights).filter(text -> !text.isEmpty()).map(Path::of);
    }

    /// What a client must know, if it must know anything.
    public Optional<String> secret() {
        return Optional.of(token).filter(text -> !text.isEmpty());
    }
}
