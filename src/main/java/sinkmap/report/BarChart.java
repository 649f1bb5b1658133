package sinkmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars from zero, each with its 95 % interval as a whisker where it has one. An SVG within the page. */
final class BarChart {

    private static final int WIDTH = 900;
    private static final int LABELS = 300;
    private static final int FIGURES = 120;
    private static final int LINE = 24;
    private static final int BAR = 14;
    private static final int LONGEST_LABEL = 42;

    private record Bar(String label, double value, double low, double high, String figure) {}

    private final String title;
    private final List<Bar> bars = new ArrayList<>();

    /**
     * A chart without bars.
     *
     * @param title what it shows, with the unit
     */
    BarChart(String title) {
        this.title = title;
    }

    /**
     * Adds a bar.
     *
     * @param value length; a bar without a number is left out
     * @param low lower end of the interval, NaN when there is none
     * @param high upper end of the interval, NaN when there is none
     * @param figure the value as text
     */
    BarChart add(String label, double value, double low, double high, String figure) {
        if (Double.isFinite(value)) {
            bars.add(new Bar(label, value, low, high, figure));
        }
        return this;
    }

    void draw(Page page) {
        if (bars.isEmpty()) {
            return;
        }
        double least = 0;
        double most = 0;
        for (Bar bar : bars) {
            least = Math.min(least, Math.min(bar.value, finite(bar.low, bar.value)));
            most = Math.max(most, Math.max(bar.value, finite(bar.high, bar.value)));
        }
        double scale = (WIDTH - LABELS - FIGURES) / (most > least ? most - least : 1);
        page.open("figure").element("figcaption", title);
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + (bars.size() * LINE + 6),
                "role",
                "img",
                "font-size",
                "13");
        page.element("title", title);
        double zero = LABELS - least * scale;
        for (int i = 0; i < bars.size(); i++) {
            bar(page, bars.get(i), 3 + i * LINE, zero, scale);
        }
        line(page, zero, 0, zero, bars.size() * LINE + 6.0, "#8a9a9c", "1");
        page.close().close();
    }

    private static void bar(Page page, Bar bar, int top, double zero, double scale) {
        double middle = top + LINE / 2.0;
        double end = zero + bar.value * scale;
        text(page, LABELS - 8.0, middle + 4.5, "end", shortened(bar.label));
        page.empty(
                "rect",
                "x",
                at(Math.min(zero, end)),
                "y",
                at(middle - BAR / 2.0),
                "width",
                at(Math.abs(end - zero)),
                "height",
                at(BAR),
                "fill",
                "#6fb0a8");
        if (Double.isFinite(bar.low) && Double.isFinite(bar.high)) {
            double low = zero + bar.low * scale;
            double high = zero + bar.high * scale;
            line(page, low, middle, high, middle, "#1c2b2d", "1.5");
            line(page, low, middle - 4, low, middle + 4, "#1c2b2d", "1.5");
            line(page, high, middle - 4, high, middle + 4, "#1c2b2d", "1.5");
        }
        text(page, WIDTH, middle + 4.5, "end", bar.figure);
    }

    private static void line(Page page, double x1, double y1, double x2, double y2, String stroke, String width) {
        page.empty(
                "line",
                "x1",
                at(x1),
                "y1",
                at(y1),
                "x2",
                at(x2),
                "y2",
                at(y2),
                "stroke",
                stroke,
                "stroke-width",
                width);
    }

    private static void text(Page page, double x, double y, String anchor, String content) {
        page.element("text", content, "x", at(x), "y", at(y), "text-anchor", anchor, "fill", "#1c2b2d");
    }

    private static double finite(double value, double otherwise) {
        return Double.isFinite(value) ? value : otherwise;
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }

    /** The label as far as it fits; a wide character counts twice. */
    private static String shortened(String label) {
        int width = 0;
        for (int i = 0; i < label.length(); i++) {
            width += label.charAt(i) < 0x2E80 ? 1 : 2;
            if (width > LONGEST_LABEL) {
                return label.substring(0, Character.isHighSurrogate(label.charAt(i - 1)) ? i - 1 : i) + "…";
            }
        }
        return label;
    }
}
