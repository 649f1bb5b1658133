package sinkmap.ogc.style;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/** The places that a label may take, the preferred first. */
final class LabelPlacing {

    private static final double STEP_PX = 4;
    private static final int MOST_REPEATS = 200;

    /** Points of a label that are looked at to see how much of it lies in an area. */
    private static final int SAMPLES = 9;

    private final Label style;
    private final LabelText text;
    private final LabelTarget target;
    private final Map<String, Object> attributes;
    private final SymbolScale scale;

    LabelPlacing(Label style, LabelText text, LabelTarget target, Map<String, Object> attributes, SymbolScale scale) {
        this.style = style;
        this.text = text;
        this.target = target;
        this.attributes = attributes;
        this.scale = scale;
    }

    /**
     * For each label that the feature gets the places it may take: one label, or several along lines.
     */
    List<List<PlacedLabel>> labels() {
        boolean alongLine = !target.lines().isEmpty()
                && (style.placement() instanceof Label.LinePlacement
                        || style.options().followLine()
                        || style.options().repeat() > 0);
        if (!alongLine) {
            return List.of(point());
        }
        List<List<PlacedLabel>> labels = new ArrayList<>();
        int lines = style.options().labelAllGroup() ? target.lines().size() : 1;
        for (Coordinate[] line : target.lines().subList(0, lines)) {
            line(line, labels);
        }
        return labels;
    }

    private List<PlacedLabel> point() {
        Optional<Coordinate> point = target.point();
        if (point.isEmpty()) {
            return List.of();
        }
        List<PlacedLabel> places = new ArrayList<>();
        double turn = areaTurn();
        for (Coordinate shift : shifts()) {
            PlacedLabel place = at(new Coordinate(point.get().x + shift.x, point.get().y + shift.y), turn);
            if (target.areas().isEmpty() || fits(place)) {
                places.add(place);
            }
        }
        return places;
    }

    private double areaTurn() {
        if (target.areas().isEmpty()) {
            return 0;
        }
        return switch (style.options().polygonAlign()) {
            case NONE -> 0;
            case MBR -> target.areaAngle();
            case ORTHO -> target.upright() ? -Math.PI / 2 : 0;
        };
    }

    /** No shift, then the eight directions at growing distance. */
    private List<Coordinate> shifts() {
        List<Coordinate> shifts = new ArrayList<>(List.of(new Coordinate(0, 0)));
        double most = style.options().maxDisplacement() * scale.ratio();
        double step = Math.max(STEP_PX, most / 16);
        for (double distance = step; distance <= most + 1e-9; distance += step) {
            for (int i = 0; i < 8; i++) {
                double angle = Math.PI / 4 * i;
                shifts.add(new Coordinate(distance * Math.cos(angle), -distance * Math.sin(angle)));
            }
        }
        return shifts;
    }

    private PlacedLabel at(Coordinate point, double turn) {
        Rectangle2D box = text.bounds();
        AffineTransform place = AffineTransform.getTranslateInstance(point.x, point.y);
        place.rotate(turn);
        double anchorX = 0;
        double anchorY = 0.5;
        if (style.placement() instanceof Label.PointPlacement p) {
            place.rotate(Math.toRadians(Values.number(p.rotation().value(attributes), 0)));
            place.translate(p.shiftX().pixels(attributes, scale), -p.shiftY().pixels(attributes, scale));
            anchorX = Values.number(p.anchorX().value(attributes), 0);
            anchorY = Values.number(p.anchorY().value(attributes), 0.5);
        }
        place.translate(-box.getX() - anchorX * box.getWidth(), -box.getMaxY() + anchorY * box.getHeight());
        return PlacedLabel.straight(text, place);
    }

    /** Whether enough of a label lies in its area. */
    private boolean fits(PlacedLabel place) {
        double wanted = style.options().goodnessOfFit();
        if (wanted <= 0) {
            return true;
        }
        Path2D area = target.areaPath();
        AffineTransform turned = AffineTransform.getTranslateInstance(place.centre().x, place.centre().y);
        turned.rotate(place.turn());
        int inside = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double[] point = {place.frame().getX() + place.frame().getWidth() * (i + 0.5) / SAMPLES, 0};
            turned.transform(point, 0, point, 0, 1);
            inside += area.contains(point[0], point[1]) ? 1 : 0;
        }
        return inside >= wanted * SAMPLES;
    }

    private void line(Coordinate[] line, List<List<PlacedLabel>> labels) {
        double length = Lines.length(line);
        double needed = style.options().followLine() ? text.advance() : text.width();
        if (needed > length && !style.options().allowOverruns()) {
            return;
        }
        double repeat = style.options().repeat() * scale.ratio();
        labels.add(around(line, length / 2, needed));
        for (int i = 1;
                repeat > 0 && i <= MOST_REPEATS && i * Math.max(repeat, needed) + needed / 2 < length / 2;
                i++) {
            labels.add(around(line, length / 2 - i * Math.max(repeat, needed), needed));
            labels.add(around(line, length / 2 + i * Math.max(repeat, needed), needed));
        }
    }

    /** The places around a middle along a line. */
    private List<PlacedLabel> around(Coordinate[] line, double middle, double needed) {
        List<PlacedLabel> places = new ArrayList<>();
        double most = style.options().maxDisplacement() * scale.ratio();
        add(line, middle, needed, places);
        for (double shift = STEP_PX; shift <= most; shift += STEP_PX) {
            add(line, middle - shift, needed, places);
            add(line, middle + shift, needed, places);
        }
        return places;
    }

    private void add(Coordinate[] line, double middle, double needed, List<PlacedLabel> places) {
        double offset =
                style.placement() instanceof Label.LinePlacement p ? p.offset().pixels(attributes, scale) : 0;
        Optional<Lines.Place> place = Lines.at(line, middle);
        if (place.isEmpty()) {
            return;
        }
        boolean backward =
                style.options().forceLeftToRight() && Math.cos(place.get().angle()) < -1e-9;
        if (style.options().followLine() && !text.letters().isEmpty()) {
            Coordinate[] directed = backward ? Lines.reversed(line) : line;
            double along = backward ? Lines.length(line) - middle : middle;
            Optional<PlacedLabel> curved = PlacedLabel.along(
                    text,
                    directed,
                    along - needed / 2,
                    offset,
                    Math.toRadians(style.options().maxAngleDelta()));
            curved.ifPresent(places::add);
            if (needed <= Lines.length(line)) {
                return;
            }
        }
        AffineTransform straight = AffineTransform.getTranslateInstance(
                place.get().point().x, place.get().point().y);
        straight.rotate(place.get().angle() + (backward ? Math.PI : 0));
        straight.translate(-text.bounds().getCenterX(), -text.middle() - offset);
        places.add(PlacedLabel.straight(text, straight));
    }
}
