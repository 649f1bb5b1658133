package sinkmap.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Geometries by the strips of rows that they may have cells in, so that a band of rows need not look at all of them. */
final class Strips {

    /** Rows of a strip; a multiple of 64, so that no two threads share a word of a mask. */
    private static final int ROWS = 256;

    private final Grid grid;
    private final Frame frame;
    private final List<List<Geometry>> strips = new ArrayList<>();

    /** A way to turn a geometry into cells, such as {@link Rasterizer#fill}. */
    @FunctionalInterface
    interface Manner {
        void rasterize(Geometry geometry, Grid grid, Frame frame, Rasterizer.Spans spans);
    }

    /** Sorts geometries, in the order given, into strips of a frame around a grid. */
    Strips(Iterable<? extends Geometry> geometries, Grid grid, Frame frame) {
        this.grid = grid;
        this.frame = frame;
        int count = (frame.rows() + ROWS - 1) / ROWS;
        IntStream.range(0, count).forEach(i -> strips.add(new ArrayList<>()));
        for (Geometry geometry : geometries) {
            if (!geometry.isEmpty()) {
                Envelope box = geometry.getEnvelopeInternal();
                // a row more on each side, as a point on an edge may be rounded either way
                int first = Math.max(0, Math.floorDiv(grid.row(box.getMaxY()) - frame.fromRow() - 1, ROWS));
                int last = Math.min(count - 1, Math.floorDiv(grid.row(box.getMinY()) - frame.fromRow() + 1, ROWS));
                for (int i = first; i <= last; i++) {
                    strips.get(i).add(geometry);
                }
            }
        }
    }

    /** The cells that the geometries have in a part of the frame; the mask's grid is that part. */
    Mask cells(Manner manner, Frame part) {
        Mask mask = new Mask(part.on(grid));
        int pieces = (part.rows() + ROWS - 1) / ROWS;
        IntStream each = IntStream.range(0, pieces);
        (pieces > 1 ? each.parallel() : each).forEach(i -> {
            int from = part.fromRow() + i * ROWS;
            rasterize(manner, part.withRows(from, Math.min(part.toRow(), from + ROWS)), i * ROWS, mask);
        });
        return mask;
    }

    /** Adds the cells of a piece that begins at a row of the mask. */
    private void rasterize(Manner manner, Frame piece, int maskRow, Mask mask) {
        int columns = piece.columns();
        Rasterizer.Spans spans = (row, from, to) -> {
            int start = (row - piece.fromRow() + maskRow) * columns - piece.fromColumn();
            mask.setRange(start + from, start + to);
        };
        for (int from = piece.fromRow(); from < piece.toRow(); ) {
            int strip = (from - frame.fromRow()) / ROWS;
            int to = Math.min(piece.toRow(), frame.fromRow() + (strip + 1) * ROWS);
            Frame rows = piece.withRows(from, to);
            strips.get(strip).forEach(geometry -> manner.rasterize(geometry, grid, rows, spans));
            from = to;
        }
    }
}
