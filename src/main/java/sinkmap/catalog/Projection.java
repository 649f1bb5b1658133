package sinkmap.catalog;

import java.util.Locale;
import java.util.regex.Pattern;
import javax.measure.Unit;
import org.geotools.api.parameter.ParameterNotFoundException;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.api.referencing.operation.Conversion;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.measure.Units;
import org.geotools.referencing.CRS;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.locationtech.jts.geom.Envelope;
import si.uom.NonSI;
import si.uom.SI;
import sinkmap.grid.SinkmapException;

/**
 * The way between a CRS and longitude and latitude on its datum, with the domain in which it holds.
 *
 * <p>The series of the transverse Mercator projection is good to 0.1 m at 15 degrees from the central meridian and to
 * some metres at 20 degrees; farther out it turns into nonsense without a sign of it, so that is where its domain ends.
 */
final class Projection {

    private static final double TRANSVERSE_MERCATOR_REACH_DEG = 20;
    /** Easting that 20 degrees of longitude reach on the equator of GRS 80, rounded up. */
    private static final double TRANSVERSE_MERCATOR_REACH_M = 2_300_000;

    private static final double METRES_PER_DEGREE = 6_378_137 * Math.PI / 180;

    /** Datums that agree with WGS 84 to a few centimetres at most, letters and digits only. */
    private static final Pattern WGS84_FAMILY = Pattern.compile(
            "d?(wgs(19)?84|worldgeodeticsystem1984|china2000|cgcs2000|chinageodeticcoordinatesystem2000|china(geodetic)?2000"
                    + "|itrf|internationalterrestrialreferenceframe).*");

    private final SingleCRS crs;
    private final MathTransform forward;
    private final MathTransform inverse;
    private final Envelope domain;
    private final double easting;
    private final double reach;
    private final boolean wgs84Family;

    Projection(SingleCRS crs) throws FactoryException {
        this.crs = crs;
        if (crs instanceof ProjectedCRS projected) {
            Conversion conversion = projected.getConversionFromBase();
            this.forward = conversion.getMathTransform();
            this.inverse = inverse(forward);
            boolean transverse = isTransverseMercator(conversion);
            double meridian = parameter(conversion, "central_meridian", NonSI.DEGREE_ANGLE);
            this.domain = domain(transverse, meridian);
            this.reach = transverse ? TRANSVERSE_MERCATOR_REACH_M / metresPerUnit() : Double.POSITIVE_INFINITY;
            this.easting = parameter(conversion, "false_easting", SI.METRE) / metresPerUnit();
        } else {
            this.forward = null;
            this.inverse = null;
            this.domain = new Envelope(-360, 360, -90, 90);
            this.reach = Double.POSITIVE_INFINITY;
            this.easting = 0;
        }
        this.wgs84Family = isWgs84Family(base().getDatum().getName().getCode());
        requireDegrees();
    }

    private void requireDegrees() {
        Unit<?> unit = base().getCoordinateSystem().getAxis(0).getUnit();
        if (!NonSI.DEGREE_ANGLE.isCompatible(unit)
                || Math.abs(Units.getConverterToAny(unit, NonSI.DEGREE_ANGLE).convert(1) - 1) > 1e-9) {
            throw new SinkmapException(crs.getName() + " is not measured in degrees, which is not supported");
        }
    }

    SingleCRS crs() {
        return crs;
    }

    boolean geographic() {
        return forward == null;
    }

    /** From degrees on the datum of this CRS to this CRS; null for a geographic CRS. */
    MathTransform forward() {
        return forward;
    }

    /** From this CRS to degrees on its datum; null for a geographic CRS. */
    MathTransform inverse() {
        return inverse;
    }

    /** The part of a longitude-latitude envelope that has an image; the envelope itself when it lies across the date line. */
    Envelope insideDomain(Envelope envelope) {
        Envelope inside = envelope.intersection(domain);
        return inside.isNull() ? envelope : inside;
    }

    /** Longitudes and latitudes that have an image, degrees. */
    Envelope domain() {
        return domain;
    }

    /** Whether a longitude and latitude have an image here. */
    boolean holds(double longitude, double latitude) {
        return Math.abs(latitude) <= domain.getMaxY()
                && (domain.contains(longitude, 0)
                        || domain.contains(longitude + 360, 0)
                        || domain.contains(longitude - 360, 0));
    }

    /** Whether an x in this CRS can be turned into a longitude. */
    boolean reaches(double x) {
        return Math.abs(x - easting) <= reach;
    }

    double metresPerUnit() {
        if (crs instanceof GeographicCRS) {
            return METRES_PER_DEGREE;
        }
        Unit<?> unit = crs.getCoordinateSystem().getAxis(0).getUnit();
        return Units.getConverterToAny(unit, SI.METRE).convert(1);
    }

    boolean sameCoordinates(Projection other) {
        return geographic() && other.geographic() && sameDatum(other);
    }

    /** From degrees on this datum to degrees on the other's; null when there is nothing to shift. */
    MathTransform datumShiftTo(Projection other) {
        if (sameDatum(other)) {
            return null;
        }
        try {
            MathTransform shift = CRS.findMathTransform(hub(), other.hub(), true);
            return shift.isIdentity() ? null : shift;
        } catch (FactoryException e) {
            throw new SinkmapException(
                    "there is no way from " + crs.getName() + " to " + other.crs.getName()
                            + "; transform the data with another program first",
                    e);
        }
    }

    private boolean sameDatum(Projection other) {
        return wgs84Family && other.wgs84Family
                || CRS.equalsIgnoreMetadata(base().getDatum(), other.base().getDatum());
    }

    private static boolean isWgs84Family(String datum) {
        return WGS84_FAMILY
                .matcher(datum.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .matches();
    }

    private GeographicCRS hub() {
        return wgs84Family ? DefaultGeographicCRS.WGS84 : base();
    }

    private GeographicCRS base() {
        return crs instanceof ProjectedCRS projected ? (GeographicCRS) projected.getBaseCRS() : (GeographicCRS) crs;
    }

    private static MathTransform inverse(MathTransform forward) throws FactoryException {
        try {
            return forward.inverse();
        } catch (NoninvertibleTransformException e) {
            throw new FactoryException("the projection has no inverse", e);
        }
    }

    private static boolean isTransverseMercator(Conversion conversion) {
        String method = conversion.getMethod().getName().getCode().toLowerCase(Locale.ROOT);
        return method.contains("transverse") || method.contains("gauss");
    }

    private static Envelope domain(boolean transverse, double meridian) {
        // Web Mercator and Mercator: a pole lies at infinity, and 89.9 degrees is beyond every map
        double latitude = 89.9;
        return transverse
                ? new Envelope(
                        meridian - TRANSVERSE_MERCATOR_REACH_DEG,
                        meridian + TRANSVERSE_MERCATOR_REACH_DEG,
                        -latitude,
                        latitude)
                : new Envelope(-180.0000001, 180.0000001, -latitude, latitude);
    }

    private static double parameter(Conversion conversion, String name, Unit<?> unit) {
        ParameterValueGroup values = conversion.getParameterValues();
        try {
            return values.parameter(name).doubleValue(unit);
        } catch (ParameterNotFoundException e) {
            return 0;
        }
    }
}
