package sinkmap.grid;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Turns geometries into cells. Geometries are in the CRS of the grid, x = east; what lies outside the grid is ignored.
 *
 * <p>{@linkplain #fill Filling} gives a polygon the cells whose centre lies inside it. A centre exactly on the boundary
 * belongs to the polygon east or north of it, so polygons that share an edge share no cell and leave none out. A polygon
 * geometry that covers no centre at all, of any cell of the endless grid, gets the one cell of an interior point, so
 * that no feature disappears. Lines and points get the cells they touch.
 *
 * <p>{@linkplain #touch Touching} gives every geometry all cells that it shares a point with; a point on the edge
 * between two cells belongs to the cell east or south of it, as {@link Grid#column} and {@link Grid#row} say.
 *
 * <p>A window of a grid gets exactly the cells that the whole grid gets there, as long as the corners of both are exact
 * in a double (whole metres are).
 */
public final class Rasterizer {

    /** Takes the cells {@code from} (inclusive) to {@code to} (exclusive) of a row; a cell may be handed over twice. */
    @FunctionalInterface
    public interface Spans {
        void span(int row, int from, int to);
    }

    private final Grid grid;
    private final Frame frame;
    /** Bounds of the frame with a cell to spare: what lies outside has no cell in it. */
    private final double low;

    private final double high;
    private final Spans spans;
    private boolean covered;

    private Rasterizer(Grid grid, Frame frame, Spans spans) {
        this.grid = grid;
        this.frame = frame;
        this.low = grid.north() - (frame.toRow() + 1.0) * grid.cellSize();
        this.high = grid.north() - (frame.fromRow() - 1.0) * grid.cellSize();
        this.spans = spans;
    }

    /** The cells that the geometries fill, together. */
    public static Mask cells(Iterable<? extends Geometry> geometries, Grid grid) {
        Mask mask = new Mask(grid);
        for (Geometry geometry : geometries) {
            fill(geometry, mask);
        }
        return mask;
    }

    /** Adds the cells that a geometry fills to a mask. */
    public static void fill(Geometry geometry, Mask mask) {
        fill(geometry, mask.grid(), into(mask));
    }

    /** Hands over the cells that a geometry fills, row by row in no particular order. */
    public static void fill(Geometry geometry, Grid grid, Spans spans) {
        fill(geometry, grid, Frame.of(grid), spans);
    }

    /** Hands over the cells of a frame that a geometry fills. */
    static void fill(Geometry geometry, Grid grid, Frame frame, Spans spans) {
        Rasterizer rasterizer = new Rasterizer(grid, frame, spans);
        if (!rasterizer.mayReach(geometry)) {
            return;
        }
        rasterizer.fillParts(geometry);
        if (!rasterizer.covered && geometry.getDimension() == 2) {
            rasterizer.keep(geometry);
        }
    }

    /** Adds the cells that a geometry shares a point with to a mask. */
    public static void touch(Geometry geometry, Mask mask) {
        touch(geometry, mask.grid(), into(mask));
    }

    /** Hands over the cells that a geometry shares a point with. */
    public static void touch(Geometry geometry, Grid grid, Spans spans) {
        touch(geometry, grid, Frame.of(grid), spans);
    }

    /** Hands over the cells of a frame that a geometry shares a point with. */
    static void touch(Geometry geometry, Grid grid, Frame frame, Spans spans) {
        new Rasterizer(grid, frame, spans).touchParts(geometry);
    }

    /** Hands over the cells of a frame whose centre lies inside a polygon geometry; a small one may have none. */
    static void cover(Geometry geometry, Grid grid, Frame frame, Spans spans) {
        Rasterizer rasterizer = new Rasterizer(grid, frame, spans);
        if (rasterizer.mayReach(geometry)) {
            rasterizer.fillParts(geometry);
        }
    }

    /** Whether the box of a geometry meets the frame, give or take a cell. */
    private boolean mayReach(Geometry geometry) {
        if (geometry.isEmpty()) {
            return false;
        }
        Envelope box = geometry.getEnvelopeInternal();
        return grid.row(box.getMaxY()) <= frame.toRow()
                && grid.row(box.getMinY()) >= frame.fromRow() - 1
                && grid.column(box.getMinX()) <= frame.toColumn()
                && grid.column(box.getMaxX()) >= frame.fromColumn() - 1;
    }

    private static Spans into(Mask mask) {
        int columns = mask.grid().columns();
        return (row, from, to) -> mask.setRange(row * columns + from, row * columns + to);
    }

    private void fillParts(Geometry geometry) {
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                fillParts(geometry.getGeometryN(i));
            }
        } else if (geometry instanceof Polygon polygon) {
            scan(polygon);
        } else {
            touchParts(geometry);
        }
    }

    private void touchParts(Geometry geometry) {
        if (!mayReach(geometry)) {
            return;
        }
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                touchParts(geometry.getGeometryN(i));
            }
        } else if (geometry instanceof Polygon polygon) {
            scan(polygon);
            touchLine(polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                touchLine(polygon.getInteriorRingN(i));
            }
        } else if (geometry instanceof LineString line) {
            touchLine(line);
        } else if (geometry instanceof Point point && !point.isEmpty()) {
            touchPoint(point.getX(), point.getY());
        }
    }

    /** Gives a geometry that covers no cell centre anywhere the cell of a point inside it. */
    private void keep(Geometry geometry) {
        Coordinate inside = geometry.getInteriorPoint().getCoordinate();
        if (frame.contains(grid.row(inside.y), grid.column(inside.x)) && !coversCentre(geometry)) {
            touchPoint(inside.x, inside.y);
        }
    }

    /** Whether a geometry covers a cell centre of the endless grid, looked up in bands of rows. */
    private boolean coversCentre(Geometry geometry) {
        Envelope extent = geometry.getEnvelopeInternal();
        double left = Math.floor((extent.getMinX() - grid.west()) / grid.cellSize()) - 1;
        double width = Math.ceil(extent.getWidth() / grid.cellSize()) + 3;
        double bottom = Math.floor((grid.north() - extent.getMinY()) / grid.cellSize()) + 1;
        int bandRows = (int) Math.max(1, Math.min(1024, 1e9 / width));
        for (double top = Math.floor((grid.north() - extent.getMaxY()) / grid.cellSize()) - 1;
                top <= bottom;
                top += bandRows) {
            Grid band = new Grid(
                    grid.crs(),
                    grid.west() + left * grid.cellSize(),
                    grid.north() - top * grid.cellSize(),
                    grid.cellSize(),
                    bandRows,
                    (int) Math.min(width, 1e9));
            Rasterizer probe = new Rasterizer(band, Frame.of(band), (row, from, to) -> {});
            probe.fillParts(geometry);
            if (probe.covered) {
                return true;
            }
        }
        return false;
    }

    /** Emits the cells whose centre a polygon covers: crossings of each row's centre line, sorted, in pairs. */
    private void scan(Polygon polygon) {
        Envelope extent = polygon.getEnvelopeInternal();
        int first = Math.max(frame.fromRow(), above(extent.getMaxY()) + 1);
        int last = Math.min(frame.toRow() - 1, above(extent.getMinY()));
        if (first > last || polygon.isEmpty()) {
            return;
        }
        Crossings crossings = new Crossings(first, last);
        eachRing(polygon, crossings::count);
        crossings.allocate();
        eachRing(polygon, crossings::add);
        crossings.emit();
    }

    private interface Edge {
        void edge(double x0, double y0, double x1, double y1);
    }

    /** Hands over the edges of all rings that may lie in the frame, each from its lower to its higher end. */
    private void eachRing(Polygon polygon, Edge edge) {
        eachEdge(polygon.getExteriorRing().getCoordinateSequence(), edge);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            eachEdge(polygon.getInteriorRingN(i).getCoordinateSequence(), edge);
        }
    }

    private void eachEdge(CoordinateSequence ring, Edge edge) {
        for (int i = 1; i < ring.size(); i++) {
            double x0 = ring.getX(i - 1);
            double y0 = ring.getY(i - 1);
            double x1 = ring.getX(i);
            double y1 = ring.getY(i);
            if (y0 < y1) {
                if (y1 >= low && y0 <= high) {
                    edge.edge(x0, y0, x1, y1);
                }
            } else if (y1 < y0 && y0 >= low && y1 <= high) {
                edge.edge(x1, y1, x0, y0);
            }
        }
    }

    /** The last row whose centre is at or above y; not clipped to the grid. */
    private int above(double y) {
        return (int) Math.floor((grid.north() - y) / grid.cellSize() - 0.5);
    }

    /** Where the edges of one polygon cross the centre lines of the rows {@code first..last}. */
    private final class Crossings {

        private final int first;
        private final int last;
        private final int[] ends;
        private double[] xs;

        Crossings(int first, int last) {
            this.first = first;
            this.last = last;
            this.ends = new int[last - first + 2];
        }

        void count(double x0, double y0, double x1, double y1) {
            int to = Math.min(last, above(y0));
            for (int row = Math.max(first, above(y1) + 1); row <= to; row++) {
                ends[row - first + 1]++;
            }
        }

        /** Turns counts into the start of each row's crossings. */
        void allocate() {
            for (int i = 1; i < ends.length; i++) {
                ends[i] += ends[i - 1];
            }
            xs = new double[ends[ends.length - 1]];
            System.arraycopy(ends, 0, ends, 1, ends.length - 1);
            ends[0] = 0;
        }

        void add(double x0, double y0, double x1, double y1) {
            int to = Math.min(last, above(y0));
            double slope = (x1 - x0) / (y1 - y0);
            for (int row = Math.max(first, above(y1) + 1); row <= to; row++) {
                xs[ends[row - first + 1]++] = x0 + (grid.y(row) - y0) * slope;
            }
        }

        void emit() {
            for (int row = first; row <= last; row++) {
                int start = ends[row - first];
                int end = ends[row - first + 1];
                Arrays.sort(xs, start, end);
                for (int i = start; i + 1 < end; i += 2) {
                    int from = Math.max(frame.fromColumn(), centreFrom(xs[i]));
                    int to = Math.min(frame.toColumn(), centreFrom(xs[i + 1]));
                    if (from < to) {
                        covered = true;
                        spans.span(row, from, to);
                    }
                }
            }
        }

        /** The first column whose centre is at or east of x. */
        private int centreFrom(double x) {
            return (int) Math.ceil((x - grid.west()) / grid.cellSize() - 0.5);
        }
    }

    private void touchPoint(double x, double y) {
        int row = grid.row(y);
        int column = grid.column(x);
        if (frame.contains(row, column)) {
            covered = true;
            spans.span(row, column, column + 1);
        }
    }

    private void touchLine(LineString line) {
        CoordinateSequence points = line.getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
            double x0 = points.getX(i - 1);
            double y0 = points.getY(i - 1);
            double x1 = points.getX(i);
            double y1 = points.getY(i);
            if (Math.max(y0, y1) < low || Math.min(y0, y1) > high) {
                continue;
            }
            if (y0 < y1) {
                touchSegment(x0, y0, x1, y1);
            } else {
                touchSegment(x1, y1, x0, y0);
            }
        }
    }

    /** Emits, row by row, the columns between the points where a segment enters and leaves the row; y0 &lt;= y1. */
    private void touchSegment(double x0, double y0, double x1, double y1) {
        int first = Math.max(frame.fromRow(), grid.row(y1));
        int last = Math.min(frame.toRow() - 1, grid.row(y0));
        double slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
        for (int row = first; row <= last; row++) {
            double top = grid.north() - row * grid.cellSize();
            double bottom = grid.north() - (row + 1) * grid.cellSize();
            double enters = top >= y1 ? x1 : x0 + (top - y0) * slope;
            double leaves = bottom <= y0 ? x0 : x0 + (bottom - y0) * slope;
            int from = Math.max(frame.fromColumn(), grid.column(Math.min(enters, leaves)));
            int to = Math.min(frame.toColumn() - 1, grid.column(Math.max(enters, leaves)));
            if (from <= to) {
                covered = true;
                spans.span(row, from, to + 1);
            }
        }
    }
}
