package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation.Covering;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.List;
import java.util.Random;

/// Draws scratches, creases, dust, holes and stored damage shapes at random. Most marks of a photo are bright as its
/// bare paper or a scratch on its negative, others dark as its dirt, a few of any colour.
///
/// @param shapes grey pictures of real or rendered damage, white where damaged; may be empty
public record DamageShapes(List<Samples> shapes) {
    private static final double LARGEST = 800; // shorter side of a shape at scale 1, pixels

    /// Damage for a square photo.
    ///
    /// @param side of the photo, pixels
    /// @param recipe where the random numbers come from
    public Covering draw(int side, Recipe recipe) {
        Random random = recipe.random();
        Canvas canvas = new Canvas(side);
        int marks = 1 + random.nextInt(Math.max(3, side / 21));
        float[] bare = colour(recipe, recipe.uniform(0.62, 1));
        float[] dirt = colour(recipe, recipe.uniform(0, 0.25));
        for (int i = 0; i < marks; i++) {
            if (random.nextInt(12) == 0) {
                fold(canvas, side, recipe, bare, dirt);
                continue;
            }
            float[] mark = mark(side, recipe);
            soften(mark, side, recipe);
            float strength = (float) (1 - 0.6 * Math.pow(random.nextDouble(), 2)); // most hide what is below
            int kind = random.nextInt(10);
            float[] colour = kind < 6 ? bare : kind < 9 ? dirt : colour(recipe, recipe.uniform(0, 1));
            if (random.nextInt(6) == 0) {
                canvas.lay(shifted(mark, side, random), strength / 2, dirt, new Wear(0, 0), random);
            }
            float uneven = random.nextInt(4) == 0 ? (float) recipe.uniform(0, 0.04) : 0;
            double worn = random.nextInt(5) == 0 ? recipe.uniform(0, 0.6) : 0;
            canvas.lay(mark, strength, colour, new Wear(uneven, worn), random);
        }
        return canvas.covering();
    }

    /// A crease that has not broken: its ridge catches the light, and beside it lies its shadow.
    private static void fold(Canvas canvas, int side, Recipe recipe, float[] bare, float[] dirt) {
        Fold fold = Fold.draw(side, recipe);
        Random random = recipe.random();
        canvas.lay(fold.shadow().toArray(), (float) recipe.uniform(0.1, 0.8), dirt, new Wear(0, 0), random);
        canvas.lay(fold.ridge().toArray(), (float) recipe.uniform(0.4, 1), bare, new Wear(0, 0), random);
    }

    /// The shadow of a raised edge: a mark moved by a pixel or two.
    private static float[] shifted(float[] mark, int side, Random random) {
        int down = random.nextInt(4) - 1;
        int right = random.nextInt(2) + 1;
        float[] shadow = new float[mark.length];
        for (int p = 0; p < mark.length; p++) {
            int row = p / side - down;
            int column = p % side - right;
            boolean inside = row >= 0 && row < side && column >= 0;
            shadow[p] = inside ? mark[row * side + column] : 0;
        }
        return shadow;
    }

    /// How imperfect a mark is.
    ///
    /// @param uneven deviation of its colour, in sample units
    /// @param worn the share of its cover that is lost here and there
    private record Wear(float uneven, double worn) {}

    /// What marks were laid on so far.
    private static final class Canvas {
        private final Size size;
        private final float[] cover;
        private final float[][] paint;

        Canvas(int side) {
            size = new Size(side, side);
            cover = new float[side * side];
            paint = new float[3][side * side];
        }

        void lay(float[] mark, float strength, float[] colour, Wear wear, Random random) {
            for (int p = 0; p < mark.length; p++) {
                if (mark[p] > 0) {
                    float c = strength * mark[p] * (float) (1 - wear.worn() * random.nextDouble());
                    float together = c + cover[p] * (1 - c);
                    for (int channel = 0; channel < 3; channel++) {
                        float sample = colour[channel] + wear.uneven() * (float) random.nextGaussian();
                        float below = paint[channel][p] * cover[p] * (1 - c);
                        paint[channel][p] = Math.clamp((sample * c + below) / together, 0f, 1f);
                    }
                    cover[p] = together;
                }
            }
        }

        Covering covering() {
            return new Covering(
                    Plane.copyOf(size, cover, 0),
                    new Photo(List.of(
                            Plane.copyOf(size, paint[0], 0),
                            Plane.copyOf(size, paint[1], 0),
                            Plane.copyOf(size, paint[2], 0))));
        }
    }

    private float[] mark(int side, Recipe recipe) {
        int kind = recipe.random().nextInt(100);
        if (kind < 12 && !shapes.isEmpty()) {
            return stored(side, recipe);
        }
        Drawing drawing = Drawing.of(side);
        Graphics2D g = drawing.pen();
        if (kind < 42) {
            line(g, side, recipe, recipe.uniform(0.6, 4), recipe.uniform(0.2, 2.5));
        } else if (kind < 63) {
            line(g, side, recipe, recipe.uniform(2, 9), recipe.uniform(1, 3));
        } else if (kind < 70) {
            scuffs(g, side, recipe);
        } else if (kind < 86) {
            dust(g, side, recipe);
        } else {
            hole(g, side, recipe);
        }
        g.dispose();
        return drawing.cover().toArray();
    }

    /// A line that wanders or bends now and then, now and then interrupted or double as a crease is.
    private static void line(Graphics2D g, int side, Recipe recipe, double width, double length) {
        Random random = recipe.random();
        g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double x = recipe.uniform(-0.2, 1.2) * side;
        double y = recipe.uniform(-0.2, 1.2) * side;
        double angle =
                random.nextInt(3) == 0 ? Math.PI / 2 + recipe.uniform(-0.1, 0.1) : recipe.uniform(0, 2 * Math.PI);
        double bend = random.nextBoolean() ? 0 : recipe.uniform(-0.08, 0.08);
        double wander = random.nextBoolean() ? 0 : recipe.uniform(0, 0.25);
        double jag = random.nextBoolean() ? 0 : recipe.uniform(0, 1.2);
        double step = 4;
        boolean broken = random.nextInt(4) == 0;
        boolean kinked = random.nextInt(3) == 0;
        Path2D path = new Path2D.Double();
        path.moveTo(x, y);
        for (double gone = 0; gone < length * side; gone += step) {
            angle += bend + wander * random.nextGaussian();
            if (kinked && random.nextInt(12) == 0) {
                angle += recipe.uniform(-1, 1);
            }
            x += step * Math.cos(angle);
            y += step * Math.sin(angle);
            if (broken && random.nextInt(6) == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x + jag * random.nextGaussian(), y + jag * random.nextGaussian());
            }
        }
        g.draw(path);
        if (random.nextInt(6) == 0) {
            double apart = width + recipe.uniform(1, 6);
            g.translate(apart * Math.sin(angle), -apart * Math.cos(angle));
            g.draw(path);
        }
    }

    /// Short thin strokes, mostly the way the photo was rubbed.
    private static void scuffs(Graphics2D g, int side, Recipe recipe) {
        int strokes = 2 + recipe.random().nextInt(14);
        double rubbed = recipe.uniform(0, Math.PI);
        double spread = recipe.random().nextInt(3) == 0 ? Math.PI : 0.3;
        g.setStroke(new BasicStroke((float) recipe.uniform(0.5, 1.6), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int i = 0; i < strokes; i++) {
            double angle = rubbed + recipe.uniform(-spread, spread);
            double length = recipe.uniform(2, 24);
            double bend = recipe.uniform(-3, 3);
            double x = recipe.uniform(0, 1) * side;
            double y = recipe.uniform(0, 1) * side;
            double right = length * Math.cos(angle);
            double down = length * Math.sin(angle);
            g.draw(new QuadCurve2D.Double(
                    x,
                    y,
                    x + right / 2 - bend * Math.sin(angle),
                    y + down / 2 + bend * Math.cos(angle),
                    x + right,
                    y + down));
        }
    }

    private static void dust(Graphics2D g, int side, Recipe recipe) {
        int specks = 1 + recipe.random().nextInt(12);
        for (int i = 0; i < specks; i++) {
            double a = recipe.uniform(0.6, 2.6);
            double b = a * recipe.uniform(0.5, 1.5);
            double x = recipe.uniform(0, 1) * side;
            double y = recipe.uniform(0, 1) * side;
            g.fill(new Ellipse2D.Double(x - a, y - b, 2 * a, 2 * b));
        }
    }

    private static void hole(Graphics2D g, int side, Recipe recipe) {
        double x = recipe.uniform(0, 1) * side;
        double y = recipe.uniform(0, 1) * side;
        double radius = recipe.uniform(3, recipe.random().nextInt(3) == 0 ? 32 : 16);
        int corners = 5 + recipe.random().nextInt(8);
        Path2D path = new Path2D.Double();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners;
            double r = radius * recipe.uniform(0.5, 1.2);
            double px = x + r * Math.cos(angle);
            double py = y + r * Math.sin(angle);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        g.fill(path);
    }

    /// A window of a stored shape at a random scale, large ones smaller.
    private float[] stored(int side, Recipe recipe) {
        Random random = recipe.random();
        Samples shape = shapes.get(random.nextInt(shapes.size()));
        Size size = shape.size();
        double step = Math.max(1, Math.min(size.width(), size.height()) / LARGEST) / recipe.uniform(0.5, 1.5);
        double y = random.nextDouble() * size.height();
        double x = random.nextDouble() * size.width();
        boolean transpose = random.nextBoolean();
        float[] mark = new float[side * side];
        for (int p = 0; p < mark.length; p++) {
            double down = (transpose ? p % side : p / side) - side / 2.0;
            double right = (transpose ? p / side : p % side) - side / 2.0;
            mark[p] = mean(shape, y + step * down, x + step * right, Math.max(1, (int) Math.round(step)));
        }
        return mark;
    }

    /// The mean of a square of samples, 0 to 1; outside the shape all is black.
    private static float mean(Samples shape, double y, double x, int side) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        float sum = 0;
        for (int row = Math.max(0, top); row < Math.min(shape.size().height(), top + side); row++) {
            for (int column = Math.max(0, left); column < Math.min(shape.size().width(), left + side); column++) {
                sum += shape.raw(0, row, column);
            }
        }
        return sum / shape.depth().white() / (side * side);
    }

    private static void soften(float[] mark, int side, Recipe recipe) {
        if (recipe.random().nextInt(3) == 0) {
            Plane soft = Convolution.gaussian(Plane.copyOf(new Size(side, side), mark, 0), 5, recipe.uniform(0.4, 1.0));
            soft.copyTo(mark, 0);
        }
    }

    private static float[] colour(Recipe recipe, double level) {
        double warm = recipe.uniform(-0.05, 0.2); // paper yellows, and card is brown
        return new float[] {
            (float) Math.clamp(level + warm / 2 + recipe.uniform(-0.07, 0.07), 0, 1),
            (float) Math.clamp(level + recipe.uniform(-0.07, 0.07), 0, 1),
            (float) Math.clamp(level - warm + recipe.uniform(-0.07, 0.07), 0, 1)
        };
    }
}
