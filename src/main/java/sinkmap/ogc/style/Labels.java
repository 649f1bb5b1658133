package sinkmap.ogc.style;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/**
 * The labels of a map: collected while the layers are painted, then painted above all, none over another. Those with a higher
 * priority come first, then those of layers above, then in the order of the features, so that the same map always shows the
 * same labels. A label that would be cut by the edge of the picture is left out, unless the style allows it: neighbouring
 * tiles then never show halves of it.
 */
final class Labels {

    private static final int MOST = 5000;

    /** A label that is wanted, as far as it does not depend on the others. */
    private record Wanted(
            String text, Label style, LabelTarget target, Map<String, Object> attributes, double priority, int layer) {

        Wanted with(LabelTarget more) {
            return new Wanted(text, style, target.with(more), attributes, priority, layer);
        }
    }

    /** Labels with the same text in one group. */
    private record GroupKey(String text, Label style, int layer) {}

    private final Screen screen;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<GroupKey, Integer> groups = new HashMap<>();
    private int layer;

    Labels(Screen screen) {
        this.screen = screen;
    }

    /** Begins a layer above all others. */
    void begin() {
        layer++;
    }

    /** Asks for a label; whether there is room for it shows later. */
    void add(Label style, Map<String, Object> attributes, LabelTarget target) {
        String text = Values.text(style.text().value(attributes)).strip();
        if (text.isEmpty() || wanted.size() >= MOST || !shows(target)) {
            return;
        }
        Wanted label = new Wanted(
                text, style, target, attributes, Values.number(style.priority().value(attributes), 0), layer);
        if (!style.options().group()) {
            wanted.add(label);
            return;
        }
        GroupKey key = new GroupKey(text, style, layer);
        Integer known = groups.putIfAbsent(key, wanted.size());
        if (known == null) {
            wanted.add(label);
        } else {
            wanted.set(known, wanted.get(known).with(target));
        }
    }

    /** Whether the labelled point lies on the picture. */
    private boolean shows(LabelTarget target) {
        return !target.lines().isEmpty()
                || target.point().filter(this::onPicture).isPresent();
    }

    private boolean onPicture(Coordinate point) {
        return point.x >= 0 && point.y >= 0 && point.x <= screen.width() && point.y <= screen.height();
    }

    boolean isEmpty() {
        return wanted.isEmpty();
    }

    /** Paints what has room. */
    void paint(Graphics2D graphics, Brush brush) {
        LabelRoom room = new LabelRoom();
        Map<String, List<Coordinate>> placed = new HashMap<>();
        wanted.stream()
                .sorted(Comparator.comparingDouble((Wanted label) -> -label.priority())
                        .thenComparingInt(label -> -label.layer()))
                .forEach(label -> place(label, room, placed, graphics, brush));
    }

    private void place(
            Wanted label, LabelRoom room, Map<String, List<Coordinate>> placed, Graphics2D graphics, Brush brush) {
        LabelText text = LabelText.of(label.text(), label.style(), label.attributes(), brush.scale());
        LabelPlacing placing = new LabelPlacing(label.style(), text, label.target(), label.attributes(), brush.scale());
        List<Coordinate> same = placed.computeIfAbsent(label.text(), t -> new ArrayList<>());
        for (List<PlacedLabel> places : placing.labels()) {
            places.stream()
                    .filter(place -> allowed(place, label, room, same, brush.scale()))
                    .findFirst()
                    .ifPresent(place -> {
                        room.take(place.boxes(), margin(label, brush.scale()));
                        same.add(place.centre());
                        paint(place, label, graphics, brush);
                    });
        }
    }

    /** Half of the space around is kept on either side of two labels; a pixel at least, so that letters stay apart. */
    private static double margin(Wanted label, SymbolScale scale) {
        double space = label.style().options().spaceAround();
        return (space == 0 ? 1 : space / 2) * scale.ratio();
    }

    private boolean allowed(PlacedLabel place, Wanted label, LabelRoom room, List<Coordinate> same, SymbolScale scale) {
        LabelOptions options = label.style().options();
        double distance = options.minGroupDistance() * scale.ratio();
        return (options.partials() || inside(place))
                && (!options.conflictResolution() || room.free(place.boxes(), margin(label, scale)))
                && (!(distance > 0) || same.stream().allMatch(other -> other.distance(place.centre()) >= distance));
    }

    private boolean inside(PlacedLabel place) {
        for (Rectangle2D box : place.boxes()) {
            if (box.getMinX() < 0
                    || box.getMinY() < 0
                    || box.getMaxX() > screen.width()
                    || box.getMaxY() > screen.height()) {
                return false;
            }
        }
        return true;
    }

    private static void paint(PlacedLabel place, Wanted label, Graphics2D graphics, Brush brush) {
        Label style = label.style();
        if (style.shield() != null) {
            shield(place, style, label.attributes(), brush);
        }
        if (style.halo() != null) {
            double radius = style.halo().radius().pixels(label.attributes(), brush.scale());
            Paint paint = brush.paint(style.halo().fill(), label.attributes());
            if (radius > 0 && paint != null) {
                graphics.setPaint(paint);
                graphics.setStroke(
                        new BasicStroke((float) (2 * radius), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.draw(place.outline());
            }
        }
        brush.fill(style.fill(), place.outline(), label.attributes());
    }

    private static void shield(PlacedLabel place, Label style, Map<String, Object> attributes, Brush brush) {
        Graphic graphic = style.shield();
        double margin = 2 * style.options().shieldMargin() * brush.scale().ratio();
        Rectangle2D frame = place.frame() == null ? place.outline().getBounds2D() : place.frame();
        switch (style.options().shieldResize()) {
            case NONE -> brush.graphic(graphic, place.centre().x, place.centre().y, place.turn(), attributes);
            case PROPORTIONAL, STRETCH -> {
                double aspect = Brush.width(graphic, 1);
                double height = frame.getHeight() + margin;
                double width = frame.getWidth() + margin;
                double fitted = style.options().shieldResize() == LabelOptions.Resize.STRETCH
                        ? height
                        : Math.max(height, width / aspect);
                brush.stretched(
                        graphic,
                        place,
                        new Rectangle2D.Double(
                                0,
                                0,
                                style.options().shieldResize() == LabelOptions.Resize.STRETCH ? width : fitted * aspect,
                                fitted),
                        attributes);
            }
        }
    }
}
