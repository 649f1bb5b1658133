package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Layer;

/**
 * Classes of a layer must be told apart by readers who lack the red or the green cones: colours as they see them (G. M. Machado
 * and others, "A physiologically-based model for simulation of color vision deficiency", 2009, severity 1) are compared in
 * CIELAB, where 2.3 is just noticeable.
 */
class ColorVisionTest {

    private static final double[][] NO_RED = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] NO_GREEN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    private static final Catalog CATALOG = Catalog.read(Path.of("layers"), Path.of("styles"));

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    /** CIELAB for D65 of what somebody sees. */
    private static double[] lab(Color color, double[][] sight) {
        double[] rgb = {linear(color.getRed()), linear(color.getGreen()), linear(color.getBlue())};
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            seen[i] = Math.max(0, Math.min(1, sight[i][0] * rgb[0] + sight[i][1] * rgb[1] + sight[i][2] * rgb[2]));
        }
        double x = f((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = f(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        double z = f((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
    }

    private static double distance(Color a, Color b) {
        double least = Double.POSITIVE_INFINITY;
        for (double[][] sight : List.of(NO_RED, NO_GREEN)) {
            double[] p = lab(a, sight);
            double[] q = lab(b, sight);
            least = Math.min(
                    least,
                    Math.sqrt(IntStream.range(0, 3)
                            .mapToDouble(i -> (p[i] - q[i]) * (p[i] - q[i]))
                            .sum()));
        }
        return least;
    }

    /** Smallest distance of two classes; of a ramp, of two neighbours. */
    private static double smallest(Style style) {
        List<Color> colors = new ArrayList<>();
        boolean ordered = style.findCoverage(1)
                .map(coverage -> {
                    coverage.colors().entries().forEach(entry -> colors.add(entry.color()));
                    return coverage.colors().type() != ColorMap.Type.VALUES;
                })
                .orElse(false);
        for (Rule rule : style.rules()) {
            rule.symbolizers().stream()
                    .filter(Symbolizer.Area.class::isInstance)
                    .map(symbolizer -> ((Symbolizer.Area) symbolizer).fill())
                    .filter(fill -> fill != null && fill.plain())
                    .findFirst()
                    .ifPresent(fill -> colors.add(Values.color(fill.color().value(Map.of()))));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < colors.size(); i++) {
            for (int k = i + 1; k < (ordered ? Math.min(i + 2, colors.size()) : colors.size()); k++) {
                if (!colors.get(i).equals(colors.get(k))) {
                    least = Math.min(least, distance(colors.get(i), colors.get(k)));
                }
            }
        }
        return least;
    }

    @Test
    void everyLayerHasAStyleWhoseClassesTheyTellApart() {
        Styles styles = Styles.load(CATALOG);
        for (Layer layer : CATALOG.listLayers()) {
            double best = styles.list(layer).stream()
                    .mapToDouble(ColorVisionTest::smallest)
                    .max()
                    .orElse(0);
            assertThat(best).as(layer.id()).isGreaterThan(4.5);
        }
    }

    @ParameterizedTest
    @CsvSource({"salt-marsh, salt-marsh-safe", "wetland, wetland-safe"})
    void classesWithNearHuesHaveASafeStyleBesideTheDefault(String layer, String style) {
        Styles styles = Styles.load(CATALOG);
        assertThat(smallest(styles.get(CATALOG.getLayer(layer), style))).isGreaterThan(15);
        assertThat(smallest(styles.get(CATALOG.getLayer(layer), ""))).isLessThan(6);
    }

    /** Full red and a dark green of the same lightness to those without red cones. */
    @Test
    void redAndGreenAreNearForThem() {
        assertThat(distance(new Color(0xFF0000), new Color(0x5C4C00))).isLessThan(distance(Color.RED, Color.BLUE) / 3);
    }
}
