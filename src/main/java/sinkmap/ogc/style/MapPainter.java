package sinkmap.ogc.style;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import sinkmap.catalog.Crs;
import sinkmap.store.Feature;

/** Paints one map picture: layers one above the other, labels above all. Not for several threads. */
public final class MapPainter {

    private final Screen screen;
    private final BufferedImage image;
    private final Labels labels = new Labels();

    /**
     * @param screen the picture
     * @param background colour below everything; null for a transparent picture
     */
    public MapPainter(Screen screen, Color background) {
        this.screen = screen;
        this.image = new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_ARGB);
        if (background != null) {
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(background);
            graphics.fillRect(0, 0, screen.width(), screen.height());
            graphics.dispose();
        }
    }

    /** Paints features as they come; their geometries are in {@code crs}. */
    public void paint(Iterator<Feature> features, Crs crs, Style style) {
        labels.begin();
        double scale = screen.scaleDenominator();
        List<BufferedImage> sheets = new ArrayList<>();
        List<Graphics2D> graphics = new ArrayList<>();
        for (int i = 0; i < style.passes().size(); i++) {
            BufferedImage sheet =
                    i == 0 ? image : new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_ARGB);
            sheets.add(sheet);
            graphics.add(Brush.graphics(sheet));
        }
        while (features.hasNext()) {
            Feature feature = features.next();
            if (feature.geometry() == null || feature.geometry().isEmpty()) {
                continue;
            }
            ScreenShape shape = new ScreenShape(feature.geometry(), crs, screen);
            for (int i = 0; i < sheets.size() && !shape.isEmpty(); i++) {
                Brush brush = new Brush(graphics.get(i));
                style.passes()
                        .get(i)
                        .match(feature.attributes(), scale)
                        .forEach(rule -> paint(feature, shape, rule, brush));
            }
        }
        graphics.forEach(Graphics2D::dispose);
        for (BufferedImage sheet : sheets.subList(Math.min(1, sheets.size()), sheets.size())) {
            lay(sheet, 1);
        }
    }

    private void paint(Feature feature, ScreenShape shape, Rule rule, Brush brush) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof Symbolizer.Area area) {
                if (shape.closed()) {
                    brush.area(area, shape.path());
                }
            } else if (symbolizer instanceof Symbolizer.Line line) {
                brush.line(line.stroke(), shape.path());
            } else if (symbolizer instanceof Symbolizer.Point point) {
                points(shape).forEach(p -> brush.point(point, p.x, p.y));
            } else if (symbolizer instanceof Symbolizer.Label label) {
                LabelAnchor.find(shape, screen)
                        .filter(anchor -> anchor.x() >= 0
                                && anchor.y() >= 0
                                && anchor.x() <= screen.width()
                                && anchor.y() <= screen.height())
                        .ifPresent(anchor -> labels.add(label, feature.attributes(), anchor));
            }
        }
    }

    private List<Coordinate> points(ScreenShape shape) {
        if (!shape.points().isEmpty()) {
            return shape.points();
        }
        Optional<LabelAnchor> anchor = LabelAnchor.find(shape, screen);
        return anchor.map(a -> List.of(new Coordinate(a.x(), a.y()))).orElse(List.of());
    }

    /**
     * Paints a raster.
     *
     * @param values a value per pixel of the picture, row 0 in the north, NaN = nodata
     */
    public void paint(float[] values, Symbolizer.Coverage style) {
        BufferedImage sheet = new BufferedImage(screen.width(), screen.height(), BufferedImage.TYPE_INT_ARGB);
        int[] row = new int[screen.width()];
        for (int y = 0; y < screen.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = style.colors().argb(values[y * row.length + x]);
            }
            sheet.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
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
        Graphics2D graphics = Brush.graphics(image);
        labels.paint(graphics);
        graphics.dispose();
        return image;
    }
}
