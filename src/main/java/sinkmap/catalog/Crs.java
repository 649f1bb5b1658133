package sinkmap.catalog;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system, always in the axis order east, north ({@code x, y}); what the authority's order is,
 * {@link #northFirst()} tells. The datums of WGS 84 and CGCS2000 are taken as equal (they differ by less than a
 * millimetre on the ellipsoid).
 */
public final class Crs {

    private Crs() {}

    /** The CRS of an authority code ({@code EPSG:4490}) or of a WKT 1 definition; instances are cached. */
    public static Crs of(String codeOrWkt) {
        throw new UnsupportedOperationException(codeOrWkt);
    }

    /** The code or WKT that this CRS was made from. */
    public String definition() {
        throw new UnsupportedOperationException();
    }

    /** EPSG number, or 0 for a CRS from WKT. */
    public int srid() {
        throw new UnsupportedOperationException();
    }

    /** Whether the authority defines north (latitude) as the first axis. */
    public boolean northFirst() {
        throw new UnsupportedOperationException();
    }

    /** Whether coordinates are degrees. */
    public boolean geographic() {
        throw new UnsupportedOperationException();
    }

    /** Length of one unit of this CRS at its centre, in metres: about 111,320 for degrees. WMS 1.3.0, clause 7.2.4.6.9. */
    public double metresPerUnit() {
        throw new UnsupportedOperationException();
    }

    /** A copy of {@code geometry} (in {@code from}) in this CRS. */
    public Geometry transform(Geometry geometry, Crs from) {
        throw new UnsupportedOperationException();
    }

    /** Transforms {@code count} points in place: x0, y0, x1, y1, ... NaN where a point has no image. */
    public void transform(double[] xy, int count, Crs from) {
        throw new UnsupportedOperationException();
    }

    /** Bounds in this CRS of an envelope in {@code from}; edges are sampled, not only corners. */
    public Envelope bounds(Envelope envelope, Crs from) {
        throw new UnsupportedOperationException();
    }

    /** The GeoTools object (org.geotools.api.referencing.crs.CoordinateReferenceSystem), east-north order. */
    public Object geotools() {
        throw new UnsupportedOperationException();
    }
}
