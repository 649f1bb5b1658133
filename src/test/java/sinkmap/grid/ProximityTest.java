package sinkmap.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ProximityTest {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** The extent of the stars of {@link RasterizerTest}, in cells of 1 m, or in cells whose corners no double holds. */
    private static Grid region(Random random) {
        return random.nextBoolean()
                ? new Grid("local", 0, 14, 1, 14, 20)
                : new Grid("local", 0.1, 14.2, 0.1 + random.nextInt(3) / 7.0, 35, 90);
    }

    static List<Geometry> some(Random random) {
        List<Geometry> geometries = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            Geometry star = RasterizerTest.star(random.nextLong());
            geometries.add(
                    switch (random.nextInt(4)) {
                        case 0 -> star;
                        case 1 -> star.getBoundary();
                        case 2 -> FACTORY.createGeometryCollection(new Geometry[] {star, star.getInteriorPoint()});
                        default -> FACTORY.createMultiPointFromCoords(star.getCoordinates());
                    });
        }
        return geometries;
    }

    static Grid someWindow(Grid region, Random random) {
        int row = random.nextInt(region.rows());
        int column = random.nextInt(region.columns());
        return region.window(
                row, column, 1 + random.nextInt(region.rows() - row), 1 + random.nextInt(region.columns() - column));
    }

    private static Mask cut(Mask whole, Grid window) {
        Frame frame = Frame.of(window, whole.grid());
        return whole.window(frame.fromRow(), frame.fromColumn(), frame.rows(), frame.columns());
    }

    @Property(tries = 500)
    void windowGetsItsPartOfTheDistanceToTheBit(@ForAll long seed) {
        Random random = new Random(seed);
        Grid region = region(random);
        List<Geometry> geometries = some(random);
        double reach_m = random.nextInt(12);
        Raster whole = Distance.to(geometries, region, reach_m);
        Proximity proximity = Proximity.of(geometries, region, reach_m, 1 + random.nextInt(region.rows() + 3));
        for (int i = 0; i < 4; i++) {
            Grid window = someWindow(region, random);
            Frame frame = Frame.of(window, region);
            assertThat(proximity.distance(window).values())
                    .isEqualTo(whole.window(frame.fromRow(), frame.fromColumn(), frame.rows(), frame.columns())
                            .values());
        }
    }

    @Property(tries = 500)
    void windowGetsItsPartOfTheBufferWhateverTheReach(@ForAll long seed) {
        Random random = new Random(seed);
        Grid region = region(random);
        List<Geometry> geometries = some(random);
        double distance_m = List.of(0.0, 0.3, 1.0, 2.3, 5.0, 30.0).get(random.nextInt(6));
        Mask whole = Buffers.within(geometries, region, distance_m);
        double reach_m = distance_m + random.nextInt(9);
        Proximity proximity = Proximity.of(geometries, region, reach_m, 1 + random.nextInt(region.rows() + 3));
        for (int i = 0; i < 4; i++) {
            Grid window = someWindow(region, random);
            assertThat(Drawing.of(proximity.within(window, distance_m))).isEqualTo(Drawing.of(cut(whole, window)));
        }
    }

    @Property(tries = 200)
    void distanceIsToTheNearestCellTouchedInsideOrOutsideTheRegion(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> geometries = some(random);
        Grid region = new Grid("local", 5, 9, 1, 4, 7);
        Mask touched = new Mask(region.grown(40));
        geometries.forEach(geometry -> Rasterizer.touch(geometry, touched));
        Raster distance = Proximity.of(geometries, region, 40, 3).distance(region);
        for (int cell = 0; cell < region.size(); cell++) {
            int row = cell / 7 + 40;
            int column = cell % 7 + 40;
            double[] least = {Double.NaN};
            touched.forEach(c -> {
                double d = Math.hypot(c / 87 - row, c % 87 - column);
                least[0] = Double.isNaN(least[0]) ? d : Math.min(d, least[0]);
            });
            assertThat(Float.compare(distance.values()[cell], (float) least[0])).isZero();
        }
    }

    @Property(tries = 100)
    void turningTheMapTurnsTheAnswer(@ForAll long seed) {
        Random random = new Random(seed);
        Mask sources = new Mask(new Grid("local", 0, 70, 1, 70 + random.nextInt(9), 1 + random.nextInt(90)));
        IntStream.range(0, 1 + random.nextInt(30))
                .forEach(i -> sources.set(random.nextInt(sources.grid().size())));
        double distance_m = random.nextDouble() * 20;
        Raster distance = Distance.to(sources);
        Mask within = Distance.within(sources, distance_m);
        int rows = sources.grid().rows();
        int columns = sources.grid().columns();
        Grid turned = new Grid("local", 0, 70, 1, columns, rows);
        Mask transposed = new Mask(turned);
        Mask flipped = new Mask(sources.grid());
        sources.forEach(cell -> transposed.set(cell % columns * rows + cell / columns));
        sources.forEach(cell -> flipped.set(sources.grid().size() - 1 - cell));
        Raster transposedDistance = Distance.to(transposed);
        Raster flippedDistance = Distance.to(flipped);
        Mask transposedWithin = Distance.within(transposed, distance_m);
        Mask flippedWithin = Distance.within(flipped, distance_m);
        for (int cell = 0; cell < sources.grid().size(); cell++) {
            int other = cell % columns * rows + cell / columns;
            int opposite = sources.grid().size() - 1 - cell;
            assertThat(transposedDistance.values()[other]).isEqualTo(distance.values()[cell]);
            assertThat(flippedDistance.values()[opposite]).isEqualTo(distance.values()[cell]);
            assertThat(transposedWithin.get(other)).isEqualTo(within.get(cell));
            assertThat(flippedWithin.get(opposite)).isEqualTo(within.get(cell));
        }
    }

    @Test
    void severalThreadsMayAskAtOnce() {
        Random random = new Random(5);
        List<Geometry> geometries =
                List.of(RasterizerTest.star(1), RasterizerTest.star(2).getBoundary());
        Grid region = new Grid("local", 0, 14, 0.05, 280, 400);
        Mask whole = Buffers.within(geometries, region, 0.7);
        Proximity proximity = Proximity.of(geometries, region, 0.7, 16);
        List<Grid> windows = random.ints(40, 0, 264)
                .mapToObj(row -> region.window(row, 0, 16, 400))
                .toList();
        windows.parallelStream()
                .forEach(window -> assertThat(proximity
                                .within(window, 0.7)
                                .and(cut(whole, window))
                                .count())
                        .isEqualTo(cut(whole, window).count()));
    }

    @Test
    void refusesWhatItIsNotPreparedFor() {
        Grid region = new Grid("local", 0, 14, 1, 14, 20);
        Proximity proximity = Proximity.of(List.of(RasterizerTest.star(1)), region, 5, 4);
        assertThatThrownBy(() -> proximity.within(region, 5.1))
                .hasMessageContaining("5.1 m is beyond the reach of 5.0");
        assertThatThrownBy(() -> proximity.within(new Grid("local", 0.5, 14, 1, 2, 2), 5))
                .hasMessageContaining("no window of the region");
        assertThatThrownBy(() -> proximity.distance(new Grid("local", 0, 14, 1, 15, 2)))
                .hasMessageContaining("no window of the region");
    }

    @Property(tries = 300)
    void insideAreTheCellsWhoseDiscLiesInTheUnion(@ForAll long seed) {
        Random random = new Random(seed);
        List<Geometry> geometries = some(random);
        geometries.add(FACTORY.toGeometry(new Envelope(2, 9, 3, 11)));
        geometries.add(FACTORY.toGeometry(new Envelope(9, 12, 2, 10)));
        Grid grid = new Grid("local", 0, 14, 1, 14, 20);
        double distance_m = List.of(0.2, 0.7, 1.0, 1.5, 2.6).get(random.nextInt(5));
        Mask inside = Buffers.inside(geometries, grid, distance_m);
        Geometry union = FACTORY.createGeometryCollection(geometries.stream()
                        .filter(geometry -> geometry.getDimension() == 2)
                        .map(geometry -> geometry.buffer(0))
                        .toArray(Geometry[]::new))
                .union();
        for (int cell = 0; cell < grid.size(); cell++) {
            Geometry centre = FACTORY.createPoint(new Coordinate(grid.x(cell % 20), grid.y(cell / 20)));
            double depth_m = union.contains(centre) ? union.getBoundary().distance(centre) : -1;
            if (Math.abs(depth_m - distance_m) > 1e-9) {
                assertThat(inside.get(cell)).isEqualTo(depth_m > distance_m);
            }
        }
    }

    @Property(tries = 200)
    void windowGetsItsPartOfTheInside(@ForAll long seed) {
        Random random = new Random(seed);
        Grid region = region(random);
        List<Geometry> geometries = some(random);
        double distance_m = random.nextInt(4) * 0.5;
        Mask whole = Buffers.inside(geometries, region, distance_m);
        Inset inset = Inset.of(geometries, region, distance_m + random.nextInt(3), 1 + random.nextInt(9));
        Grid window = someWindow(region, random);
        assertThat(Drawing.of(inset.cells(window, distance_m))).isEqualTo(Drawing.of(cut(whole, window)));
    }

    @Test
    void insideKeepsCellsExactlyAsDeepAsAsked() {
        Grid grid = new Grid("local", 0, 5, 1, 5, 7);
        List<Geometry> zone = List.of(RasterizerTest.wkt("POLYGON ((0.5 0.5, 6.5 0.5, 6.5 4.5, 0.5 4.5, 0.5 0.5))"));
        assertThat(Drawing.of(Buffers.inside(zone, grid, 1))).isEqualTo("""
                .......
                .#####.
                .#####.
                .#####.
                .......
                """);
    }

    @Test
    void edgeSharedByNeighboursIsNoEdge() {
        Grid grid = new Grid("local", 0, 5, 1, 5, 8);
        List<Geometry> lots = List.of(
                RasterizerTest.wkt("POLYGON ((0 0, 4 0, 4 5, 0 5, 0 0))"),
                RasterizerTest.wkt("POLYGON ((4 0, 8 0, 8 5, 4 5, 4 0))"));
        assertThat(Drawing.of(Buffers.inside(lots, grid, 1.2))).isEqualTo("""
                ........
                .######.
                .######.
                .######.
                ........
                """);
    }

    @Test
    void linesPointsAndSliversHaveNoInside() {
        Grid grid = new Grid("local", 0, 500, 100, 5, 5);
        List<Geometry> thin = List.of(
                RasterizerTest.wkt("LINESTRING (0 0, 400 300)"),
                RasterizerTest.wkt("POINT (110 110)"),
                RasterizerTest.wkt("POLYGON ((210 210, 220 210, 220 220, 210 210))"));
        assertThat(Buffers.inside(thin, grid, 3).isEmpty()).isTrue();
    }
}
