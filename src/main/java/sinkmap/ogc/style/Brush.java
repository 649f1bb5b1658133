package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints shapes in pixels as symbolizers say; maps and legends use it alike. */
final class Brush {

    private final Graphics2D graphics;

    Brush(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** Graphics of an image, set up for maps. */
    static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        smooth(graphics);
        return graphics;
    }

    private static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    void area(Symbolizer.Area style, Shape shape) {
        if (style.fill() != null) {
            graphics.setPaint(paint(style.fill()));
            graphics.fill(shape);
        }
        if (style.stroke() != null) {
            line(style.stroke(), shape);
        }
    }

    void line(Symbolizer.Stroke style, Shape shape) {
        if (style.width() == 0) {
            return;
        }
        graphics.setColor(style.color());
        graphics.setStroke(stroke(style));
        graphics.draw(shape);
    }

    private static BasicStroke stroke(Symbolizer.Stroke style) {
        float[] dashes = style.dashes().length == 0 ? null : style.dashes();
        return new BasicStroke(style.width(), style.cap(), style.join(), 10, dashes, style.dashOffset());
    }

    void point(Symbolizer.Point style, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(style.rotation()));
        place.scale(style.size(), style.size());
        Shape shape = new Path2D.Double(style.mark().shape(), place);
        if (style.fill() != null && !style.mark().open()) {
            graphics.setColor(style.fill());
            graphics.fill(shape);
        }
        if (style.stroke() != null) {
            line(style.stroke(), shape);
        }
    }

    private static Paint paint(Symbolizer.Fill fill) {
        if (fill.pattern() == null) {
            return fill.color();
        }
        int size = (int) Math.max(2, Math.round(fill.pattern().size()));
        BufferedImage tile = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D on = graphics(tile);
        Brush brush = new Brush(on);
        // the neighbours too, so that strokes run on from tile to tile
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                brush.point(fill.pattern(), size / 2.0 + dx * size, size / 2.0 + dy * size);
            }
        }
        on.dispose();
        return new TexturePaint(tile, new Rectangle2D.Double(0, 0, size, size));
    }

    /** A plain rectangle, for legends. */
    void box(Color color, double x, double y, double width, double height) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }
}
