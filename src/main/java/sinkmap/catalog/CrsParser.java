package sinkmap.catalog;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.crs.SingleCRS;
import org.geotools.referencing.CRS;
import org.geotools.referencing.CRS.AxisOrder;
import org.geotools.referencing.operation.projection.MapProjection;
import sinkmap.grid.SinkmapException;

/** Makes CRSs from codes and WKT 1. */
final class CrsParser {

    private static final Pattern CODE = Pattern.compile("(EPSG|CRS):([0-9]{1,7})", Pattern.CASE_INSENSITIVE);
    private static final Pattern WKT = Pattern.compile("[A-Z_0-9]+\\s*[\\[(].*", Pattern.DOTALL);
    private static final Pattern AXIS =
            Pattern.compile(",\\s*AXIS\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*(\\w+)\\s*\\]", Pattern.CASE_INSENSITIVE);
    private static final String ADVICE =
            "; write an EPSG code such as EPSG:4490, CRS:84, or a WKT 1 definition that begins with PROJCS or GEOGCS";

    static {
        // our own domains are narrower than GeoTools' sanity checks, which log or throw
        MapProjection.SKIP_SANITY_CHECKS = true;
    }

    private CrsParser() {}

    static Crs parse(String definition) {
        try {
            Matcher code = CODE.matcher(definition);
            if (code.matches()) {
                return fromCode(definition, code.group(1).toUpperCase(Locale.ROOT), code.group(2));
            }
            if (WKT.matcher(definition).matches()) {
                return fromWkt(definition);
            }
        } catch (FactoryException | IllegalArgumentException e) {
            String reason = e.getMessage() == null ? "" : " (" + e.getMessage() + ")";
            throw new SinkmapException(
                    "the coordinate reference system '" + shorten(definition) + "' cannot be understood" + reason
                            + ADVICE,
                    e);
        }
        String meant = definition.matches("[0-9]{4,6}") ? "; did you mean 'EPSG:" + definition + "'?" : ADVICE;
        throw new SinkmapException("unknown coordinate reference system '" + shorten(definition) + "'" + meant);
    }

    /** Code or WKT of a GeoTools object. */
    static String definition(CoordinateReferenceSystem geotools) {
        SingleCRS horizontal = CRS.getHorizontalCRS(geotools);
        if (horizontal == null) {
            throw new SinkmapException("the coordinate reference system " + geotools.getName()
                    + " has no horizontal part; give the data a map projection or longitude and latitude");
        }
        for (ReferenceIdentifier identifier : horizontal.getIdentifiers()) {
            String code = identifier.getCodeSpace() + ":" + identifier.getCode();
            if (CODE.matcher(code).matches()) {
                return code;
            }
        }
        return horizontal.toWKT();
    }

    private static Crs fromCode(String definition, String authority, String number) throws FactoryException {
        String code = authority + ":" + number;
        SingleCRS crs = twoDimensional(definition, CRS.decode(code, true));
        boolean northFirst = CRS.getAxisOrder(CRS.decode(code, false)) == AxisOrder.NORTH_EAST;
        int srid = authority.equals("EPSG") ? Integer.parseInt(number) : 4326;
        return new Crs(code, srid, northFirst, new Projection(crs));
    }

    private static Crs fromWkt(String wkt) throws FactoryException {
        Matcher axis = AXIS.matcher(wkt);
        boolean northFirst = false;
        for (int i = 0; axis.find(); i++) {
            String direction = axis.group(1).toUpperCase(Locale.ROOT);
            if (!direction.equals("EAST") && !direction.equals("NORTH")) {
                throw new SinkmapException(
                        "axes towards " + direction + " are not supported in '" + shorten(wkt) + "'" + ADVICE);
            }
            // a projection's own axes stand after those of its base
            northFirst = i % 2 == 0 ? direction.equals("NORTH") : northFirst;
        }
        // without axes WKT 1 means east, north
        CoordinateReferenceSystem crs = CRS.parseWKT(axis.replaceAll(""));
        return new Crs(wkt, 0, northFirst, new Projection(twoDimensional(wkt, crs)));
    }

    private static SingleCRS twoDimensional(String definition, CoordinateReferenceSystem crs) {
        boolean supported = (crs instanceof GeographicCRS || crs instanceof ProjectedCRS)
                && CRS.getAxisOrder(crs) == AxisOrder.EAST_NORTH
                && crs.getCoordinateSystem().getDimension() == 2;
        if (!supported) {
            throw new SinkmapException("the coordinate reference system '" + shorten(definition)
                    + "' is neither a map projection nor longitude and latitude" + ADVICE);
        }
        return (SingleCRS) crs;
    }

    private static String shorten(String definition) {
        return definition.length() <= 80 ? definition : definition.substring(0, 77) + "...";
    }
}
