package dev.tintype.nn.official.face;

import dev.tintype.nn.official.face.FacePoints.Point;
import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;

/// Moves a plane: every pixel of the result is looked up where `back` sends it; outside is 0.
///
/// Source: scikit-image, `skimage.transform.warp`, https://scikit-image.org; its cubic pieces are those of
/// E. Catmull and R. Rom (1974), a = -0.5.
///
/// @param back from the result to the plane
/// @param size of the result, pixels
record Warp(Similarity back, Size size, Lookup lookup) {
    Plane apply(Plane plane) {
        return apply(plane, sample -> (float) sample);
    }

    /// @param tone changes every sample before it loses precision
    Plane apply(Plane plane, Tone tone) {
        return Plane.of(size, (row, column) -> {
            Point place = back.apply(new Point(row, column));
            return tone.of(lookup.at(plane, place.row(), place.column()));
        });
    }

    /// The sample for a computed number.
    interface Tone {
        float of(double sample);
    }

    /// What lies between pixels.
    enum Lookup {
        NEAREST {
            @Override
            double at(Plane plane, double row, double column) {
                return pixel(plane, (int) Math.floor(row + 0.5), (int) Math.floor(column + 0.5));
            }
        },
        BILINEAR {
            @Override
            double at(Plane plane, double row, double column) {
                int r = (int) Math.floor(row);
                int c = (int) Math.floor(column);
                double down = row - r;
                double right = column - c;
                double top = (1 - right) * pixel(plane, r, c) + right * pixel(plane, r, c + 1);
                double bottom = (1 - right) * pixel(plane, r + 1, c) + right * pixel(plane, r + 1, c + 1);
                return (1 - down) * top + down * bottom;
            }
        },
        BICUBIC {
            @Override
            double at(Plane plane, double row, double column) {
                int r = (int) Math.floor(row);
                int c = (int) Math.floor(column);
                double right = column - c;
                return cubic(
                        row - r,
                        line(plane, r - 1, c, right),
                        line(plane, r, c, right),
                        line(plane, r + 1, c, right),
                        line(plane, r + 2, c, right));
            }
        };

        abstract double at(Plane plane, double row, double column);

        private static double line(Plane plane, int row, int column, double right) {
            return cubic(
                    right,
                    pixel(plane, row, column - 1),
                    pixel(plane, row, column),
                    pixel(plane, row, column + 1),
                    pixel(plane, row, column + 2));
        }

        private static double cubic(double x, double a, double b, double c, double d) {
            return b + 0.5 * x * (c - a + x * (2 * a - 5 * b + 4 * c - d + x * (3 * (b - c) + d - a)));
        }

        private static double pixel(Plane plane, int row, int column) {
            boolean inside = row >= 0
                    && column >= 0
                    && row < plane.size().height()
                    && column < plane.size().width();
            return inside ? plane.at(row, column) : 0;
        }
    }
}
