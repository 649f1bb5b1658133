package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The labels of a map: collected while the layers are painted, then painted above all, none over another. */
final class Labels {

    private static final int MOST = 5000;
    private static final double GAP_PX = 2;

    private record Wanted(String text, Symbolizer.Label style, LabelAnchor anchor) {}

    /** Labels of each layer, the topmost layer first. */
    private final List<List<Wanted>> layers = new ArrayList<>();

    private int count;

    /** Begins a layer above all others; its labels have priority. */
    void begin() {
        layers.add(0, new ArrayList<>());
    }

    /** Asks for a label; whether there is room for it shows later. Within a layer earlier ones go first. */
    void add(Symbolizer.Label style, Map<String, Object> attributes, LabelAnchor anchor) {
        String text = text(style, attributes);
        if (!text.isBlank() && count < MOST) {
            layers.get(0).add(new Wanted(text, style, anchor));
            count++;
        }
    }

    static String text(Symbolizer.Label style, Map<String, Object> attributes) {
        return style.parts().stream()
                .map(part -> part.property() ? text(attributes.get(part.text())) : part.text())
                .collect(Collectors.joining());
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString(number.longValue())
                    : String.format(java.util.Locale.ROOT, "%.4g", number);
        }
        return value == null ? "" : value.toString();
    }

    /** Paints what has room, from the topmost layer down. */
    void paint(Graphics2D graphics) {
        List<Rectangle2D> taken = new ArrayList<>();
        for (Wanted label : layers.stream().flatMap(List::stream).toList()) {
            TextLayout layout = new TextLayout(label.text(), label.style().font(), graphics.getFontRenderContext());
            AffineTransform place = place(label, layout.getBounds());
            Rectangle2D box = place.createTransformedShape(layout.getBounds()).getBounds2D();
            Rectangle2D room = new Rectangle2D.Double(
                    box.getX() - GAP_PX,
                    box.getY() - GAP_PX,
                    box.getWidth() + 2 * GAP_PX,
                    box.getHeight() + 2 * GAP_PX);
            if (taken.stream().noneMatch(room::intersects)) {
                taken.add(room);
                paint(graphics, label.style(), layout.getOutline(place));
            }
        }
    }

    private static AffineTransform place(Wanted label, Rectangle2D box) {
        Symbolizer.Label style = label.style();
        AffineTransform place = AffineTransform.getTranslateInstance(
                label.anchor().x() + style.shiftX(), label.anchor().y() - style.shiftY());
        place.rotate(style.alongLine() ? label.anchor().angle() : Math.toRadians(style.rotation()));
        double anchorX = style.alongLine() ? 0.5 : style.anchorX();
        place.translate(-box.getX() - anchorX * box.getWidth(), -box.getMaxY() + style.anchorY() * box.getHeight());
        return place;
    }

    private static void paint(Graphics2D graphics, Symbolizer.Label style, Shape outline) {
        if (style.halo() != null && style.haloRadius() > 0) {
            graphics.setColor(style.halo());
            graphics.setStroke(new BasicStroke(2 * style.haloRadius(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(outline);
        }
        graphics.setColor(style.color());
        graphics.fill(outline);
    }
}
