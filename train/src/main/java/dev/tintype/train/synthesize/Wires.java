package dev.tintype.train.synthesize;

import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.util.ArrayList;
import java.util.List;

/// Paints thin things into a square photo that are no damage and look like it: wires, twigs, arms of glasses, shadows
/// of sticks, shining tubes. They are blurred, noisy and faded as the photo is, since they were before the camera;
/// marks are not.
final class Wires {
    private Wires() {}

    /// One to four of them.
    static Photo paint(Photo photo, Recipe recipe) {
        Photo painted = photo;
        int count = 1 + recipe.random().nextInt(4);
        for (int i = 0; i < count; i++) {
            QuadCurve2D line = line(photo.size(), recipe);
            double width = recipe.uniform(0.8, 6);
            Plane cover = cover(photo.size(), line, width, recipe);
            painted = switch (recipe.random().nextInt(4)) {
                case 0 -> shaded(painted, cover, recipe.uniform(0.3, 0.75));
                case 1 -> laid(painted, cover, recipe.uniform(0, 0.3), recipe);
                case 2 -> laid(painted, cover, recipe.uniform(0.55, 1), recipe);
                default -> tube(painted, line, width, recipe);
            };
        }
        return painted;
    }

    /// Dark or grey, with a highlight along it.
    private static Photo tube(Photo photo, QuadCurve2D line, double width, Recipe recipe) {
        Plane body = cover(photo.size(), line, width + recipe.uniform(2, 10), recipe);
        Plane shine = cover(photo.size(), line, width, recipe);
        return laid(laid(photo, body, recipe.uniform(0, 0.5), recipe), shine, recipe.uniform(0.6, 1), recipe);
    }

    /// A shadow takes a share of the light.
    private static Photo shaded(Photo photo, Plane cover, double left) {
        return photo.map(plane -> Plane.of(plane.size(), (row, column) ->
                (float) (plane.at(row, column) * (1 - cover.at(row, column) * (1 - left)))));
    }

    /// A thing hides what is behind it, and is lighter on one end than on the other.
    private static Photo laid(Photo photo, Plane cover, double level, Recipe recipe) {
        double across = recipe.uniform(-0.1, 0.1) / photo.size().width();
        List<Plane> planes = new ArrayList<>();
        for (Plane plane : photo.planes()) {
            double tone = level + recipe.uniform(-0.06, 0.06);
            planes.add(Plane.of(plane.size(), (row, column) -> {
                double paint = Math.clamp(tone + across * column, 0, 1);
                float x = plane.at(row, column);
                return (float) (x + cover.at(row, column) * (paint - x));
            }));
        }
        return new Photo(planes);
    }

    private static QuadCurve2D line(Size size, Recipe recipe) {
        double x = recipe.uniform(-0.2, 1.2) * size.width();
        double y = recipe.uniform(-0.2, 1.2) * size.height();
        double angle = recipe.uniform(0, 2 * Math.PI);
        double length = recipe.uniform(0.2, 1.5) * size.width();
        double bend = recipe.random().nextBoolean() ? 0 : recipe.uniform(-0.3, 0.3) * length;
        double right = length * Math.cos(angle);
        double down = length * Math.sin(angle);
        return new QuadCurve2D.Double(
                x,
                y,
                x + right / 2 - bend * Math.sin(angle),
                y + down / 2 + bend * Math.cos(angle),
                x + right,
                y + down);
    }

    private static Plane cover(Size size, QuadCurve2D line, double width, Recipe recipe) {
        Drawing drawing = Drawing.of(size.width());
        Graphics2D g = drawing.pen();
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(line);
        g.dispose();
        return Convolution.gaussian(drawing.cover(), 7, recipe.uniform(0.4, 1.3));
    }
}
