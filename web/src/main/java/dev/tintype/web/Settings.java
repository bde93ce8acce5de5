package dev.tintype.web;

import dev.tintype.read.PhotoReader;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What can be set when the server starts.
///
/// @param data the folder in which everything lies
/// @param weights the folder of the networks, if they may be used
/// @param token what a client must know, if anybody but this machine may connect
/// @param mostPixels width · height of a photo, checked before it is decoded
/// @param mostWaiting restorations that may wait or run; more are refused
/// @param open whether a browser is opened
@ConfigurationProperties("tintype")
public record Settings(
        Path data,
        Optional<Path> weights,
        Optional<String> token,
        @DefaultValue("" + PhotoReader.MOST_PIXELS) long mostPixels,
        @DefaultValue("1000") int mostWaiting,
        @DefaultValue("false") boolean open) {}
