package sinkmap.run;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import sinkmap.grid.SinkmapException;
import sinkmap.run.PortfolioResult.FrontierPoint;

/**
 * The frontier of cost against carbon as a picture: yearly cost in million yuan upwards, carbon under the sites in t C to
 * the right, a dot a portfolio, numbered as in the table.
 */
public final class FrontierChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 90;
    private static final int RIGHT = 30;
    private static final int TOP = 30;
    private static final int BOTTOM = 60;
    private static final int TICKS = 4;

    private final List<FrontierPoint> points;
    private final Axis carbon;
    private final Axis cost;
    private final StringBuilder svg = new StringBuilder();

    /** The range of an axis; never empty, so that a single portfolio has a place. */
    private record Axis(double least, double most) {

        static Axis of(double[] values) {
            double least = Arrays.stream(values).min().orElseThrow();
            double most = Arrays.stream(values).max().orElseThrow();
            double margin = most > least ? (most - least) * 0.08 : Math.max(1, Math.abs(most) * 0.05);
            return new Axis(least - margin, most + margin);
        }

        double share(double value) {
            return (value - least) / (most - least);
        }

        double tick(int number) {
            return least + (most - least) * number / TICKS;
        }
    }

    private FrontierChart(List<FrontierPoint> points) {
        this.points = points;
        this.carbon = Axis.of(points.stream()
                .mapToDouble(point -> point.total().carbon_disturbed_tc())
                .toArray());
        this.cost = Axis.of(points.stream()
                .mapToDouble(point -> point.total().cost_myuan_yr())
                .toArray());
    }

    /** The chart as an SVG document; a {@link SinkmapException} when the result holds no frontier. */
    public static String svg(PortfolioResult result) {
        if (result.frontier() == null || result.frontier().isEmpty()) {
            throw new SinkmapException(
                    "there is no frontier to draw: ask for it, and for a target that can be reached");
        }
        return new FrontierChart(result.frontier()).draw();
    }

    private String draw() {
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\"", WIDTH, HEIGHT);
        add(" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">");
        add("<title>成本与碳代价的权衡 / Frontier of cost against carbon</title>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        for (int tick = 0; tick <= TICKS; tick++) {
            tick(tick);
        }
        text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 12, "middle", "受扰动碳储量 / carbon that plants disturb, t C");
        text(LEFT - 70, 18, "start", "年成本 / yearly cost, million yuan");
        StringBuilder line = new StringBuilder();
        for (FrontierPoint point : points) {
            line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point), y(point)));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#105f62\" stroke-width=\"2\"/>",
                line.toString().trim());
        for (FrontierPoint point : points) {
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#d9480f\"/>", x(point), y(point));
            text(x(point) + 6, y(point) - 6, "start", String.valueOf(point.point()));
        }
        return add("</svg>\n").toString();
    }

    private void tick(int number) {
        double x = LEFT + (WIDTH - LEFT - RIGHT) * (double) number / TICKS;
        double y = HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (double) number / TICKS;
        add("<path d=\"M%.1f %d V%d M%d %.1f H%d\" stroke=\"#ddd\"/>", x, TOP, HEIGHT - BOTTOM, LEFT, y, WIDTH - RIGHT);
        text(x, HEIGHT - BOTTOM + 18, "middle", String.format(Locale.ROOT, "%,.0f", carbon.tick(number)));
        text(LEFT - 6, y + 4, "end", String.format(Locale.ROOT, "%,.1f", cost.tick(number)));
    }

    private double x(FrontierPoint point) {
        return LEFT + (WIDTH - LEFT - RIGHT) * carbon.share(point.total().carbon_disturbed_tc());
    }

    private double y(FrontierPoint point) {
        return HEIGHT
                - BOTTOM
                - (HEIGHT - TOP - BOTTOM) * cost.share(point.total().cost_myuan_yr());
    }

    private void text(double x, double y, String anchor, String content) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, content);
    }

    private StringBuilder add(String format, Object... values) {
        return svg.append(String.format(Locale.ROOT, format, values));
    }
}
