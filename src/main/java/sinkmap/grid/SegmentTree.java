package sinkmap.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The edges of geometries under a tree of boxes, eight to a box. The edges of a line stay in their order, which keeps
 * boxes small; lines are put in the order of a Z-curve. Points are edges without length. Rings are stored so that a
 * polygon lies to the left of its edges.
 */
final class SegmentTree {

    private static final int FAN = 8;

    /** What boxes are larger than their edges, so that rounding never keeps an edge from being looked at. */
    private static final double MARGIN = 1e-6;

    /** x0, y0, x1, y1 of each edge. */
    private double[] edges = new double[1024];
    /** Whether an edge bounds a polygon. */
    private boolean[] bounding = new boolean[256];

    private int count;
    /** Per level, lowest first: min x, min y, max x, max y of each box. */
    private final List<double[]> levels = new ArrayList<>();

    private SegmentTree() {}

    /** Takes the edges whose box meets {@code extent}; all when it is null. {@link #inside} needs all. */
    static SegmentTree of(List<? extends Geometry> geometries, Envelope extent) {
        List<Geometry> parts = new ArrayList<>();
        geometries.forEach(geometry -> collect(geometry, extent, parts));
        Envelope all = Distance.extent(parts);
        parts.sort(Comparator.comparingLong(part -> zOrder(part.getEnvelopeInternal(), all)));
        SegmentTree tree = new SegmentTree();
        parts.forEach(part -> tree.add(part, extent));
        tree.build();
        return tree;
    }

    private static void collect(Geometry geometry, Envelope extent, List<Geometry> parts) {
        if (geometry instanceof GeometryCollection) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                collect(geometry.getGeometryN(i), extent, parts);
            }
        } else if (!geometry.isEmpty() && (extent == null || extent.intersects(geometry.getEnvelopeInternal()))) {
            parts.add(geometry);
        }
    }

    /** Position along a Z-curve of the centre of a box within the extent of all. */
    private static long zOrder(Envelope box, Envelope all) {
        double width = Math.max(all.getWidth(), Double.MIN_NORMAL);
        double height = Math.max(all.getHeight(), Double.MIN_NORMAL);
        long x = (long) (((box.getMinX() + box.getMaxX()) / 2 - all.getMinX()) / width * 0xFFFF);
        long y = (long) (((box.getMinY() + box.getMaxY()) / 2 - all.getMinY()) / height * 0xFFFF);
        long z = 0;
        for (int bit = 15; bit >= 0; bit--) {
            z = z << 2 | (y >> bit & 1) << 1 | (x >> bit & 1);
        }
        return z;
    }

    private void add(Geometry part, Envelope extent) {
        if (part instanceof Polygon polygon) {
            add(polygon.getExteriorRing().getCoordinateSequence(), extent, true, true);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                add(polygon.getInteriorRingN(i).getCoordinateSequence(), extent, true, false);
            }
        } else if (part instanceof LineString line) {
            add(line.getCoordinateSequence(), extent, false, true);
        } else if (part instanceof Point point) {
            add(point.getX(), point.getY(), point.getX(), point.getY(), false);
        }
    }

    private void add(CoordinateSequence line, Envelope extent, boolean ring, boolean counterClockwise) {
        boolean reverse = ring && Orientation.isCCW(line) != counterClockwise;
        for (int i = 1; i < line.size(); i++) {
            int from = reverse ? i : i - 1;
            int to = reverse ? i - 1 : i;
            double x0 = line.getX(from);
            double y0 = line.getY(from);
            double x1 = line.getX(to);
            double y1 = line.getY(to);
            if (extent == null || extent.intersects(new Envelope(x0, x1, y0, y1))) {
                add(x0, y0, x1, y1, ring);
            }
        }
    }

    private void add(double x0, double y0, double x1, double y1, boolean bounds) {
        if (count == bounding.length) {
            bounding = Arrays.copyOf(bounding, count * 2);
            edges = Arrays.copyOf(edges, count * 8);
        }
        edges[4 * count] = x0;
        edges[4 * count + 1] = y0;
        edges[4 * count + 2] = x1;
        edges[4 * count + 3] = y1;
        bounding[count++] = bounds;
    }

    private void build() {
        double[] below = new double[count * 4];
        for (int i = 0; i < count; i++) {
            below[4 * i] = Math.min(edges[4 * i], edges[4 * i + 2]) - MARGIN;
            below[4 * i + 1] = Math.min(edges[4 * i + 1], edges[4 * i + 3]) - MARGIN;
            below[4 * i + 2] = Math.max(edges[4 * i], edges[4 * i + 2]) + MARGIN;
            below[4 * i + 3] = Math.max(edges[4 * i + 1], edges[4 * i + 3]) + MARGIN;
        }
        while (below.length > 4 || levels.isEmpty() && below.length > 0) {
            below = boxesOf(below);
            levels.add(below);
        }
    }

    private static double[] boxesOf(double[] below) {
        int size = below.length / 4;
        double[] boxes = new double[(size + FAN - 1) / FAN * 4];
        for (int box = 0; box < boxes.length; box += 4) {
            int first = box * FAN;
            System.arraycopy(below, first, boxes, box, 4);
            for (int i = first + 4; i < Math.min(first + 4 * FAN, below.length); i += 4) {
                boxes[box] = Math.min(boxes[box], below[i]);
                boxes[box + 1] = Math.min(boxes[box + 1], below[i + 1]);
                boxes[box + 2] = Math.max(boxes[box + 2], below[i + 2]);
                boxes[box + 3] = Math.max(boxes[box + 3], below[i + 3]);
            }
        }
        return boxes;
    }

    /**
     * The edges that may be within a distance of a rectangle, to be asked point by point.
     *
     * @param limit the square of the distance that edges are to be within
     */
    Part near(Envelope rectangle, double limit) {
        return new Part(rectangle, limit);
    }

    /** The part of the tree near a rectangle; remembers the edge found last, so it serves one thread. */
    final class Part {

        /** With more boxes than this to look at, it is better to begin further up in the tree. */
        private static final int ENOUGH = 24;

        private final double limit;
        private int level;
        private int[] boxes;
        private int found = -1;

        private Part(Envelope rectangle, double limit) {
            this.limit = limit;
            this.level = levels.size() - 1;
            this.boxes = count > 0 ? new int[] {0} : new int[0];
            while (level > 0 && boxes.length > 0) {
                double[] below = levels.get(level - 1);
                int[] next = IntStream.of(boxes)
                        .flatMap(box -> IntStream.range(box * FAN, Math.min((box + 1) * FAN, below.length / 4)))
                        .filter(i -> between(below, i, rectangle) <= limit)
                        .toArray();
                if (next.length > ENOUGH) {
                    break;
                }
                boxes = next;
                level--;
            }
        }

        /** Whether an edge is within the distance of a point of the rectangle. */
        boolean reaches(double x, double y) {
            if (found >= 0 && toEdge(found, x, y) <= limit) {
                return true;
            }
            for (int box : boxes) {
                if (toBox(levels.get(level), box, x, y) <= limit) {
                    int edge = find(level, box, x, y, limit);
                    if (edge >= 0) {
                        found = edge;
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** Some edge below a box whose squared distance is at most {@code limit}, or -1. */
    private int find(int level, int box, double x, double y, double limit) {
        int first = box * FAN;
        if (level == 0) {
            for (int i = first; i < Math.min(first + FAN, count); i++) {
                if (toEdge(i, x, y) <= limit) {
                    return i;
                }
            }
            return -1;
        }
        double[] below = levels.get(level - 1);
        for (int i = first; i < Math.min(first + FAN, below.length / 4); i++) {
            if (toBox(below, i, x, y) <= limit) {
                int edge = find(level - 1, i, x, y, limit);
                if (edge >= 0) {
                    return edge;
                }
            }
        }
        return -1;
    }

    private static double between(double[] boxes, int i, Envelope rectangle) {
        double dx = Math.max(0, Math.max(boxes[4 * i] - rectangle.getMaxX(), rectangle.getMinX() - boxes[4 * i + 2]));
        double dy =
                Math.max(0, Math.max(boxes[4 * i + 1] - rectangle.getMaxY(), rectangle.getMinY() - boxes[4 * i + 3]));
        return dx * dx + dy * dy;
    }

    /** Distance to the nearest edge, or {@code bound} when none is nearer. */
    double nearest(double x, double y, double bound) {
        if (count == 0) {
            return bound;
        }
        double squared = bound * bound;
        double found = search(levels.size() - 1, 0, x, y, squared);
        return found < squared ? Math.sqrt(found) : bound;
    }

    /** The least squared distance below a box if it is at most {@code best}, else something larger or {@code best}. */
    private double search(int level, int box, double x, double y, double best) {
        int first = box * FAN;
        if (level == 0) {
            return nearestEdge(first, x, y);
        }
        double[] below = levels.get(level - 1);
        int end = Math.min(first + FAN, below.length / 4);
        int nearest = nearestBox(below, first, end, x, y);
        double least = Double.POSITIVE_INFINITY;
        if (toBox(below, nearest, x, y) <= best) {
            least = search(level - 1, nearest, x, y, best);
        }
        for (int n = first; n < end; n++) {
            double limit = Math.min(best, least);
            if (n != nearest && toBox(below, n, x, y) <= limit) {
                least = Math.min(least, search(level - 1, n, x, y, limit));
            }
        }
        return least;
    }

    private double nearestEdge(int first, double x, double y) {
        double least = Double.POSITIVE_INFINITY;
        for (int n = first; n < Math.min(first + FAN, count); n++) {
            least = Math.min(least, toEdge(n, x, y));
        }
        return least;
    }

    private static int nearestBox(double[] boxes, int first, int end, double x, double y) {
        int nearest = first;
        double least = toBox(boxes, first, x, y);
        for (int i = first + 1; i < end; i++) {
            double distance = toBox(boxes, i, x, y);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double toBox(double[] boxes, int i, double x, double y) {
        double dx = Math.max(0, Math.max(boxes[4 * i] - x, x - boxes[4 * i + 2]));
        double dy = Math.max(0, Math.max(boxes[4 * i + 1] - y, y - boxes[4 * i + 3]));
        return dx * dx + dy * dy;
    }

    private double toEdge(int i, double x, double y) {
        double x0 = edges[4 * i];
        double y0 = edges[4 * i + 1];
        double dx = edges[4 * i + 2] - x0;
        double dy = edges[4 * i + 3] - y0;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
        double ex = x0 + t * dx - x;
        double ey = y0 + t * dy - y;
        return ex * ex + ey * ey;
    }

    /** Whether a point lies inside a polygon: rings wind around it as often as polygons cover it. */
    boolean inside(double x, double y) {
        return count > 0 && winding(levels.size() - 1, 0, x, y) > 0;
    }

    private int winding(int level, int box, double x, double y) {
        if (level < 0) {
            return bounding[box] ? crossing(box, x, y) : 0;
        }
        double[] boxes = levels.get(level);
        if (boxes[4 * box + 1] > y || boxes[4 * box + 3] < y || boxes[4 * box + 2] < x) {
            return 0;
        }
        int end = Math.min((box + 1) * FAN, level == 0 ? count : levels.get(level - 1).length / 4);
        int sum = 0;
        for (int i = box * FAN; i < end; i++) {
            sum += winding(level - 1, i, x, y);
        }
        return sum;
    }

    /** +1 where an edge crosses the ray that runs east from the point upwards, -1 downwards, else 0. */
    private int crossing(int i, double x, double y) {
        double x0 = edges[4 * i];
        double y0 = edges[4 * i + 1];
        double x1 = edges[4 * i + 2];
        double y1 = edges[4 * i + 3];
        if ((y0 <= y) == (y1 <= y)) {
            return 0;
        }
        double cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
        if (y0 <= y) {
            return cross > 0 ? 1 : 0;
        }
        return cross < 0 ? -1 : 0;
    }
}
