package dev.tintype.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// What the user sees while photos are restored: a progress bar on a terminal, else a line whenever something else
/// begins. Results go to the standard output, all else to the error output.
final class Screen implements AutoCloseable {
    private static final int BAR = 1000; // steps of the bar
    private static final int LONGEST_NAME = 30; // characters

    private final PrintWriter out;
    private final PrintWriter err;
    private final int columns;
    private @Nullable ProgressBar bar;
    private String title = "";
    private String doing = "";

    /// @param columns the width of the terminal; 0 if there is none
    Screen(PrintWriter out, PrintWriter err, int columns) {
        this.out = out;
        this.err = err;
        this.columns = columns;
    }

    /// The outputs of a command; the launcher says whether they are a terminal.
    static Screen of(CommandLine command) {
        return new Screen(command.getOut(), command.getErr(), Integer.getInteger("tintype.columns", 0));
    }

    /// The next photo.
    void begin(Path photo, int number, int of) {
        String name = photo.getFileName().toString();
        String counted = of == 1 ? "" : "[%d/%d] ".formatted(number, of);
        title = counted + (name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 3) + "..." : name);
        doing = "";
    }

    /// How far the photo is.
    ///
    /// @param inside what of it, seen on a terminal alone; may be empty
    /// @param share 0 nothing to 1 all
    void at(String what, String inside, double share) {
        if (columns > 0) {
            ProgressBar shown = bar == null ? newBar() : bar;
            bar = shown;
            shown.setExtraMessage(inside.isEmpty() ? what : what + ", " + inside);
            shown.stepTo(Math.round(share * BAR));
        } else if (!what.equals(doing)) {
            err.printf("%s: %s%n", title, what);
            err.flush();
        }
        doing = what;
    }

    /// How far the photo is, where there is no more to tell.
    void at(String what, double share) {
        at(what, "", share);
    }

    /// A result.
    void say(String line) {
        close();
        out.println(line);
        out.flush();
    }

    /// A failure.
    void complain(String line) {
        close();
        err.println(line);
        err.flush();
    }

    /// Takes the progress bar away.
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    private ProgressBar newBar() {
        boolean unicode = System.err.charset().equals(StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setConsumer(new ConsoleProgressBarConsumer(System.err, columns))
                .setTaskName(title)
                .setInitialMax(BAR)
                .setStyle(unicode ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .clearDisplayOnFinish()
                .hideEta()
                .build();
    }
}
