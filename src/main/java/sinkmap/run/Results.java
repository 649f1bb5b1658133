package sinkmap.run;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** Geometries as results are stored: multi-polygons, valid. */
final class Results {

    private Results() {}

    /** The polygons of a geometry as one valid multi-polygon. */
    static MultiPolygon polygons(Geometry geometry) {
        return multi(geometry.isValid() ? geometry : GeometryFixer.fix(geometry));
    }

    /**
     * The same where the geometry is known to be valid, which spares the check. Outlines along the edges of cells are, in any
     * CRS: edges that share no vertex are a cell apart, those that share one meet at right angles, and a projection bends an
     * edge of up to a kilometre by centimetres.
     */
    static MultiPolygon multi(Geometry valid) {
        if (valid instanceof MultiPolygon polygons) {
            return polygons;
        }
        @SuppressWarnings("unchecked")
        List<Polygon> parts = PolygonExtracter.getPolygons(valid);
        return valid.getFactory().createMultiPolygon(GeometryFactory.toPolygonArray(parts));
    }
}
