package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import sinkmap.catalog.GeometryType;

/** Paints the legend of a style: a line per rule, or per colour of a raster. */
public final class Legend {

    private static final int PADDING = 4;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final FontMetrics METRICS = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
            .createGraphics()
            .getFontMetrics(FONT);

    /** A line of a legend: how its swatch is painted, and what it says. */
    private record Entry(BiConsumer<Brush, Rectangle2D> swatch, String title) {}

    private final String language;
    private final int width;
    private final int height;
    private final List<Entry> entries = new ArrayList<>();

    private Legend(String language, int width, int height) {
        this.language = language;
        this.width = width;
        this.height = height;
    }

    /**
     * Paints a legend on a transparent or white ground.
     *
     * @param style the style
     * @param geometry geometry of the layer; null for a raster
     * @param language language of titles, a BCP 47 tag
     * @param width width of a swatch, pixels
     * @param height height of a swatch, pixels
     * @param scale scale denominator that rules must hold at; NaN for all rules
     * @param background colour of the ground; null for none
     */
    public static BufferedImage paint(
            Style style,
            GeometryType geometry,
            String language,
            int width,
            int height,
            double scale,
            Color background) {
        return of(style, geometry, language, width, height, scale).paint(background);
    }

    /** Width and height of the legend that {@link #paint} makes of all rules, pixels. */
    public static Dimension size(Style style, GeometryType geometry, String language, int width, int height) {
        return of(style, geometry, language, width, height, Double.NaN).size();
    }

    private static Legend of(Style style, GeometryType geometry, String language, int width, int height, double scale) {
        Legend legend = new Legend(language, width, height);
        for (Rule rule : style.rules()) {
            if (Double.isNaN(scale) || rule.atScale(scale)) {
                legend.add(rule, geometry);
            }
        }
        return legend;
    }

    /** The part of a bilingual text "zh / en" in a language; the whole text when it is not bilingual. */
    public static String pick(String text, String language) {
        int slash = text.indexOf(" / ");
        if (slash < 0) {
            return text;
        }
        return language.startsWith("zh") ? text.substring(0, slash) : text.substring(slash + 3);
    }

    private void add(Rule rule, GeometryType geometry) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof Symbolizer.Coverage coverage) {
                coverage.colors().entries().forEach(entry -> add(entry, coverage));
                return;
            }
        }
        boolean onlyLabels = rule.symbolizers().stream().allMatch(Symbolizer.Label.class::isInstance);
        if (!onlyLabels) {
            entries.add(new Entry((brush, box) -> swatch(brush, box, rule, geometry), pick(rule.title(), language)));
        }
    }

    private void add(ColorMap.Entry entry, Symbolizer.Coverage coverage) {
        if (entry.color().getAlpha() == 0 && entry.label() == null) {
            return;
        }
        Color c = entry.color();
        Color color =
                new Color(c.getRed(), c.getGreen(), c.getBlue(), (int) Math.round(c.getAlpha() * coverage.opacity()));
        String title = entry.label() == null ? number(entry.quantity()) : pick(entry.label(), language);
        entries.add(new Entry(
                (brush, box) -> brush.box(color, box.getX(), box.getY(), box.getWidth(), box.getHeight()), title));
    }

    private static String number(double quantity) {
        return quantity == Math.rint(quantity)
                ? String.format(Locale.ROOT, "%.0f", quantity)
                : String.format(Locale.ROOT, "%.4g", quantity);
    }

    private static void swatch(Brush brush, Rectangle2D box, Rule rule, GeometryType geometry) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof Symbolizer.Area area) {
                brush.area(area, inset(box));
            } else if (symbolizer instanceof Symbolizer.Line line) {
                brush.line(line.stroke(), geometry == GeometryType.POLYGON ? inset(box) : zigzag(box));
            } else if (symbolizer instanceof Symbolizer.Point point) {
                double size = Math.min(point.size(), Math.min(box.getWidth(), box.getHeight()) - 2);
                brush.point(
                        new Symbolizer.Point(point.mark(), point.fill(), point.stroke(), size, point.rotation()),
                        box.getCenterX(),
                        box.getCenterY());
            }
        }
    }

    private static Shape inset(Rectangle2D box) {
        return new Rectangle2D.Double(box.getX() + 1, box.getY() + 1, box.getWidth() - 2, box.getHeight() - 2);
    }

    private static Shape zigzag(Rectangle2D box) {
        Path2D path = new Path2D.Double();
        path.moveTo(box.getX() + 1, box.getMaxY() - 3);
        path.lineTo(box.getX() + box.getWidth() * 0.4, box.getY() + 4);
        path.lineTo(box.getX() + box.getWidth() * 0.6, box.getMaxY() - 4);
        path.lineTo(box.getMaxX() - 1, box.getY() + 3);
        return path;
    }

    private Dimension size() {
        int widest = entries.stream()
                .mapToInt(entry -> METRICS.stringWidth(entry.title()))
                .max()
                .orElse(0);
        return new Dimension(width + widest + 3 * PADDING, Math.max(1, entries.size()) * line() + PADDING);
    }

    private int line() {
        return Math.max(height, METRICS.getHeight()) + PADDING;
    }

    private BufferedImage paint(Color background) {
        Dimension size = size();
        BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = Brush.graphics(image);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        if (background != null) {
            graphics.setColor(background);
            graphics.fillRect(0, 0, size.width, size.height);
        }
        Brush brush = new Brush(graphics);
        for (int i = 0; i < entries.size(); i++) {
            int y = PADDING + i * line();
            entries.get(i).swatch().accept(brush, new Rectangle2D.Double(PADDING, y, width, height));
            graphics.setColor(Color.BLACK);
            graphics.setFont(FONT);
            int baseline = y + (height - METRICS.getHeight()) / 2 + METRICS.getAscent();
            graphics.drawString(entries.get(i).title(), width + 2 * PADDING, baseline);
        }
        graphics.dispose();
        return image;
    }
}
