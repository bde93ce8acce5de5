package dev.tintype.train.synthesize;

import dev.tintype.photo.Mask;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import java.util.function.Consumer;

/// Masks of one kind of mark each, to judge detectors by.
final class MarkMasks {
    private static final int JOINTS = 6;

    private MarkMasks() {}

    /// Two to thirteen nearly straight lines, most of them upright, up to four pixels wide.
    static Mask scratches(Size size, Recipe recipe) {
        Random random = recipe.random();
        int count = 2 + random.nextInt(12);
        return drawn(size, g -> {
            for (int i = 0; i < count; i++) {
                boolean upright = random.nextInt(4) < 3;
                double along = upright ? size.height() : size.width();
                double across = upright ? size.width() : size.height();
                double length = recipe.uniform(0.3, 1) * along;
                double from = recipe.uniform(0, along - length);
                double at = recipe.uniform(0, across);
                Path2D path = new Path2D.Double();
                for (int k = 0; k < JOINTS; k++) {
                    double go = from + length * k / (JOINTS - 1);
                    at += 0.012 * across * random.nextGaussian();
                    double x = upright ? at : go;
                    double y = upright ? go : at;
                    if (k == 0) {
                        path.moveTo(x, y);
                    } else {
                        path.lineTo(x, y);
                    }
                }
                g.setStroke(new BasicStroke(1 + random.nextInt(4)));
                g.draw(path);
            }
        });
    }

    /// Fifteen to 149 specks of one to three pixels' radius, one in five of them a fibre.
    static Mask dust(Size size, Recipe recipe) {
        Random random = recipe.random();
        int count = 15 + random.nextInt(135);
        return drawn(size, g -> {
            for (int i = 0; i < count; i++) {
                double x = recipe.uniform(0, size.width());
                double y = recipe.uniform(0, size.height());
                if (random.nextInt(5) == 0) {
                    g.setStroke(new BasicStroke(1));
                    g.draw(fibre(x, y, random));
                } else {
                    double a = 1.5 + random.nextInt(3);
                    double b = 1.5 + random.nextInt(2);
                    Ellipse2D speck = new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b);
                    g.fill(AffineTransform.getRotateInstance(recipe.uniform(0, Math.PI), x, y)
                            .createTransformedShape(speck));
                }
            }
        });
    }

    private static Path2D fibre(double x, double y, Random random) {
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        double right = x;
        double down = y;
        for (int k = 0; k < JOINTS - 1; k++) {
            right += 5 * random.nextGaussian();
            down += 5 * random.nextGaussian();
            path.lineTo(right, down);
        }
        return path;
    }

    private static Mask drawn(Size size, Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        drawing.accept(g);
        g.dispose();
        Plane sharp = Plane.of(size, (row, column) -> image.getRaster().getSample(column, row, 0) / 255f);
        return new Mask(Convolution.gaussian(sharp, 3, 0.5));
    }
}
