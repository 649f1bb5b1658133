package sinkmap.ogc.style;

import java.awt.AlphaComposite;
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

/** Paints one map picture: layers one above the other, labels above all. Not for several threads. */
public final class MapPainter {

    private final Screen screen;
    private final BufferedImage image;
    private final Labels labels;
    private final Brush brush;

    /**
     * @param screen the picture
     * @param background colour below everything; null for a transparent picture
     */
    public MapPainter(Screen screen, Color background) {
        this.screen = screen;
        this.image = new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_ARGB);
        this.labels = new Labels(screen);
        this.brush = new Brush(Brush.graphics(image), screen.symbolScale());
        if (background != null) {
            java.util.Arrays.fill(pixels(image), background.getRGB());
        }
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
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
            FeatureShapes shapes = new FeatureShapes(feature, crs);
            for (Sheet sheet : sheets) {
                for (Rule rule : sheet.pass().match(feature.attributes(), screen.scaleDenominator())) {
                    rule.symbolizers().forEach(symbolizer -> paint(symbolizer, shapes, sheet.brush()));
                }
            }
        }
        lay(sheets);
    }

    /** What a pass is painted on: the first one on the picture, the others on sheets that are laid over it. */
    private record Sheet(Style.Pass pass, BufferedImage image, Brush brush) {}

    private List<Sheet> sheets(Style style) {
        List<Sheet> sheets = new ArrayList<>();
        for (Style.Pass pass : style.passes()) {
            if (pass.rules().stream().noneMatch(rule -> rule.atScale(screen.scaleDenominator()))) {
                continue;
            }
            if (sheets.isEmpty() || onlyLabels(pass)) {
                sheets.add(new Sheet(pass, image, brush));
            } else {
                BufferedImage sheet = newSheet();
                sheets.add(new Sheet(pass, sheet, brush.on(Brush.graphics(sheet))));
            }
        }
        return sheets;
    }

    private static boolean onlyLabels(Style.Pass pass) {
        return pass.rules().stream()
                .flatMap(rule -> rule.symbolizers().stream())
                .allMatch(Label.class::isInstance);
    }

    private BufferedImage newSheet() {
        return new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_ARGB);
    }

    private void lay(List<Sheet> sheets) {
        for (Sheet sheet : sheets) {
            if (sheet.image() != image) {
                lay(sheet.image(), 1);
            }
        }
    }

    /** A feature on the screen, by the part of its geometry that is painted. */
    private final class FeatureShapes {

        private final Feature feature;
        private final Crs crs;
        private final Map<GeometryPart, ScreenShape> shapes = new EnumMap<>(GeometryPart.class);

        FeatureShapes(Feature feature, Crs crs) {
            this.feature = feature;
            this.crs = crs;
        }

        ScreenShape of(GeometryPart part) {
            return shapes.computeIfAbsent(part, p -> new ScreenShape(p.of(feature.geometry()), crs, screen));
        }
    }

    private void paint(Symbolizer symbolizer, FeatureShapes shapes, Brush on) {
        Map<String, Object> attributes = shapes.feature.attributes();
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
        return LabelTarget.of(shape, screen).point().map(List::of).orElse(List.of());
    }

    /**
     * Paints a raster.
     *
     * @param values a value per pixel of the picture, row 0 in the north, NaN = nodata
     */
    public void paint(float[] values, Symbolizer.Coverage style) {
        BufferedImage sheet = newSheet();
        style.colors().paint(values, pixels(sheet));
        lay(sheet, (float) style.opacity());
    }

    private void lay(BufferedImage sheet, float opacity) {
        Graphics2D graphics = image.createGraphics();
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, opacity));
        graphics.drawImage(sheet, 0, 0, null);
        graphics.dispose();
    }

    /** The finished picture, ARGB. */
    public BufferedImage finish() {
        if (!labels.isEmpty()) {
            Graphics2D graphics = Brush.graphics(image);
            labels.paint(graphics, brush.on(graphics));
            graphics.dispose();
        }
        return image;
    }
}
