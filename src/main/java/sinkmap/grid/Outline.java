package sinkmap.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Walks around the cells of a mask and makes polygons of the walks.
 *
 * <p>A walk keeps its cells on the right and, where two cells meet by a corner, stays with the cell it is at; so one walk
 * belongs to one area connected by edges. Where a walk comes back to a corner, the loop is cut off as a ring of its own.
 * All rings are simple then, and as each area's inside is connected, exactly one ring of each area runs clockwise: its
 * shell; the others are its holes.
 */
final class Outline {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int EAST = 0;
    private static final int SOUTH = 1;
    private static final int WEST = 2;
    private static final int[] DOWN = {0, 1, 0, -1};
    private static final int[] RIGHT = {1, 0, -1, 0};

    private final Mask cells;
    private final Grid grid;
    private final Mask walkedTops;

    private Outline(Mask cells) {
        this.cells = cells;
        this.grid = cells.grid();
        this.walkedTops = new Mask(grid);
    }

    /** Outline of a mask that is not empty; {@code areas} tells its areas of connectivity 4 apart, null when it is one. */
    static Geometry of(Mask cells, Zones areas) {
        Outline outline = new Outline(cells);
        int count = areas == null ? 1 : areas.count();
        LinearRing[] shells = new LinearRing[count];
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            holes.add(new ArrayList<>());
        }
        cells.forEach(cell -> {
            if (outline.startsWalk(cell)) {
                int area = areas == null ? 0 : areas.at(cell) - 1;
                for (List<long[]> loop : split(outline.walk(cell))) {
                    if (turnsRight(loop)) {
                        shells[area] = outline.ring(loop);
                    } else {
                        holes.get(area).add(outline.ring(loop));
                    }
                }
            }
        });
        Polygon[] polygons = new Polygon[count];
        for (int i = 0; i < count; i++) {
            polygons[i] = FACTORY.createPolygon(shells[i], holes.get(i).toArray(LinearRing[]::new));
        }
        return count == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
    }

    private boolean has(int row, int column) {
        return grid.contains(row, column) && cells.get(grid.index(row, column));
    }

    private boolean startsWalk(int cell) {
        return (cell < grid.columns() || !cells.get(cell - grid.columns())) && !walkedTops.get(cell);
    }

    /** The corners at which the walk that begins along the top of a cell turns, as row and column of corner points. */
    private List<long[]> walk(int start) {
        List<long[]> turns = new ArrayList<>();
        int row = start / grid.columns();
        int column = start % grid.columns();
        int heading = EAST;
        do {
            if (heading == EAST) {
                walkedTops.set(grid.index(row, column));
            }
            row += DOWN[heading];
            column += RIGHT[heading];
            int turn = turn(row, column, heading);
            if (turn != 0) {
                turns.add(new long[] {row, column});
                heading = (heading + turn) & 3;
            }
        } while (heading != EAST || grid.index(row, column) != start);
        return turns;
    }

    /** At a corner: +1 to turn right, -1 left, 0 straight on. */
    private int turn(int row, int column, int heading) {
        boolean right;
        boolean left;
        if (heading == EAST) {
            right = has(row, column);
            left = has(row - 1, column);
        } else if (heading == SOUTH) {
            right = has(row, column - 1);
            left = has(row, column);
        } else if (heading == WEST) {
            right = has(row - 1, column - 1);
            left = has(row, column - 1);
        } else {
            right = has(row - 1, column);
            left = has(row - 1, column - 1);
        }
        return !right ? 1 : left ? -1 : 0;
    }

    /** Cuts a walk into loops that meet no corner twice. */
    private static List<List<long[]>> split(List<long[]> walk) {
        List<List<long[]>> loops = new ArrayList<>();
        List<long[]> open = new ArrayList<>();
        Map<Long, Integer> seen = new HashMap<>();
        for (long[] corner : walk) {
            Integer before = seen.get(key(corner));
            if (before != null) {
                List<long[]> loop = open.subList(before, open.size());
                loops.add(new ArrayList<>(loop));
                loop.stream().skip(1).forEach(c -> seen.remove(key(c)));
                open.subList(before + 1, open.size()).clear();
            } else {
                seen.put(key(corner), open.size());
                open.add(corner);
            }
        }
        loops.add(open);
        return loops;
    }

    private static long key(long[] corner) {
        return corner[0] << 32 | corner[1];
    }

    /** Whether a loop runs clockwise on the map, that is, rows counted downwards. */
    private static boolean turnsRight(List<long[]> loop) {
        long twice = 0;
        long[] last = loop.get(loop.size() - 1);
        for (long[] corner : loop) {
            twice += last[1] * corner[0] - corner[1] * last[0];
            last = corner;
        }
        return twice > 0;
    }

    private LinearRing ring(List<long[]> loop) {
        Coordinate[] corners = new Coordinate[loop.size() + 1];
        for (int i = 0; i < corners.length; i++) {
            long[] corner = loop.get(i % loop.size());
            corners[i] = new Coordinate(
                    grid.west() + corner[1] * grid.cellSize(), grid.north() - corner[0] * grid.cellSize());
        }
        return FACTORY.createLinearRing(corners);
    }
}
