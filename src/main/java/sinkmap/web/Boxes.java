package sinkmap.web;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import sinkmap.catalog.Crs;

/** Boxes and points as JSON shows them: longitude and latitude in degrees on CGCS2000. */
final class Boxes {

    static final String LONGITUDE_LATITUDE = "EPSG:4490";

    private Boxes() {}

    /** West, south, east, north. */
    static double[] of(Envelope box) {
        return new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()};
    }

    /** West, south, east, north of a box in another CRS, an authority code or WKT. */
    static double[] of(Envelope box, String crs) {
        return of(
                crs.equals(LONGITUDE_LATITUDE)
                        ? box
                        : Crs.of(LONGITUDE_LATITUDE).bounds(box, Crs.of(crs)));
    }

    static Geometry degrees(Geometry geometry, String crs) {
        return crs.equals(LONGITUDE_LATITUDE)
                ? geometry
                : Crs.of(LONGITUDE_LATITUDE).transform(geometry, Crs.of(crs));
    }

    /** Longitude and latitude of a point inside the geometry: its centroid, unless that lies outside. */
    static double[] centre(Geometry degrees) {
        Point centroid = degrees.getCentroid();
        Point inside = degrees.contains(centroid) ? centroid : degrees.getInteriorPoint();
        return new double[] {inside.getX(), inside.getY()};
    }
}
