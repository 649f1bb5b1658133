package sinkmap.ingest;

import org.locationtech.jts.geom.Geometry;
import sinkmap.catalog.Crs;

/** Brings coordinates of a file, x = east, into the CRS of a layer. */
final class Reproject {

    private final Crs from;
    private final Crs to;

    Reproject(Crs from, Crs to) {
        this.from = from;
        this.to = to;
    }

    /**
     * The geometry in the layer's CRS; empty when it has no image there.
     *
     * @throws sinkmap.grid.SinkmapException when its coordinates lie outside the domain of the file's CRS
     */
    Geometry apply(Geometry geometry) {
        return to.sameCoordinates(from) ? geometry : to.transform(geometry, from);
    }
}
