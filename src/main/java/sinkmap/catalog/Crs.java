package sinkmap.catalog;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.SinkmapException;

/**
 * A coordinate reference system, always in the axis order east, north ({@code x, y}); what the authority's order is,
 * {@link #northFirst()} tells. The datums of WGS 84 and CGCS2000 are taken as equal (they differ by less than a
 * millimetre on the ellipsoid). Two-dimensional geographic systems in degrees and map projections are supported.
 *
 * <p>Instances are immutable and may be shared between threads. The first use of an EPSG code opens GeoTools' EPSG
 * database, which takes about a second.
 */
public final class Crs {

    private static final int MOST_CACHED = 500;
    private static final Map<String, Crs> CACHE = new ConcurrentHashMap<>();

    private final String definition;
    private final int srid;
    private final boolean northFirst;
    private final Projection projection;
    private final Map<Crs, Pipeline> pipelines = new ConcurrentHashMap<>();

    Crs(String definition, int srid, boolean northFirst, Projection projection) {
        this.definition = definition;
        this.srid = srid;
        this.northFirst = northFirst;
        this.projection = projection;
    }

    /**
     * The CRS of an authority code ({@code EPSG:4490}, {@code CRS:84}) or of a WKT 1 definition; instances are cached.
     *
     * @throws SinkmapException when there is no such CRS or it is neither geographic in degrees nor a map projection
     */
    public static Crs of(String codeOrWkt) {
        String key = Objects.requireNonNull(codeOrWkt, "CRS").strip();
        Crs cached = CACHE.get(key);
        if (cached != null) {
            return cached;
        }
        Crs crs = CrsParser.parse(key);
        if (CACHE.size() < MOST_CACHED) {
            CACHE.putIfAbsent(key, crs);
        }
        return crs;
    }

    /** The CRS of a GeoTools object, such as a GeoTIFF's; a vertical part is left out. */
    public static Crs of(CoordinateReferenceSystem geotools) {
        return of(CrsParser.definition(geotools));
    }

    /** The code or WKT that this CRS was made from. */
    public String definition() {
        return definition;
    }

    /** EPSG number, 4326 for {@code CRS:84}, or 0 for a CRS from WKT. */
    public int srid() {
        return srid;
    }

    /** Whether the authority defines north (latitude) as the first axis. */
    public boolean northFirst() {
        return northFirst;
    }

    /** Whether coordinates are degrees. */
    public boolean geographic() {
        return projection.geographic();
    }

    /** Length of one unit of this CRS at its centre, in metres: about 111,320 for degrees. WMS 1.3.0, clause 7.2.4.6.9. */
    public double metresPerUnit() {
        return projection.metresPerUnit();
    }

    /**
     * A copy of {@code geometry} (in {@code from}) in this CRS. Parts that lie outside the domain of this projection (20
     * degrees from the central meridian of a transverse Mercator, the poles of Web Mercator) are cut off; the result is
     * empty when nothing is left.
     *
     * @throws SinkmapException when coordinates are no numbers or outside the domain of {@code from}
     */
    public Geometry transform(Geometry geometry, Crs from) {
        return new GeometryTransform(this, from).apply(geometry);
    }

    /**
     * Transforms {@code count} points in place: x0, y0, x1, y1, ... Both numbers are NaN where a point has no image: outside
     * the domain of one of the two projections, or NaN already.
     */
    public void transform(double[] xy, int count, Crs from) {
        if (!sameCoordinates(from)) {
            pipelineFrom(from).transform(xy, count);
        }
    }

    /**
     * Bounds in this CRS of an envelope in {@code from}. Edges are sampled at 256 places each, and the inside coarsely, so
     * that curved edges and points without image are respected.
     *
     * @return the bounds; the null envelope when no point of the envelope has an image
     */
    public Envelope bounds(Envelope envelope, Crs from) {
        if (envelope.isNull() || sameCoordinates(from)) {
            return new Envelope(envelope);
        }
        Envelope source = from.geographic() ? projection.insideDomain(envelope) : envelope;
        double[] xy = EnvelopeSamples.of(source);
        transform(xy, xy.length / 2, from);
        Envelope bounds = new Envelope();
        boolean whole = true;
        for (int i = 0; i < xy.length; i += 2) {
            if (Double.isNaN(xy[i])) {
                whole = false;
            } else {
                bounds.expandToInclude(xy[i], xy[i + 1]);
            }
        }
        return whole || geographic() || from.geographic() ? bounds : boundsByDegrees(envelope, from);
    }

    /** Bounds that may be too large but miss nothing, for an envelope that leaves the domain of this projection. */
    private Envelope boundsByDegrees(Envelope envelope, Crs from) {
        Crs degrees = of("CRS:84");
        return bounds(degrees.bounds(envelope, from), degrees);
    }

    /** Whether coordinates of the other CRS mean the same here, so that nothing needs to be transformed. */
    public boolean sameCoordinates(Crs other) {
        return equals(other) || projection.sameCoordinates(other.projection);
    }

    /** The GeoTools object, east-north order. */
    public CoordinateReferenceSystem geotools() {
        return projection.crs();
    }

    Projection projection() {
        return projection;
    }

    private Pipeline pipelineFrom(Crs from) {
        Pipeline known = pipelines.get(from);
        if (known != null) {
            return known;
        }
        Pipeline made = new Pipeline(from.projection, from.projection.datumShiftTo(projection), projection);
        if (pipelines.size() < MOST_CACHED) {
            pipelines.putIfAbsent(from, made);
        }
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Crs crs && crs.definition.equals(definition);
    }

    @Override
    public int hashCode() {
        return definition.hashCode();
    }

    @Override
    public String toString() {
        return definition;
    }
}
