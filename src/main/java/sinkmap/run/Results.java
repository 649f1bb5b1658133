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
        Geometry valid = geometry.isValid() ? geometry : GeometryFixer.fix(geometry);
        if (valid instanceof MultiPolygon polygons) {
            return polygons;
        }
        GeometryFactory factory = geometry.getFactory();
        @SuppressWarnings("unchecked")
        List<Polygon> parts = PolygonExtracter.getPolygons(valid);
        return factory.createMultiPolygon(GeometryFactory.toPolygonArray(parts));
    }
}
