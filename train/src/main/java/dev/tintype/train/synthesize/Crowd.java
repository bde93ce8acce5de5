package dev.tintype.train.synthesize;

import dev.tintype.damage.Degradation;
import dev.tintype.nn.official.face.FacePoints;
import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Photo;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Samples;
import dev.tintype.photo.Size;
import dev.tintype.train.synthesize.Portraits.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes squares of group photos: none to three portraits, of any size and turned by up to 35 degrees, before a part of
/// another photo, grey and aged. No other photo may show people: what is not known to be a face counts as none.
public record Crowd(PhotoLibrary backgrounds, Portraits portraits) {
    private static final double NARROWEST = 4; // pixels between the eyes
    private static final double WIDEST = 28;
    private static final double TURNED = 35; // degrees
    private static final double APART = 2.4; // eye distances between two faces
    private static final double ACROSS = 1.7; // eye distances from the middle to the edge of a head that was cut out
    private static final double DOWN = 2.3;
    private static final double NOTHING = 0.2; // share of squares without a face

    /// A square and where its faces are, of which some may be cut off.
    public record Group(Photo photo, List<FacePoints> faces) {
        public Group {
            faces = List.copyOf(faces);
        }
    }

    /// The square of a seed, with none to three faces.
    ///
    /// @param side pixels
    public Group sample(int side, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        Photo photo = grey(backgrounds.view(side, random));
        return group(photo, random.nextDouble() < NOTHING ? 0 : 1 + random.nextInt(3), new Recipe(random));
    }

    /// The same with many faces, as far as there is room for them.
    ///
    /// @param tries faces that would be there if none lay on another
    public Group sample(int side, int tries, long seed) {
        Random random = new Random(Ageing.mixed(seed));
        return group(grey(backgrounds.view(side, random)), tries, new Recipe(random));
    }

    private Group group(Photo background, int count, Recipe recipe) {
        Photo photo = background;
        Random random = recipe.random();
        List<FacePoints> faces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Pasted pasted = pasted(photo, faces, recipe);
            photo = pasted.photo();
            faces.addAll(pasted.faces());
        }
        List<Degradation> damage = new ArrayList<>(random.nextInt(3) == 0 ? recipe.unstructured() : recipe.scanning());
        if (random.nextBoolean()) {
            damage.addFirst(recipe.fading());
        }
        Photo aged = new Degrader(random).apply(damage, photo);
        return new Group(Ageing.rounded(grey(aged)), faces);
    }

    private record Pasted(Photo photo, List<FacePoints> faces) {}

    /// One more face, unless it would hide another.
    private Pasted pasted(Photo photo, List<FacePoints> others, Recipe recipe) {
        int side = photo.size().width();
        Portrait portrait = portraits.random(recipe.random());
        double eyes = Math.exp(recipe.uniform(Math.log(NARROWEST), Math.log(WIDEST)));
        double degrees = recipe.uniform(-TURNED, TURNED);
        Point centre = new Point(recipe.uniform(0, side), recipe.uniform(0, side));
        for (FacePoints other : others) {
            double most = APART * Math.max(eyes, other.eyeDistance());
            if (other.centre().distance(centre) < most) {
                return new Pasted(photo, List.of());
            }
        }
        Placing placing = Placing.of(portrait.points(), eyes, degrees, centre);
        double level = portrait.points().eyeDistance() / eyes;
        boolean whole = recipe.random().nextBoolean() && portrait.alone();
        Plane head = smaller(portrait.photo(), level);
        Plane drawn = Plane.of(photo.size(), (row, column) -> {
            float base = photo.planes().getFirst().at(row, column);
            Point from = placing.back(new Point(row, column));
            double share = whole ? 1 : cover(new Point(row, column), centre, eyes, degrees);
            return share == 0 ? base : mixed(base, head, portrait.photo().size(), from, share);
        });
        return new Pasted(new Photo(List.of(drawn)), List.of(portrait.points().map(placing::there)));
    }

    /// 1 inside the ellipse of a head, 0 outside, soft between.
    private static double cover(Point place, Point centre, double eyes, double degrees) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double right = place.column() - centre.column();
        double down = place.row() - centre.row();
        double radius =
                Math.hypot((cos * right + sin * down) / (ACROSS * eyes), (cos * down - sin * right) / (DOWN * eyes));
        return Math.clamp((1 - radius) * 5, 0, 1);
    }

    private static float mixed(float base, Plane head, Size full, Point from, double share) {
        double row = (from.row() + 0.5) * head.size().height() / full.height() - 0.5;
        double column = (from.column() + 0.5) * head.size().width() / full.width() - 0.5;
        boolean inside = row >= 0
                && column >= 0
                && row <= head.size().height() - 1
                && column <= head.size().width() - 1;
        return inside ? (float) (base + share * (Resample.at(head, row, column) - base)) : base;
    }

    /// Brightness, made so much smaller that nothing is skipped where it is looked up.
    private static Plane smaller(Samples photo, double times) {
        Plane plane = photo.photo().luminance();
        Size size = plane.size();
        double share = Math.min(1, 1 / times);
        return Resample.area(plane, new Size(Math.max(2, (int) Math.round(share * size.width())), Math.max(2, (int)
                Math.round(share * size.height()))));
    }

    private static Photo grey(Photo photo) {
        return new Photo(List.of(photo.luminance()));
    }

    /// Where a portrait comes to lie: turned and scaled about the middle of its face.
    private record Placing(Point from, Point to, double a, double b) {
        static Placing of(FacePoints face, double eyes, double degrees, Point to) {
            double scale = eyes / face.eyeDistance();
            double angle = Math.toRadians(degrees);
            return new Placing(face.centre(), to, scale * Math.cos(angle), scale * Math.sin(angle));
        }

        Point there(Point point) {
            double right = point.column() - from.column();
            double down = point.row() - from.row();
            return new Point(to.row() + b * right + a * down, to.column() + a * right - b * down);
        }

        Point back(Point point) {
            double right = point.column() - to.column();
            double down = point.row() - to.row();
            double square = a * a + b * b;
            return new Point(
                    from.row() + (a * down - b * right) / square, from.column() + (a * right + b * down) / square);
        }
    }
}
