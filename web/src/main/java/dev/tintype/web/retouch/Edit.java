package dev.tintype.web.retouch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// One thing that a hand did. Masks are painted by strokes; a heal fills what the mask covers, after which the mask is
/// empty; a stamp copies pixels and leaves the mask alone.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Edit.Stroke.class, name = "stroke"),
    @JsonSubTypes.Type(value = Edit.Load.class, name = "load"),
    @JsonSubTypes.Type(value = Edit.Heal.class, name = "heal"),
    @JsonSubTypes.Type(value = Edit.Stamp.class, name = "stamp")
})
public sealed interface Edit {
    /// Whether it only changes the mask.
    default boolean masks() {
        return this instanceof Stroke || this instanceof Load;
    }

    /// Paints on the mask, or takes away from it.
    ///
    /// @param width of the line, pixels; of a lasso what is inside counts alone
    /// @param feather how far it fades beyond that, pixels
    record Stroke(Tool tool, double width, double feather, List<Point> points) implements Edit {
        public Stroke {
            points = List.copyOf(points);
            outline(tool, width, feather, points);
        }

        Outline outline() {
            return outline(tool, width, feather, points);
        }

        private static Outline outline(Tool tool, double width, double feather, List<Point> points) {
            return new Outline(tool == Tool.LASSO, tool == Tool.LASSO ? 0 : width, feather, points);
        }
    }

    /// Puts another mask in the place of what was painted: one that was found or that came as a file.
    ///
    /// @param found whether it is what the photo's restoration took for scratches
    record Load(boolean found) implements Edit {}

    /// Fills what the mask covers, and nothing else.
    record Heal(Method method) implements Edit {}

    /// Copies pixels from beside.
    ///
    /// @param columns from a pixel to where it is copied from, to the right
    /// @param rows and downwards
    record Stamp(double width, double feather, List<Point> points, int columns, int rows) implements Edit {
        private static final int FARTHEST = 1_000_000;

        public Stamp {
            points = List.copyOf(points);
            new Outline(false, width, feather, points);
            if (Math.abs((long) columns) > FARTHEST || Math.abs((long) rows) > FARTHEST) {
                throw new IllegalArgumentException("there is nothing to copy that far away");
            }
        }

        Outline outline() {
            return new Outline(false, width, feather, points);
        }
    }

    /// What a stroke is drawn with.
    enum Tool {
        BRUSH,
        ERASER,
        LINE,
        LASSO
    }

    /// How a place is filled.
    enum Method {
        /// The surface that bends least: for scratches and even places.
        DIFFUSION,
        /// Patches of the photo: for texture.
        PATCHES,
        /// The network that mends whole photos.
        LATENT
    }
}
