package sinkmap.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Made-up land to measure on: the same for the same seed, with the vertex counts of real layers. */
final class Landscape {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Grid grid;
    private final Random random;

    Landscape(Grid grid, long seed) {
        this.grid = grid;
        this.random = new Random(seed);
    }

    /** A grid of 61.5 million cells of 50 m. */
    static Grid large() {
        return new Grid("local", 0, 375_000, 50, 7_500, 8_200);
    }

    /** A grid of 155,000 cells of 100 m, a county. */
    static Grid county() {
        return new Grid("local", 0, 38_700, 100, 387, 401);
    }

    private double x() {
        return grid.west() + random.nextDouble() * grid.columns() * grid.cellSize();
    }

    private double y() {
        return grid.north() - random.nextDouble() * grid.rows() * grid.cellSize();
    }

    /** Ragged patches such as villages, ponds or protected areas. */
    List<Geometry> patches(int count, int vertices, double radius_m) {
        List<Geometry> patches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double x = x();
            double y = y();
            double size_m = radius_m * (0.3 + 1.4 * random.nextDouble());
            Coordinate[] shell = new Coordinate[vertices + 1];
            for (int v = 0; v < vertices; v++) {
                double angle = 2 * Math.PI * v / vertices;
                double r = size_m * (0.7 + 0.3 * random.nextDouble());
                shell[v] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
            }
            shell[vertices] = shell[0];
            patches.add(FACTORY.createPolygon(shell));
        }
        return patches;
    }

    /** Winding lines such as rivers and roads. */
    List<Geometry> lines(int count, int vertices, double step_m) {
        List<Geometry> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Coordinate[] line = new Coordinate[vertices];
            double heading = random.nextDouble() * 7;
            line[0] = new Coordinate(x(), y());
            for (int v = 1; v < vertices; v++) {
                heading += random.nextGaussian() * 0.3;
                line[v] = new Coordinate(
                        line[v - 1].x + step_m * Math.cos(heading), line[v - 1].y + step_m * Math.sin(heading));
            }
            lines.add(FACTORY.createLineString(line));
        }
        return lines;
    }

    /** Cells of patches. */
    Mask cells(int count, int vertices, double radius_m) {
        return Rasterizer.cells(patches(count, vertices, radius_m), grid);
    }
}
