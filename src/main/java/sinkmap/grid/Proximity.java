package sinkmap.grid;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * How near geometries are to the cells of a region, window by window: the answer for a window is the same to the last bit
 * as its part of the answer for the whole region, yet no more than the window is held in memory.
 *
 * <p>The column pass of an exact distance transform needs of the rows outside a window only, per column, how far away the
 * nearest source above and below is. These numbers are found once for the borders of bands of rows, by drawing each band
 * on its own; afterwards windows are answered in any order and by several threads at once. Windows that begin and end at
 * bands are cheapest.
 */
public final class Proximity {

    private final List<? extends Geometry> geometries;
    private final Grid region;
    private final double reach_m;
    private final int bandRows;
    private final Frame frame;
    private final Strips strips;
    private Carries carries;
    private SegmentTree edges;

    private Proximity(List<? extends Geometry> geometries, Grid region, double reach_m, int bandRows) {
        this.geometries = geometries;
        this.region = region;
        this.reach_m = Math.max(0, reach_m);
        this.bandRows = bandRows;
        double beyond_m = reach_m > 0 ? reach_m + region.cellSize() : reach_m;
        this.frame = Halo.around(region, Distance.extent(geometries), beyond_m);
        this.strips = new Strips(geometries, region, frame);
    }

    /**
     * Prepares geometries for questions about windows of a region.
     *
     * @param geometries in the CRS of the grid; those outside the region count too. Neither they nor the list may change
     * @param region the grid that windows are cut from
     * @param reach_m the farthest distance that will be asked for, in metres; geometries further outside may be left out
     * @param bandRows rows of the bands that windows will mostly be, at least 1; lower costs more memory
     */
    public static Proximity of(List<? extends Geometry> geometries, Grid region, double reach_m, int bandRows) {
        if (bandRows < 1) {
            throw new IllegalArgumentException("a band needs at least one row, not " + bandRows);
        }
        Proximity proximity = new Proximity(geometries, region, reach_m, bandRows);
        if (reach_m > 0) {
            proximity.carries();
        }
        return proximity;
    }

    /** For a single question about the whole region. */
    static Proximity of(List<? extends Geometry> geometries, Grid region, double reach_m) {
        return of(geometries, region, reach_m, region.rows());
    }

    public Grid region() {
        return region;
    }

    /** The farthest distance that may be asked for, in metres. */
    public double reach_m() {
        return reach_m;
    }

    /**
     * Distance from the centre of each cell of a window to the centre of the nearest cell that a geometry touches, in
     * metres, as {@link Distance#to(List, Grid, double)} says: values up to the reach hold, larger ones mean at least that;
     * NaN everywhere when no geometry is in reach of the region.
     */
    public Raster distance(Grid window) {
        Frame wanted = Frame.of(window, region);
        ColumnGaps gaps = gaps(wanted.widened(Integer.MAX_VALUE, frame));
        return gaps.isEmpty()
                ? Raster.empty(window, "m")
                : Distance.metres(gaps, window, wanted.fromColumn() - frame.fromColumn());
    }

    /**
     * The cells of a window whose centre lies within {@code distance_m} of any geometry, and the cells that the geometries
     * fill, as {@link Buffers#within} says.
     *
     * @throws IllegalArgumentException when the distance is larger than the reach
     */
    public Mask within(Grid window, double distance_m) {
        Frame wanted = Frame.of(window, region);
        Mask filled = strips.cells(Rasterizer::fill, wanted);
        return distance_m > 0 ? near(wanted, distance_m, filled) : filled;
    }

    private Mask near(Frame wanted, double distance_m, Mask filled) {
        Mask open = rim(wanted, distance_m, filled);
        decide(open, wanted, distance_m * distance_m, filled);
        return filled;
    }

    /** The cells of a window whose centre lies less than {@code distance_m} from any edge or point. */
    Mask nearerThan(Grid window, double distance_m) {
        Frame wanted = Frame.of(window, region);
        Mask near = new Mask(window);
        Mask open = rim(wanted, distance_m, near);
        decide(open, wanted, Math.nextDown(distance_m * distance_m), near);
        return near;
    }

    /** Adds the cells certainly within a distance to a mask; gives those that only the geometries can decide. */
    private Mask rim(Frame wanted, double distance_m, Mask certain) {
        if (distance_m > reach_m) {
            throw new IllegalArgumentException(
                    "a distance of " + distance_m + " m is beyond the reach of " + reach_m + " m");
        }
        double slack_m = region.halfDiagonal_m() * (1 + 1e-9);
        int margin = (int) Math.ceil((distance_m + slack_m) / region.cellSize()) + 1;
        Frame part = wanted.widened(margin, frame);
        ColumnGaps gaps = gaps(part);
        Dilation[] steps = {dilation(distance_m - slack_m), dilation(distance_m + slack_m)};
        Mask[] reached = Distance.reached(gaps, steps, certain.grid(), wanted.fromColumn() - part.fromColumn());
        certain.or(reached[0]);
        return reached[1].andNot(certain);
    }

    private Dilation dilation(double distance_m) {
        return Dilation.by(distance_m, region.cellSize(), frame.rows());
    }

    /** Adds those open cells to the result whose centre has an edge within the root of {@code limit}. */
    private void decide(Mask open, Frame wanted, double limit, Mask result) {
        if (open.isEmpty()) {
            return;
        }
        SegmentTree tree = edges();
        ColumnGaps.inBlocks(wanted.rows(), fromRow -> {
            int toRow = Math.min(fromRow + ColumnGaps.BLOCK, wanted.rows());
            for (int column = 0; column < wanted.columns(); column += 64) {
                decide(open, wanted, tree, limit, fromRow, toRow, column, result);
            }
        });
    }

    /** Decides the cells of up to 64 columns and some rows, which share what is near them. */
    private void decide(
            Mask open, Frame wanted, SegmentTree tree, double limit, int fromRow, int toRow, int column, Mask result) {
        SegmentTree.Part near = null;
        long columns = Mask.firstBits(wanted.columns() - column);
        for (int row = fromRow; row < toRow; row++) {
            int start = row * wanted.columns() + column;
            long bits = open.bits(start) & columns;
            if (bits != 0 && near == null) {
                near = tree.near(centres(wanted, fromRow, toRow, column), limit);
            }
            long reached = 0;
            double y = region.y(wanted.fromRow() + row);
            for (; bits != 0; bits &= bits - 1) {
                int i = Long.numberOfTrailingZeros(bits);
                if (near.reaches(region.x(wanted.fromColumn() + column + i), y)) {
                    reached |= 1L << i;
                }
            }
            result.orBits(start, reached);
        }
    }

    private Envelope centres(Frame wanted, int fromRow, int toRow, int column) {
        int last = Math.min(column + 63, wanted.columns() - 1);
        return new Envelope(
                region.x(wanted.fromColumn() + column),
                region.x(wanted.fromColumn() + last),
                region.y(wanted.fromRow() + fromRow),
                region.y(wanted.fromRow() + toRow - 1));
    }

    private ColumnGaps gaps(Frame part) {
        Carries outside = carries();
        return new ColumnGaps(touched(part), outside.above(part, this::touched), outside.below(part, this::touched));
    }

    private Mask touched(Frame part) {
        return strips.cells(Rasterizer::touch, part);
    }

    private synchronized Carries carries() {
        if (carries == null) {
            carries = new Carries(frame, region.rows(), bandRows, this::touched);
        }
        return carries;
    }

    private synchronized SegmentTree edges() {
        if (edges == null) {
            edges = SegmentTree.of(
                    geometries, region.grown(reach_m + region.cellSize()).envelope());
        }
        return edges;
    }
}
