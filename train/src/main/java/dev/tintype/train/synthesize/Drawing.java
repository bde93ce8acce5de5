package dev.tintype.train.synthesize;

import dev.tintype.photo.Plane;
import dev.tintype.photo.Size;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/// What thin or torn things cover of a square photo: drawn white on black, with smooth edges.
record Drawing(BufferedImage image) {
    static Drawing of(int side) {
        return new Drawing(new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY));
    }

    /// To draw with, until it is disposed of.
    Graphics2D pen() {
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        return g;
    }

    /// How much is covered, 0 to 1.
    Plane cover() {
        byte[] drawn = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int side = image.getWidth();
        return Plane.of(new Size(side, side), (row, column) -> (drawn[row * side + column] & 0xff) / 255f);
    }
}
