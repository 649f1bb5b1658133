package sinkmap.ogc.style;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Paints shapes in pixels as symbolizers say; maps and legends use it alike. Not for several threads. */
final class Brush {

    private final Graphics2D graphics;
    private final SymbolScale scale;
    private final Map<Stroke, Pen> pens;
    private final Map<Fill, Paint> paints;

    Brush(Graphics2D graphics, SymbolScale scale) {
        this(graphics, scale, new IdentityHashMap<>(), new IdentityHashMap<>());
    }

    private Brush(Graphics2D graphics, SymbolScale scale, Map<Stroke, Pen> pens, Map<Fill, Paint> paints) {
        this.graphics = graphics;
        this.scale = scale;
        this.pens = pens;
        this.paints = paints;
    }

    /** A brush for another sheet of the same map. */
    Brush on(Graphics2D other) {
        return new Brush(other, scale, pens, paints);
    }

    /** Graphics of an image, set up for maps. */
    static Graphics2D graphics(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        return graphics;
    }

    SymbolScale scale() {
        return scale;
    }

    void area(Symbolizer.Area style, Shape shape, Map<String, Object> attributes) {
        if (style.fill() != null) {
            fill(style.fill(), shape, attributes);
        }
        if (style.stroke() != null) {
            line(style.stroke(), shape, attributes);
        }
    }

    void fill(Fill fill, Shape shape, Map<String, Object> attributes) {
        Paint paint = paint(fill, attributes);
        if (paint != null) {
            graphics.setPaint(paint);
            graphics.fill(shape);
        }
    }

    /** What an area is filled with, or null for nothing; kept where it is the same for every feature. */
    Paint paint(Fill fill, Map<String, Object> attributes) {
        boolean constant = fill.pattern() == null
                ? fill.plain()
                : fill.pattern().constant() && fill.opacity().constant();
        if (!constant) {
            return newPaint(fill, attributes);
        }
        if (!paints.containsKey(fill)) {
            paints.put(fill, newPaint(fill, attributes));
        }
        return paints.get(fill);
    }

    private Paint newPaint(Fill fill, Map<String, Object> attributes) {
        double opacity = Values.number(fill.opacity().value(attributes), 1);
        if (fill.pattern() != null) {
            return opacity > 0 ? Texture.of(fill, attributes, scale, opacity) : null;
        }
        Color color = Values.color(fill.color().value(attributes));
        return color == null || !(opacity > 0) ? null : Values.fade(color, opacity);
    }

    /** The line or the outline of a feature. */
    void line(Stroke stroke, Shape shape, Map<String, Object> attributes) {
        line(stroke, shape, attributes, Pen.MORE_PX);
    }

    private void line(Stroke stroke, Shape shape, Map<String, Object> attributes, float more) {
        if (stroke.along() != null) {
            float[] dashes = stroke.dashes().isEmpty() ? new float[0] : Pen.dashes(stroke, attributes, scale);
            double offset = stroke.dashOffset().pixels(attributes, scale);
            Along.draw(stroke.along(), dashes, offset, shape, attributes, this);
            return;
        }
        Pen pen = pen(stroke, attributes, more);
        if (pen == null) {
            return;
        }
        Paint paint = stroke.texture() == null ? pen.color() : paint(stroke.texture(), attributes);
        if (paint != null) {
            graphics.setPaint(paint);
            graphics.setStroke(pen.line());
            graphics.draw(shape);
        }
    }

    /** The pen of a feature's stroke, or null for nothing. */
    Pen pen(Stroke stroke, Map<String, Object> attributes) {
        return pen(stroke, attributes, Pen.MORE_PX);
    }

    /** Kept where it is the same for every feature; a stroke is either of a feature or of a mark. */
    private Pen pen(Stroke stroke, Map<String, Object> attributes, float more) {
        if (!stroke.constant()) {
            return Pen.of(stroke, attributes, scale, more);
        }
        if (!pens.containsKey(stroke)) {
            pens.put(stroke, Pen.of(stroke, attributes, scale, more));
        }
        return pens.get(stroke);
    }

    /**
     * A graphic at a point.
     *
     * @param turn rotation beside its own, radians clockwise
     */
    void graphic(Graphic graphic, double x, double y, double turn, Map<String, Object> attributes) {
        double opacity = Values.number(graphic.opacity().value(attributes), 1);
        double height = height(graphic, attributes);
        if (!(opacity > 0) || !(height > 0)) {
            return;
        }
        double width = width(graphic, height);
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(turn);
        place.translate(
                graphic.shiftX().pixels(attributes, scale), graphic.shiftY().pixels(attributes, scale));
        place.rotate(Math.toRadians(Values.number(graphic.rotation().value(attributes), 0)));
        place.translate(
                (0.5 - Values.number(graphic.anchorX().value(attributes), 0.5)) * width,
                (Values.number(graphic.anchorY().value(attributes), 0.5) - 0.5) * height);
        Composite before = graphics.getComposite();
        if (opacity < 1) {
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        }
        symbol(graphic.symbol(), place, width, height, attributes);
        graphics.setComposite(before);
    }

    /** A graphic behind a label, of a given width and height. */
    void stretched(Graphic graphic, PlacedLabel label, Rectangle2D size, Map<String, Object> attributes) {
        AffineTransform place = AffineTransform.getTranslateInstance(label.centre().x, label.centre().y);
        place.rotate(label.turn());
        symbol(graphic.symbol(), place, size.getWidth(), size.getHeight(), attributes);
    }

    private void symbol(
            Graphic.Symbol symbol, AffineTransform place, double width, double height, Map<String, Object> attributes) {
        if (symbol instanceof Graphic.MarkSymbol mark) {
            place.scale(width, -height);
            Shape shape = new Path2D.Double(mark.mark().shape(), place);
            if (mark.fill() != null) {
                fill(mark.fill(), shape, attributes);
            }
            if (mark.stroke() != null) {
                line(mark.stroke(), shape, attributes, 0);
            }
        } else if (symbol instanceof Picture picture) {
            Graphics2D on = (Graphics2D) graphics.create();
            on.transform(place);
            on.translate(-width / 2, -height / 2);
            picture.draw(on, width, height);
            on.dispose();
        }
    }

    /** Height of a graphic for a feature, in pixels. */
    double height(Graphic graphic, Map<String, Object> attributes) {
        if (graphic.size() != null) {
            return graphic.size().pixels(attributes, scale);
        }
        double own = graphic.symbol() instanceof Picture picture ? picture.height() : Graphic.MARK_PX;
        return own * scale.ratio();
    }

    /** Width of a graphic of that height. */
    static double width(Graphic graphic, double height) {
        return graphic.symbol() instanceof Picture picture ? height * picture.width() / picture.height() : height;
    }

    /** A plain rectangle, for legends. */
    void box(Paint paint, Rectangle2D box) {
        graphics.setPaint(paint);
        graphics.fill(box);
    }

    /** Points of a feature, each with a graphic. */
    void points(Graphic graphic, List<org.locationtech.jts.geom.Coordinate> points, Map<String, Object> attributes) {
        points.forEach(point -> graphic(graphic, point.x, point.y, 0, attributes));
    }
}
