package sinkmap.store;

import org.locationtech.jts.geom.Envelope;
import sinkmap.grid.Grid;

/**
 * A rectangle to be read as rows x columns values, row 0 in the north. Unlike a {@link Grid} its pixels need be neither
 * square nor equal in area: map requests ask for such rectangles.
 *
 * @param crs authority code or WKT, axis order east, north
 * @param envelope outer bounds in that CRS
 * @param rows number of rows
 * @param columns number of columns
 */
public record Window(String crs, Envelope envelope, int rows, int columns) {

    public static Window of(Grid grid) {
        return new Window(grid.crs(), grid.envelope(), grid.rows(), grid.columns());
    }
}
