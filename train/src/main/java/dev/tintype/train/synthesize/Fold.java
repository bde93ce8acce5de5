package dev.tintype.train.synthesize;

import dev.tintype.photo.Plane;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.Random;

/// A crease in paper that has not broken: a thin ridge that catches the light here and there, and its shadow on one
/// side of it.
///
/// @param ridge how much of the light it catches, 0 to 1
/// @param shadow how dark it is, 0 to 1
record Fold(Plane ridge, Plane shadow) {
    private static final int POINTS = 48;

    /// @param side of the square photo, pixels
    static Fold draw(int side, Recipe recipe) {
        Random random = recipe.random();
        double length = recipe.uniform(0.15, 1.2) * side;
        double width = recipe.uniform(0.8, 3);
        double beside = (random.nextBoolean() ? 0.6 : -0.6) * width + recipe.uniform(-0.4, 0.4);
        double bend = recipe.uniform(-0.015, 0.015);
        double angle = recipe.uniform(0, 2 * Math.PI);
        double x = recipe.uniform(0, 1) * side - 0.5 * length * Math.cos(angle);
        double y = recipe.uniform(0, 1) * side - 0.5 * length * Math.sin(angle);
        double peak = random.nextDouble(); // where it is strongest: folds fade from the edge of the print
        double waves = recipe.uniform(0, 0.4);
        double phase = recipe.uniform(0, 2 * Math.PI);
        Drawing ridge = Drawing.of(side);
        Drawing shadow = Drawing.of(side);
        for (int i = 0; i < POINTS; i++) {
            double gone = (i + 0.5) / POINTS;
            double far = Math.abs(gone - peak) / Math.max(peak, 1 - peak);
            double strength = Math.sqrt(1 - far) * (1 - waves + waves * Math.sin(phase + 20 * gone));
            angle += bend + recipe.uniform(-0.04, 0.04);
            double right = length / POINTS * Math.cos(angle);
            double down = length / POINTS * Math.sin(angle);
            Line2D line = new Line2D.Double(x, y, x + right, y + down);
            double aside = beside * POINTS / length;
            draw(ridge, line, width * (0.5 + 0.5 * strength), strength);
            draw(shadow, moved(line, -aside * down, aside * right), width, Math.sqrt(Math.max(0, strength)));
            x += right;
            y += down;
        }
        return new Fold(ridge.cover(), shadow.cover());
    }

    private static Line2D moved(Line2D line, double right, double down) {
        return new Line2D.Double(line.getX1() + right, line.getY1() + down, line.getX2() + right, line.getY2() + down);
    }

    private static void draw(Drawing drawing, Line2D line, double width, double strength) {
        Graphics2D g = drawing.pen();
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        g.setColor(new Color(1, 1, 1, (float) Math.clamp(strength, 0, 1)));
        g.draw(line);
        g.dispose();
    }
}
