package sinkmap.ogc.style;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sinkmap.catalog.GeometryType;

/** Paints the legend of a style: a line per rule or class, a continuous bar for a colour ramp; or describes it as data. */
public final class Legend {

    private final GeometryType geometry;
    private final String language;
    private final LegendLook look;
    private final Font font;
    private final FontMetrics metrics;
    private final Dimension swatch;
    private final List<LegendItem> items = new ArrayList<>();

    private Legend(Style style, GeometryType geometry, String language, LegendLook look) {
        this.geometry = geometry;
        this.language = language;
        this.look = look;
        this.font = LegendItem.FONT.deriveFont((float) look.fontSize());
        this.metrics = LegendItem.metrics(font);
        this.swatch = new Dimension(look.width(), look.height());
        rules(style, look).forEach(this::add);
    }

    private static List<Rule> rules(Style style, LegendLook look) {
        return style.rules().stream().filter(look::shows).toList();
    }

    /**
     * Paints a legend.
     *
     * @param style the style
     * @param geometry geometry of the layer; null for a raster
     * @param language language of titles, a BCP 47 tag
     */
    public static BufferedImage paint(Style style, GeometryType geometry, String language, LegendLook look) {
        return new Legend(style, geometry, language, look).paint();
    }

    /** Width and height of the legend that {@link #paint} makes, pixels. */
    public static Dimension size(Style style, GeometryType geometry, String language, LegendLook look) {
        return new Legend(style, geometry, language, look).size();
    }

    /**
     * The legend as data, in the structure of GeoServer's {@code application/json} legends: rules with names, titles, scale
     * limits and symbolizers, or the entries of a colour map.
     */
    public static List<Map<String, Object>> describe(Style style, String language, LegendLook look) {
        return rules(style, look).stream()
                .map(rule -> LegendData.rule(rule, language))
                .toList();
    }

    /** The part of a bilingual text "zh / en" in a language; the whole text when it is not bilingual. */
    public static String pick(String text, String language) {
        int slash = text.indexOf(" / ");
        if (slash < 0) {
            return text;
        }
        return language.startsWith("zh") ? text.substring(0, slash) : text.substring(slash + 3);
    }

    private void add(Rule rule) {
        for (Symbolizer symbolizer : rule.symbolizers()) {
            if (symbolizer instanceof Symbolizer.Coverage coverage) {
                add(coverage);
                return;
            }
        }
        if (rule.symbolizers().stream().allMatch(Label.class::isInstance)) {
            return;
        }
        String title = pick(rule.title(), language);
        for (LegendClasses.Sample sample : LegendClasses.of(rule)) {
            String full =
                    title.isEmpty() || sample.title().isEmpty() ? title + sample.title() : title + " " + sample.title();
            items.add(new LegendItem.Symbols(rule, sample.attributes(), geometry, full));
        }
    }

    private void add(Symbolizer.Coverage coverage) {
        List<ColorMap.Entry> entries = coverage.colors().entries();
        List<Color> colors = entries.stream()
                .map(entry -> Values.fade(entry.color(), coverage.opacity()))
                .toList();
        if (coverage.colors().type() == ColorMap.Type.RAMP) {
            items.add(
                    new LegendItem.Bar(colors, entries.stream().map(this::title).toList()));
            return;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).color().getAlpha() > 0 || entries.get(i).label() != null) {
                items.add(new LegendItem.Swatch(colors.get(i), title(coverage.colors(), i)));
            }
        }
    }

    private String title(ColorMap.Entry entry) {
        return entry.label() == null ? number(entry.quantity()) : pick(entry.label(), language);
    }

    /** An interval without a label is named by its bounds. */
    private String title(ColorMap map, int i) {
        ColorMap.Entry entry = map.entries().get(i);
        if (entry.label() != null || map.type() == ColorMap.Type.VALUES) {
            return title(entry);
        }
        String low = i == 0 ? "" : number(map.entries().get(i - 1).quantity());
        if (Double.isInfinite(entry.quantity())) {
            return "≥ " + low;
        }
        return i == 0 ? "< " + number(entry.quantity()) : low + " – " + number(entry.quantity());
    }

    private static String number(double quantity) {
        return quantity == Math.rint(quantity)
                ? String.format(Locale.ROOT, "%.0f", quantity)
                : String.format(Locale.ROOT, "%.4g", quantity);
    }

    private List<String> titles() {
        return items.stream().flatMap(item -> item.titles().stream()).toList();
    }

    private Dimension size() {
        List<String> titles = titles();
        int widest = titles.stream().mapToInt(metrics::stringWidth).max().orElse(0);
        int texts = look.labels() ? widest + LegendItem.PADDING : 0;
        int width = swatch.width + texts + 2 * LegendItem.PADDING;
        int height = Math.max(1, titles.size()) * line() + LegendItem.PADDING;
        return new Dimension((int) Math.ceil(width * look.ratio()), (int) Math.ceil(height * look.ratio()));
    }

    private int line() {
        return LegendItem.line(swatch, metrics);
    }

    private BufferedImage paint() {
        Dimension size = size();
        BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = Brush.graphics(image);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        if (look.background() != null) {
            graphics.setColor(look.background());
            graphics.fillRect(0, 0, size.width, size.height);
        }
        graphics.scale(look.ratio(), look.ratio());
        int y = LegendItem.PADDING;
        for (LegendItem item : items) {
            item.paint(graphics, y, swatch, line());
            for (String title : item.titles()) {
                if (look.labels()) {
                    write(title, y, graphics);
                }
                y += line();
            }
        }
        graphics.dispose();
        return image;
    }

    private void write(String title, int y, Graphics2D graphics) {
        graphics.setColor(look.fontColor());
        graphics.setFont(font);
        int baseline = y + (swatch.height - metrics.getHeight()) / 2 + metrics.getAscent();
        graphics.drawString(title, swatch.width + 2 * LegendItem.PADDING, baseline);
    }
}
