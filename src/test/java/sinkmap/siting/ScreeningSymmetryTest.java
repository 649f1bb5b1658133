package sinkmap.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;
import sinkmap.grid.Raster;

/**
 * A world that is flipped or has its rows and columns exchanged is screened to the flipped or exchanged answer, and has the
 * same sites. Nothing lies on the edge or the centre of a cell, where the answer goes by the side it is looked at from.
 */
class ScreeningSymmetryTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final double CELL_m = 100;

    /** A world: features by layer, and a slope with gaps. */
    private record World(
            int rows, int columns, List<Geometry> land, List<Geometry> roads, List<Geometry> villages, float[] slope) {

        static World random(Random random) {
            int rows = 5 + random.nextInt(9);
            int columns = 8 + random.nextInt(12);
            float[] slope = new float[rows * columns];
            for (int i = 0; i < slope.length; i++) {
                slope[i] = random.nextInt(7) == 0 ? Float.NaN : random.nextInt(6);
            }
            return new World(
                    rows,
                    columns,
                    List.of(polygon(random, rows, columns), polygon(random, rows, columns)),
                    List.of(GEOMETRIES.createLineString(
                            new Coordinate[] {place(random, rows, columns), place(random, rows, columns)})),
                    List.of(
                            GEOMETRIES.createPoint(place(random, rows, columns)),
                            GEOMETRIES.createPoint(place(random, rows, columns))),
                    slope);
        }

        /** A place up to 300 m outside the grid, on no edge and no centre. */
        private static Coordinate place(Random random, int rows, int columns) {
            return new Coordinate(
                    CELL_m * (random.nextInt(columns + 6) - 3) + 13.1 + random.nextInt(3),
                    CELL_m * (random.nextInt(rows + 6) - 3) + 17.3 + random.nextInt(3));
        }

        private static Geometry polygon(Random random, int rows, int columns) {
            Coordinate[] corners = IntStream.range(0, 5)
                    .mapToObj(i -> place(random, rows, columns))
                    .toArray(Coordinate[]::new);
            return GEOMETRIES.createMultiPointFromCoords(corners).convexHull();
        }

        World turned(Turn turn) {
            float[] turned = new float[slope.length];
            for (int cell = 0; cell < slope.length; cell++) {
                turned[turn.cell(this).applyAsInt(cell)] = slope[cell];
            }
            boolean exchange = turn == Turn.TRANSPOSED;
            AffineTransformation way = turn.way(this);
            return new World(
                    exchange ? columns : rows,
                    exchange ? rows : columns,
                    land.stream().map(way::transform).toList(),
                    roads.stream().map(way::transform).toList(),
                    villages.stream().map(way::transform).toList(),
                    turned);
        }

        Ground ground() {
            return new Ground(rows, columns)
                    .with("land", texts(land))
                    .with("road", texts(roads))
                    .with("village", texts(villages))
                    .with(
                            "slope",
                            new Raster(new Grid("local", 0, rows * CELL_m, CELL_m, rows, columns), slope, "deg"));
        }

        private static String[] texts(List<Geometry> geometries) {
            return geometries.stream().map(Geometry::toText).toArray(String[]::new);
        }
    }

    private enum Turn {
        FLIPPED_EAST_WEST,
        FLIPPED_NORTH_SOUTH,
        TRANSPOSED;

        /** Where a cell of a world comes to lie. */
        IntUnaryOperator cell(World world) {
            int columns = world.columns();
            return switch (this) {
                case FLIPPED_EAST_WEST -> cell -> cell / columns * columns + columns - 1 - cell % columns;
                case FLIPPED_NORTH_SOUTH -> cell -> (world.rows() - 1 - cell / columns) * columns + cell % columns;
                case TRANSPOSED -> cell -> cell % columns * world.rows() + cell / columns;
            };
        }

        AffineTransformation way(World world) {
            double width = world.columns() * CELL_m;
            double height = world.rows() * CELL_m;
            return switch (this) {
                case FLIPPED_EAST_WEST -> new AffineTransformation(-1, 0, width, 0, 1, 0);
                case FLIPPED_NORTH_SOUTH -> new AffineTransformation(1, 0, 0, 0, -1, height);
                case TRANSPOSED -> new AffineTransformation(0, -1, height, -1, 0, width);
            };
        }
    }

    private static Term random(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 4)) {
            case 0 -> new Term.Within("road", random.nextInt(400) + 0.37);
            case 1 -> new Term.Within("village", random.nextInt(400) + 0.37);
            case 2 -> new Term.Value("slope", 2.5, null, null, null);
            case 3 -> new Term.Within("land", -random.nextInt(200) - 0.37);
            case 4 -> new Term.Not(random(random, depth - 1));
            case 5 -> new Term.Any(List.of(random(random, depth - 1), random(random, depth - 1)));
            default -> new Term.All(List.of(random(random, depth - 1), random(random, depth - 1)));
        };
    }

    private static Mask turned(Mask mask, World world, Turn turn, Grid grid) {
        Mask turned = new Mask(grid);
        mask.forEach(cell -> turned.set(turn.cell(world).applyAsInt(cell)));
        return turned;
    }

    @Property(tries = 300)
    void turnedWorldIsScreenedToTheTurnedAnswer(@ForAll long seed, @ForAll Turn turn) {
        Random random = new Random(seed);
        World world = World.random(random);
        Plan plan = plan(random);
        Screening before = Screening.of(plan, world.ground());
        Screening after = Screening.of(plan, world.turned(turn).ground());

        assertThat(Ground.draw(after.available()))
                .isEqualTo(Ground.draw(turned(before.available(), world, turn, after.grid())));
        IntUnaryOperator moved = turn.cell(world);
        for (int cell = 0; cell < before.grid().size(); cell++) {
            assertThat(Float.valueOf(after.reasons().values()[moved.applyAsInt(cell)]))
                    .as("cell %d", cell)
                    .isEqualTo(Float.valueOf(before.reasons().values()[cell]));
        }
    }

    private static Plan plan(Random random) {
        return Plans.plan(
                Unknown.values()[random.nextInt(3)],
                new Term.Within("land", 0),
                Plans.rule("one", random(random, 2)),
                Plans.rule("two", random(random, 2)));
    }

    @Property(tries = 200)
    void turnedWorldHasTheSameSites(@ForAll long seed, @ForAll Turn turn) {
        Random random = new Random(seed);
        World world = World.random(random);
        Mask available = Screening.of(plan(random), world.ground()).available();
        World other = world.turned(turn);
        Mask turned = turned(
                available,
                world,
                turn,
                new Grid("local", 0, other.rows() * CELL_m, CELL_m, other.rows(), other.columns()));
        SiteRules rules = new SiteRules(
                random.nextBoolean() ? 4 : 8,
                1 + random.nextInt(3),
                Double.POSITIVE_INFINITY,
                random.nextInt(4),
                random.nextBoolean() ? 0 : 100 + random.nextInt(200) + 0.37,
                0);
        Density density = new Density(50, 40, 60, "MW/km2", "test");
        SiteAreas before = SiteAreas.of(available, rules, density);
        SiteAreas after = SiteAreas.of(turned, rules, density);

        IntUnaryOperator moved = turn.cell(world);
        assertThat(cells(after, cell -> cell)).isEqualTo(cells(before, moved));
        assertThat(after.necks_ha()).isEqualTo(before.necks_ha());
        assertThat(after.filled_ha()).isEqualTo(before.filled_ha());
        assertThat(after.tooSmall_ha()).isEqualTo(before.tooSmall_ha());
    }

    /** The cells of each site, in an order that does not depend on where north is. */
    private static List<List<Integer>> cells(SiteAreas areas, IntUnaryOperator moved) {
        List<List<Integer>> sites = new ArrayList<>();
        for (SiteArea site : areas.sites()) {
            List<Integer> cells = new ArrayList<>();
            Patch patch = site.cells();
            patch.forEach(cell -> cells.add(moved.applyAsInt(cell)));
            cells.sort(Comparator.naturalOrder());
            sites.add(cells);
        }
        sites.sort(Comparator.comparing(cells -> cells.get(0)));
        return sites;
    }
}
