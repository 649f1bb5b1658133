package sinkmap.store;

import static org.assertj.core.api.Assertions.assertThat;
import static sinkmap.store.StoreFixture.feature;
import static sinkmap.store.StoreFixture.square;
import static sinkmap.store.StoreFixture.wkt;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;

/** Generalised shapes in metres, for pixels from 10 m. */
class ShapeLevelTest {

    private static final Crs METRES = Crs.of("EPSG:32650");

    private static ShapeLevel level(String... wkt) {
        return ShapeLevel.of(Stream.of(wkt).map(text -> feature(wkt(text))).iterator(), METRES, METRES, 10);
    }

    @Test
    void areasBelowThePixelAreDots() {
        ShapeLevel level = level(
                "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))",
                "POLYGON ((100 100, 111 100, 111 101, 100 101, 100 100))",
                "POINT (5 5)",
                "LINESTRING (0 0, 3 3)");
        assertThat(IntStream.range(0, 4).mapToObj(level::kind))
                .containsExactly(
                        ShapeLevel.Kind.DOT, ShapeLevel.Kind.AREA, ShapeLevel.Kind.POINT, ShapeLevel.Kind.LINE);
        double[] box = new double[4];
        level.box(0, box);
        assertThat(box).as("in steps of 10/16 m").containsExactly(0, 0, 8.75, 8.75);
    }

    /** A coordinate is off by the tolerance of 2 m and half a step of 10/16 m at most. */
    @Test
    void outlinesMoveByAFifthOfAPixelAtMost() {
        Random random = new Random(3);
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i <= 400; i++) {
            double angle = 2 * Math.PI * (i % 400) / 400;
            double radius = 500 + (i == 400 ? 0 : 1.5 * random.nextDouble());
            ring.append(i == 0 ? "" : ", ")
                    .append(radius * Math.cos(angle))
                    .append(' ')
                    .append(radius * Math.sin(angle));
        }
        String first = ring.substring(0, ring.indexOf(","));
        Geometry exact = wkt("POLYGON ((" + ring.substring(0, ring.lastIndexOf(",")) + ", " + first + "))");
        ShapeLevel level = ShapeLevel.of(List.of(feature(exact)).iterator(), METRES, METRES, 10);
        assertThat(level.points(0)).isLessThan(150);
        assertThat(DiscreteHausdorffDistance.distance(level.geometry(0), exact, 0.1))
                .isLessThan(2 + 10.0 / 16);
    }

    @Test
    void holesThatCannotShowAreLeftOutAndOthersStayHoles() {
        ShapeLevel level = level("POLYGON ((0 0, 0 100, 100 100, 100 0, 0 0), (10 10, 50 10, 50 50, 10 50, 10 10),"
                + " (70 70, 70 74, 74 74, 74 70, 70 70))");
        Geometry shape = level.geometry(0);
        assertThat(shape.getNumPoints()).isEqualTo(10);
        assertThat(shape.getArea()).isBetween(100 * 100 - 41.0 * 41, 100 * 100 - 39.0 * 39);
    }

    @Test
    void islandsOfOneFeatureStayTogether() {
        ShapeLevel level =
                level("MULTIPOLYGON (((0 0, 50 0, 50 50, 0 50, 0 0)), ((80 80, 83 80, 83 83, 80 83, 80 80)))");
        assertThat(level.size()).isEqualTo(1);
        assertThat(level.geometry(0).getNumGeometries()).isEqualTo(2);
    }

    @Test
    void solidityIsTheShareOfTheBounds() {
        ShapeLevel level = level("POLYGON ((0 0, 100 0, 0 100, 0 0))", "POLYGON ((0 0, 50 0, 50 50, 0 50, 0 0))");
        assertThat(level.solidity(0)).isBetween(0.49, 0.51);
        assertThat(level.solidity(1)).isEqualTo(1);
    }

    /** Against a search through all boxes. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 500})
    void whatMeetsAnEnvelopeIsFoundInOrder(int count) {
        Random random = new Random(count);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double size = i % 50 == 0 ? 40_000 : 20 + 200 * random.nextDouble();
            features.add(feature(square(100_000 * random.nextDouble(), 50_000 * random.nextDouble(), size)));
        }
        ShapeLevel level = ShapeLevel.of(features.iterator(), METRES, METRES, 10);
        for (double width : new double[] {0, 500, 9_000, 200_000}) {
            for (int k = 0; k < 20; k++) {
                double x = 100_000 * random.nextDouble() - 1_000;
                double y = 50_000 * random.nextDouble() - 1_000;
                Envelope window = new Envelope(x, x + width, y, y + width / 2);
                double[] box = new double[4];
                int[] expected = IntStream.range(0, level.size())
                        .filter(i -> {
                            level.box(i, box);
                            return new Envelope(box[0], box[2], box[1], box[3]).intersects(window);
                        })
                        .toArray();
                assertThat(level.find(window)).containsExactly(expected);
            }
        }
    }

    @Test
    void featuresWithoutGeometryOrImageAreLeftOut() {
        ShapeLevel level = ShapeLevel.of(
                List.of(feature(null), feature(wkt("POINT EMPTY")), feature(wkt("POINT (117 36)")))
                        .iterator(),
                Crs.of("EPSG:4490"),
                METRES,
                10);
        assertThat(level.size()).isEqualTo(1);
        assertThat(level.geometry(0).getCoordinate().x).isBetween(499_990.0, 500_010.0);
    }
}
