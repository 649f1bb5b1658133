package sinkmap.catalog;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.grid.Grid;

/**
 * The region that a layers directory is about, from {@code region.yaml}.
 *
 * @param id short name
 * @param title title
 * @param crs WKT or authority code of the equal-area analysis CRS, axis order east, north
 * @param cellSize default cell size, in metres
 * @param window longitude and latitude bounds of the analysis window, degrees, x = longitude
 * @param themes themes of the layer tree, in display order
 * @param advertised authority codes of the CRSs that WMS and WFS advertise, in order
 * @param contact whom to ask, or null
 * @param fees what use costs, or null
 * @param accessConstraints what use is bound to, or null
 * @param groups layers that are published together for one purpose
 */
public record Region(
        String id,
        Text title,
        String crs,
        double cellSize,
        Envelope window,
        List<Theme> themes,
        List<String> advertised,
        Contact contact,
        Text fees,
        Text accessConstraints,
        List<Group> groups) {

    /** A region that says nothing about contact, fees and constraints. */
    public Region(
            String id,
            Text title,
            String crs,
            double cellSize,
            Envelope window,
            List<Theme> themes,
            List<String> advertised) {
        this(id, title, crs, cellSize, window, themes, advertised, null, null, null, List.of());
    }

    /**
     * A theme of the layer tree.
     *
     * @param id id that layers name
     * @param title title
     */
    public record Theme(String id, Text title) {}

    /**
     * Layers that are published together for one purpose.
     *
     * @param id name of the group
     * @param title title
     * @param layers ids of its layers, bottom first
     */
    public record Group(String id, Text title, List<String> layers) {}

    /**
     * Whom to ask about the service.
     *
     * @param organisation organisation
     * @param email address, or null
     */
    public record Contact(Text organisation, String email) {}

    /** The analysis grid that covers the window at a cell size in metres. */
    public Grid grid(double cell) {
        return Grid.covering(crs, Crs.of(crs).bounds(window, Crs.of("EPSG:4490")), cell);
    }
}
