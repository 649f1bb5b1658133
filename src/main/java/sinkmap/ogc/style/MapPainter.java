package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import sinkmap.catalog.Crs;
import sinkmap.store.Feature;
import sinkmap.store.ShapeLevel;

/** Paints one map picture: layers one above the other, labels above all. Not for several threads. */
public final class MapPainter {

    private final Screen screen;
    private final Canvas canvas;
    private final Labels labels;
    private final Brush brush;

    /**
     * @param screen the picture
     * @param background colour below everything; null for a transparent picture
     */
    public MapPainter(Screen screen, Color background) {
        this.screen = screen;
        this.canvas = new Canvas(screen.width(), screen.height());
        this.labels = new Labels(screen);
        this.brush = new Brush(Brush.graphics(canvas.image()), screen.symbolScale());
        if (background != null) {
            canvas.fill(background);
        }
    }

    /** Paints features as they come; their geometries are in {@code crs}. */
    public void paint(Iterator<Feature> features, Crs crs, Style style) {
        labels.begin();
        List<Sheet> sheets = sheets(style);
        while (features.hasNext()) {
            Feature feature = features.next();
            if (feature.geometry() == null || feature.geometry().isEmpty()) {
                continue;
            }
            Shapes shapes = new FeatureShapes(feature, crs);
            sheets.forEach(sheet -> paint(shapes, sheet));
        }
        lay(sheets);
    }

    /** Paints generalised features, which lie in the CRS of the picture. */
    public void paint(ShapeLevel level, Style style) {
        labels.begin();
        List<Sheet> sheets = sheets(style);
        for (Sheet sheet : sheets) {
            new ShapePainting(level, screen, sheet.canvas(), sheet.brush())
                    .paint(sheet.pass(), style.reach(), shape -> paint(new LevelShapes(level, shape), sheet));
        }
        lay(sheets);
    }

    private void paint(Shapes shapes, Sheet sheet) {
        for (Rule rule : sheet.pass().match(shapes.attributes(), screen.scaleDenominator())) {
            rule.symbolizers().forEach(symbolizer -> paint(symbolizer, shapes, sheet.brush()));
        }
    }

    /** What a pass is painted on: the first one on the picture, the others on sheets that are laid over it. */
    private record Sheet(Style.Pass pass, Canvas canvas, Brush brush) {}

    private List<Sheet> sheets(Style style) {
        List<Sheet> sheets = new ArrayList<>();
        for (Style.Pass pass : style.passes()) {
            if (pass.rules().stream().noneMatch(rule -> rule.atScale(screen.scaleDenominator()))) {
                continue;
            }
            if (sheets.isEmpty() || onlyLabels(pass)) {
                sheets.add(new Sheet(pass, canvas, brush));
            } else {
                Canvas sheet = new Canvas(screen.width(), screen.height());
                sheets.add(new Sheet(pass, sheet, brush.on(Brush.graphics(sheet.image()))));
            }
        }
        return sheets;
    }

    private static boolean onlyLabels(Style.Pass pass) {
        return pass.rules().stream()
                .flatMap(rule -> rule.symbolizers().stream())
                .allMatch(Label.class::isInstance);
    }

    private void lay(List<Sheet> sheets) {
        for (Sheet sheet : sheets) {
            if (sheet.canvas() != canvas) {
                canvas.lay(sheet.canvas().image(), 1);
            }
        }
    }

    /** A feature on the screen, by the part of its geometry that is painted. */
    private abstract static class Shapes {

        private final Map<GeometryPart, ScreenShape> shapes = new EnumMap<>(GeometryPart.class);

        ScreenShape of(GeometryPart part) {
            return shapes.computeIfAbsent(part, this::make);
        }

        abstract ScreenShape make(GeometryPart part);

        abstract Map<String, Object> attributes();
    }

    private final class FeatureShapes extends Shapes {

        private final Feature feature;
        private final Crs crs;

        FeatureShapes(Feature feature, Crs crs) {
            this.feature = feature;
            this.crs = crs;
        }

        @Override
        ScreenShape make(GeometryPart part) {
            return ScreenShape.of(part.of(feature.geometry()), crs, screen);
        }

        @Override
        Map<String, Object> attributes() {
            return feature.attributes();
        }
    }

    private final class LevelShapes extends Shapes {

        private final ShapeLevel level;
        private final int number;

        LevelShapes(ShapeLevel level, int number) {
            this.level = level;
            this.number = number;
        }

        @Override
        ScreenShape make(GeometryPart part) {
            return part == GeometryPart.ALL
                    ? ScreenShape.of(level, number, screen)
                    : ScreenShape.of(part.of(level.geometry(number)), level.crs(), screen);
        }

        @Override
        Map<String, Object> attributes() {
            return level.attributes(number);
        }
    }

    private void paint(Symbolizer symbolizer, Shapes shapes, Brush on) {
        Map<String, Object> attributes = shapes.attributes();
        if (symbolizer instanceof Symbolizer.Area area) {
            ScreenShape shape = shapes.of(area.part());
            if (shape.closed()) {
                on.area(area, shape.path(), attributes);
            }
        } else if (symbolizer instanceof Symbolizer.Line line) {
            on.line(line.stroke(), offset(line, shapes.of(line.part()).path(), attributes), attributes);
        } else if (symbolizer instanceof Symbolizer.Point point) {
            on.points(point.graphic(), points(shapes.of(point.part())), attributes);
        } else if (symbolizer instanceof Label label) {
            ScreenShape shape = shapes.of(label.part());
            if (!shape.isEmpty()) {
                labels.add(label, attributes, LabelTarget.of(shape, screen));
            }
        }
    }

    private Shape offset(Symbolizer.Line line, Shape path, Map<String, Object> attributes) {
        double offset = line.offset() == null ? 0 : line.offset().pixels(attributes, brush.scale());
        return offset == 0
                ? path
                : Lines.path(Lines.of(path).stream()
                        .map(part -> Lines.offset(part, offset))
                        .toList());
    }

    private List<Coordinate> points(ScreenShape shape) {
        if (!shape.points().isEmpty() || shape.isEmpty()) {
            return shape.points();
        }
        return LabelTarget.of(shape, screen).centre().map(List::of).orElse(List.of());
    }

    /**
     * Paints a raster.
     *
     * @param values a value per pixel of the picture, row 0 in the north, NaN = nodata
     */
    public void paint(float[] values, Symbolizer.Coverage style) {
        BufferedImage sheet = new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_ARGB);
        style.colors().paint(values, ((DataBufferInt) sheet.getRaster().getDataBuffer()).getData());
        canvas.lay(sheet, (float) style.opacity());
    }

    /** The finished picture, ARGB. */
    public BufferedImage finish() {
        if (!labels.isEmpty()) {
            Graphics2D graphics = Brush.graphics(canvas.image());
            labels.paint(graphics, brush.on(graphics));
            graphics.dispose();
        }
        return canvas.plain();
    }
}
