package sinkmap.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Walks around the cells of a patch and makes polygons of the walks.
 *
 * <p>A walk keeps its cells on the right and, where two cells meet by a corner, stays with the cell it is at; so one walk
 * belongs to one area connected by edges. Where a walk comes back to a corner, the loop is cut off as a ring of its own.
 * All rings are simple then, and as each area's inside is connected, exactly one ring of each area runs clockwise: its
 * shell; the others are its holes.
 *
 * <p>A corner is a point between cells, packed as {@code row << 32 | column} of the grid of the patch: the corner north-west
 * of that cell. Coordinates are reckoned from that grid, so patches of one grid meet in equal coordinates.
 */
final class Outline {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int EAST = 0;
    private static final int SOUTH = 1;
    private static final int WEST = 2;
    private static final int[] DOWN = {0, 1, 0, -1};
    private static final int[] RIGHT = {1, 0, -1, 0};

    private final Grid whole;
    private final int top;
    private final int left;
    private final Mask cells;
    private final Grid grid;
    private final Mask walkedTops;
    private final LongPredicate joints;

    private Outline(Patch patch, LongPredicate joints) {
        this.whole = patch.grid();
        this.top = patch.firstRow();
        this.left = patch.firstColumn();
        this.cells = patch.window();
        this.grid = cells.grid();
        this.walkedTops = new Mask(grid);
        this.joints = joints;
    }

    /**
     * Outline of a patch that is not empty.
     *
     * @param joints corners that are to be vertices although the outline runs straight there, or null
     */
    static Geometry of(Patch patch, LongPredicate joints) {
        return new Outline(patch, joints).polygons();
    }

    /** The corners at which the outline of a patch turns, in no order. */
    static long[] corners(Patch patch) {
        Outline outline = new Outline(patch, null);
        Corners all = new Corners();
        outline.cells.forEach(cell -> {
            if (outline.startsWalk(cell)) {
                all.addAll(outline.walk(cell).vertices);
            }
        });
        return all.packed();
    }

    private Geometry polygons() {
        Zones areas = Zones.of(cells, 4);
        LinearRing[] shells = new LinearRing[areas.count()];
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int i = 0; i < shells.length; i++) {
            holes.add(new ArrayList<>());
        }
        cells.forEach(cell -> {
            if (startsWalk(cell)) {
                int area = areas.at(cell) - 1;
                for (long[] loop : walk(cell).loops()) {
                    if (turnsRight(loop)) {
                        shells[area] = ring(loop);
                    } else {
                        holes.get(area).add(ring(loop));
                    }
                }
            }
        });
        Polygon[] polygons = new Polygon[shells.length];
        for (int i = 0; i < shells.length; i++) {
            polygons[i] = FACTORY.createPolygon(shells[i], holes.get(i).toArray(LinearRing[]::new));
        }
        return shells.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
    }

    private boolean has(int row, int column) {
        return grid.contains(row, column) && cells.get(grid.index(row, column));
    }

    private boolean startsWalk(int cell) {
        return (cell < grid.columns() || !cells.get(cell - grid.columns())) && !walkedTops.get(cell);
    }

    /** The vertices of the walk that begins along the top of a cell. */
    private Walk walk(int start) {
        Walk walk = new Walk();
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
            long corner = (long) (row + top) << 32 | (column + left);
            if (turn != 0 || joints != null && joints.test(corner)) {
                walk.add(corner, turn == 1 && ahead(row, column, heading));
                heading = (heading + turn) & 3;
            }
        } while (heading != EAST || grid.index(row, column) != start);
        return walk;
    }

    /** At a corner: +1 to turn right, -1 left, 0 straight on. */
    private int turn(int row, int column, int heading) {
        boolean right;
        if (heading == EAST) {
            right = has(row, column);
        } else if (heading == SOUTH) {
            right = has(row, column - 1);
        } else if (heading == WEST) {
            right = has(row - 1, column - 1);
        } else {
            right = has(row - 1, column);
        }
        return !right ? 1 : ahead(row, column, heading) ? -1 : 0;
    }

    /** Whether the cell ahead on the left belongs to the patch; where the walk turns right, cells meet by a corner then. */
    private boolean ahead(int row, int column, int heading) {
        return switch (heading) {
            case EAST -> has(row - 1, column);
            case SOUTH -> has(row, column);
            case WEST -> has(row, column - 1);
            default -> has(row - 1, column - 1);
        };
    }

    /** Whether a loop runs clockwise on the map, that is, rows counted downwards. */
    private static boolean turnsRight(long[] loop) {
        long twice = 0;
        long last = loop[loop.length - 1];
        for (long corner : loop) {
            twice += (int) last * (corner >> 32) - (int) corner * (last >> 32);
            last = corner;
        }
        return twice > 0;
    }

    private LinearRing ring(long[] loop) {
        Coordinate[] corners = new Coordinate[loop.length + 1];
        for (int i = 0; i < corners.length; i++) {
            long corner = loop[i % loop.length];
            corners[i] = new Coordinate(
                    whole.west() + (int) corner * whole.cellSize(), whole.north() - (corner >> 32) * whole.cellSize());
        }
        return FACTORY.createLinearRing(corners);
    }

    /** A growing list of corners. */
    private static final class Corners {

        private long[] corners = new long[16];
        private int count;

        void add(long corner) {
            if (count == corners.length) {
                corners = Arrays.copyOf(corners, 2 * count);
            }
            corners[count++] = corner;
        }

        void addAll(Corners others) {
            for (int i = 0; i < others.count; i++) {
                add(others.corners[i]);
            }
        }

        long[] packed() {
            return Arrays.copyOf(corners, count);
        }
    }

    /** A closed walk. */
    private static final class Walk {

        private final Corners vertices = new Corners();
        /** Positions at which cells meet by a corner: only there the walk can come by twice. */
        private final List<Integer> meetings = new ArrayList<>();

        void add(long corner, boolean meeting) {
            if (meeting) {
                meetings.add(vertices.count);
            }
            vertices.add(corner);
        }

        /** The walk cut into loops that meet no corner twice. */
        List<long[]> loops() {
            if (meetings.isEmpty()) {
                return List.of(vertices.packed());
            }
            List<long[]> loops = new ArrayList<>();
            Corners open = new Corners();
            Map<Long, Integer> seen = new HashMap<>();
            int nextMeeting = 0;
            for (int i = 0; i < vertices.count; i++) {
                long corner = vertices.corners[i];
                boolean meeting = nextMeeting < meetings.size() && meetings.get(nextMeeting) == i;
                nextMeeting += meeting ? 1 : 0;
                Integer before = meeting ? seen.putIfAbsent(corner, open.count) : null;
                if (before == null) {
                    open.add(corner);
                } else {
                    long[] loop = Arrays.copyOfRange(open.corners, before, open.count);
                    loops.add(loop);
                    for (int j = 1; j < loop.length; j++) {
                        seen.remove(loop[j]);
                    }
                    open.count = before + 1;
                }
            }
            loops.add(open.packed());
            return loops;
        }
    }
}
