package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.MultipleGradientPaint;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.GeometryType;

/** A part of a legend: a swatch with what it means, or a ramp with its labels. */
sealed interface LegendItem {

    /** Room around swatches and between lines. */
    int PADDING = 4;

    Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    static FontMetrics metrics(Font font) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
                .createGraphics()
                .getFontMetrics(font);
    }

    /** Height of a line of a legend. */
    static int line(Dimension swatch, FontMetrics metrics) {
        return Math.max(swatch.height, metrics.getHeight()) + PADDING;
    }

    /** What it says, a line each. */
    List<String> titles();

    /**
     * Paints itself with its upper left corner at a height; the texts are painted by {@link Legend}.
     *
     * @param lineHeight height of a line of the legend
     */
    void paint(Graphics2D graphics, int y, Dimension swatch, int lineHeight);

    /** Symbols of a rule. */
    record Symbols(Rule rule, Map<String, Object> attributes, GeometryType geometry, String title)
            implements LegendItem {

        @Override
        public List<String> titles() {
            return List.of(title);
        }

        @Override
        public void paint(Graphics2D graphics, int y, Dimension swatch, int lineHeight) {
            Rectangle2D box = new Rectangle2D.Double(PADDING, y, swatch.width, swatch.height);
            Brush brush = new Brush(graphics, SymbolScale.PLAIN);
            for (Symbolizer symbolizer : rule.symbolizers()) {
                if (symbolizer instanceof Symbolizer.Area area) {
                    brush.area(area, inset(box), attributes);
                } else if (symbolizer instanceof Symbolizer.Line line) {
                    brush.line(line.stroke(), geometry == GeometryType.POLYGON ? inset(box) : zigzag(box), attributes);
                } else if (symbolizer instanceof Symbolizer.Point point) {
                    point(brush, point.graphic(), box);
                }
            }
        }

        private void point(Brush brush, Graphic graphic, Rectangle2D box) {
            double room = Math.min(box.getWidth(), box.getHeight()) - 2;
            double size = Math.min(brush.height(graphic, attributes), room);
            if (size > 0) {
                double width = Brush.width(graphic, size);
                Graphic fitted =
                        graphic.withSize(Measure.pixels(width > box.getWidth() ? size * box.getWidth() / width : size));
                brush.graphic(fitted.centred(), box.getCenterX(), box.getCenterY(), 0, attributes);
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
    }

    /** One colour of a raster. */
    record Swatch(Color color, String title) implements LegendItem {

        @Override
        public List<String> titles() {
            return List.of(title);
        }

        @Override
        public void paint(Graphics2D graphics, int y, Dimension swatch, int lineHeight) {
            graphics.setPaint(color);
            graphics.fill(new Rectangle2D.Double(PADDING, y, swatch.width, swatch.height));
        }
    }

    /** A ramp of a raster: one bar, the colours at equal distances, each with its label. */
    record Bar(List<Color> colors, List<String> titles) implements LegendItem {

        @Override
        public void paint(Graphics2D graphics, int y, Dimension swatch, int lineHeight) {
            float first = y + swatch.height / 2f;
            float last = first + (colors.size() - 1) * lineHeight;
            graphics.setPaint(colors.size() < 2 ? colors.get(0) : gradient(first, last));
            graphics.fill(
                    new Rectangle2D.Double(PADDING, y, swatch.width, (colors.size() - 1) * lineHeight + swatch.height));
        }

        private Paint gradient(float first, float last) {
            float[] fractions = new float[colors.size()];
            for (int i = 0; i < fractions.length; i++) {
                fractions[i] = (float) i / (fractions.length - 1);
            }
            return new LinearGradientPaint(
                    0,
                    first,
                    0,
                    last,
                    fractions,
                    colors.toArray(Color[]::new),
                    MultipleGradientPaint.CycleMethod.NO_CYCLE);
        }
    }
}
