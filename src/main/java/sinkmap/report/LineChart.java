package sinkmap.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A line over years within its 95 % interval. An SVG within the page. */
final class LineChart {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 240;
    private static final int LEFT = 110;
    private static final int RIGHT = 20;
    private static final int TOP = 10;
    private static final int BOTTOM = 26;
    private static final int LABELS = 6;

    /**
     * A point.
     *
     * @param low lower end of the interval; NaN when there is none
     * @param high upper end of the interval; NaN when there is none
     */
    record Point(int year, double value, double low, double high) {}

    private final Page page;
    private final List<Point> points;
    private final double least;
    private final double most;

    private LineChart(Page page, List<Point> points) {
        this.page = page;
        this.points = points;
        double[] all = points.stream()
                .flatMapToDouble(p -> DoubleStream.of(p.value, p.low, p.high))
                .filter(Double::isFinite)
                .toArray();
        double lowest = Math.min(0, Arrays.stream(all).min().orElse(0));
        double highest = Math.max(0, Arrays.stream(all).max().orElse(0));
        this.least = lowest;
        this.most = highest > lowest ? highest : lowest + 1;
    }

    /**
     * Draws a chart; nothing without two points.
     *
     * @param title what it shows, with the unit
     * @param points in the order of the years; those without a number are left out
     */
    static void draw(Page page, String title, List<Point> points) {
        List<Point> known =
                points.stream().filter(p -> Double.isFinite(p.value)).toList();
        if (known.size() > 1) {
            new LineChart(page, known).draw(title);
        }
    }

    private void draw(String title) {
        page.open("figure").element("figcaption", title);
        String box = "0 0 " + WIDTH + " " + HEIGHT;
        page.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", box, "role", "img", "font-size", "13");
        page.element("title", title);
        List<Integer> there = IntStream.range(0, points.size())
                .filter(i -> Double.isFinite(points.get(i).low) && Double.isFinite(points.get(i).high))
                .boxed()
                .toList();
        String upper = there.stream().map(i -> at(i, points.get(i).high)).collect(Collectors.joining(" "));
        String lower = IntStream.range(0, there.size())
                .map(i -> there.get(there.size() - 1 - i))
                .mapToObj(i -> at(i, points.get(i).low))
                .collect(Collectors.joining(" "));
        page.empty("polygon", "points", upper + " " + lower, "fill", "#cfe5e2");
        page.empty("line", "x1", x(0), "x2", x(points.size() - 1), "y1", y(0), "y2", y(0), "stroke", "#8a9a9c");
        String line = IntStream.range(0, points.size())
                .mapToObj(i -> at(i, points.get(i).value))
                .collect(Collectors.joining(" "));
        page.empty("polyline", "points", line, "fill", "none", "stroke", "#105f62", "stroke-width", "2");
        axes();
        page.close().close();
    }

    private void axes() {
        for (double value : least < 0 && most > 0 ? new double[] {least, 0, most} : new double[] {least, most}) {
            label(String.valueOf(LEFT - 8), y(value), "end", Page.number(value));
        }
        int last = points.size() - 1;
        int step = Math.max(1, (last + LABELS - 1) / LABELS);
        for (int i = 0; i <= last; i += step) {
            label(x(i), String.valueOf(HEIGHT - 6), "middle", String.valueOf(points.get(i).year));
        }
    }

    private void label(String x, String y, String anchor, String text) {
        page.element("text", text, "x", x, "y", y, "text-anchor", anchor, "fill", "#1c2b2d");
    }

    private String at(int i, double value) {
        return x(i) + "," + y(value);
    }

    private String x(int i) {
        return coordinate(LEFT + (double) (WIDTH - LEFT - RIGHT) * i / (points.size() - 1));
    }

    private String y(double value) {
        return coordinate(TOP + (HEIGHT - TOP - BOTTOM) * (most - value) / (most - least));
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
