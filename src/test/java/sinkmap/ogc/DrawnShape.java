package sinkmap.ogc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.Crs;

/** A random geometry within 117.5 to 120.5 E and 36.2 to 38.8 N, as clients write and read it. Coordinates here: longitude, latitude. */
public final class DrawnShape {

    /** Kinds of geometry, with the layers of the conformance region that hold them. */
    public enum Kind {
        POINT("mooring"),
        LINE("channel"),
        LINES("channel"),
        POLYGON_WITH_HOLE("pond"),
        POLYGONS("pond");

        public final String layer;

        Kind(String layer) {
            this.layer = layer;
        }
    }

    /** A CRS as a client may write it, and whether that means north first (EPSG dataset and OGC rules, by hand). */
    public record Notation(String text, int code, boolean northFirst) {}

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final int[] NORTH_FIRST = {4326, 4490, 4526, 4527, 4528, 4529, 4530, 4547, 4548, 4549, 4550, 4551};
    private static final int[] EAST_FIRST = {3857, 32650, 32651};

    private final Geometry shape;

    private DrawnShape(Geometry shape) {
        this.shape = shape;
    }

    /** Every CRS of the list in every notation. */
    public static List<Notation> notations() {
        List<Notation> all = new ArrayList<>();
        IntStream.concat(Arrays.stream(NORTH_FIRST), Arrays.stream(EAST_FIRST)).forEach(code -> {
            boolean north = Arrays.binarySearch(NORTH_FIRST, code) >= 0;
            all.add(new Notation("EPSG:" + code, code, false));
            all.add(new Notation("http://www.opengis.net/gml/srs/epsg.xml#" + code, code, false));
            all.add(new Notation("urn:ogc:def:crs:EPSG::" + code, code, north));
            all.add(new Notation("http://www.opengis.net/def/crs/EPSG/0/" + code, code, north));
        });
        all.add(new Notation("CRS:84", 4326, false));
        all.add(new Notation("urn:ogc:def:crs:OGC:1.3:CRS84", 4326, false));
        all.add(new Notation("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, false));
        return all;
    }

    /** A shape of a kind; the same seed gives the same shape. */
    public static DrawnShape random(Kind kind, long seed) {
        Random random = new Random(seed);
        double lon = 117.6 + 2.4 * random.nextDouble();
        double lat = 36.3 + 2.1 * random.nextDouble();
        return new DrawnShape(
                switch (kind) {
                    case POINT -> GEOMETRIES.createPoint(new Coordinate(lon, lat));
                    case LINE -> line(lon, lat, random);
                    case LINES ->
                        GEOMETRIES.createMultiLineString(
                                new LineString[] {line(lon, lat, random), line(lon + 0.15, lat + 0.1, random)});
                    case POLYGON_WITH_HOLE -> polygon(lon, lat, random);
                    case POLYGONS ->
                        GEOMETRIES.createMultiPolygon(
                                new Polygon[] {polygon(lon, lat, random), polygon(lon + 0.2, lat + 0.1, random)});
                });
    }

    private static LineString line(double lon, double lat, Random random) {
        Coordinate[] points = new Coordinate[3 + random.nextInt(5)];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(lon + 0.01 * i, lat + 0.05 * random.nextDouble());
        }
        return GEOMETRIES.createLineString(points);
    }

    /** A star-shaped ring about a place, counterclockwise, and a hole well within it, clockwise, as GeoJSON wants them. */
    private static Polygon polygon(double lon, double lat, Random random) {
        return GEOMETRIES.createPolygon(
                ring(lon, lat, 0.05, 0.08, 5 + random.nextInt(6), random),
                new LinearRing[] {ring(lon, lat, 0.01, 0.02, 4, random).reverse()});
    }

    private static LinearRing ring(double lon, double lat, double least, double most, int corners, Random random) {
        Coordinate[] points = new Coordinate[corners + 1];
        for (int i = 0; i < corners; i++) {
            double radius = least + (most - least) * random.nextDouble();
            double angle = 2 * Math.PI * i / corners;
            points[i] = new Coordinate(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
        }
        points[corners] = points[0].copy();
        return GEOMETRIES.createLinearRing(points);
    }

    /** The shape, farther east. */
    public DrawnShape moved(double degrees) {
        Geometry copy = shape.copy();
        copy.apply((org.locationtech.jts.geom.CoordinateFilter) c -> c.x += degrees);
        return new DrawnShape(copy);
    }

    /** Positions in document order, in the order of a notation. */
    public List<double[]> positions(Notation notation) {
        return Arrays.stream(in(notation).getCoordinates())
                .map(c -> notation.northFirst ? new double[] {c.y, c.x} : new double[] {c.x, c.y})
                .toList();
    }

    private Geometry in(Notation notation) {
        return Crs.of("EPSG:" + notation.code).transform(shape, Crs.of("EPSG:4326"));
    }

    /** A box around it by four numbers in the order of a notation, parted by commas. */
    public String box(Notation notation) {
        var bounds = in(notation).getEnvelopeInternal();
        bounds.expandBy(Crs.of("EPSG:" + notation.code).geographic() ? 1e-4 : 10);
        double[] corners = {bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY()};
        int[] order = notation.northFirst ? new int[] {1, 0, 3, 2} : new int[] {0, 1, 2, 3};
        return Arrays.stream(order).mapToObj(i -> plain(corners[i])).collect(Collectors.joining(","));
    }

    /** GML 2 with coordinates, or GML 3 with positions. */
    public String gml(Notation notation, boolean old) {
        return gml(in(notation), " srsName='" + notation.text + "'", notation.northFirst, old);
    }

    private static String gml(Geometry g, String srs, boolean northFirst, boolean old) {
        if (g instanceof Point) {
            return tag("Point", srs, numbers(g, northFirst, old, "pos"));
        }
        if (g instanceof LineString) {
            return tag("LineString", srs, numbers(g, northFirst, old, "posList"));
        }
        if (g instanceof Polygon polygon) {
            StringBuilder rings = new StringBuilder();
            for (int i = -1; i < polygon.getNumInteriorRing(); i++) {
                LineString ring = i < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i);
                String boundary = old ? i < 0 ? "outerBoundaryIs" : "innerBoundaryIs" : i < 0 ? "exterior" : "interior";
                rings.append(tag(boundary, "", tag("LinearRing", "", numbers(ring, northFirst, old, "posList"))));
            }
            return tag("Polygon", srs, rings.toString());
        }
        boolean lines = g instanceof MultiLineString;
        String whole = old ? lines ? "MultiLineString" : "MultiPolygon" : lines ? "MultiCurve" : "MultiSurface";
        String member = old ? lines ? "lineStringMember" : "polygonMember" : lines ? "curveMember" : "surfaceMember";
        StringBuilder parts = new StringBuilder();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            parts.append(tag(member, "", gml(g.getGeometryN(i), "", northFirst, old)));
        }
        return tag(whole, srs, parts.toString());
    }

    private static String tag(String name, String attributes, String content) {
        return "<gml:" + name + attributes + ">" + content + "</gml:" + name + ">";
    }

    private static String numbers(Geometry g, boolean northFirst, boolean old, String element) {
        String text = Arrays.stream(g.getCoordinates())
                .map(c -> northFirst ? new double[] {c.y, c.x} : new double[] {c.x, c.y})
                .map(c -> plain(c[0]) + (old ? "," : " ") + plain(c[1]))
                .collect(Collectors.joining(" "));
        return tag(old ? "coordinates" : element, "", text);
    }

    /** GeoJSON geometry in the order of a notation. */
    public String geoJson(Notation notation) {
        Geometry g = in(notation);
        String type = g.getGeometryType();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < g.getNumGeometries(); i++) {
            parts.add(array(g.getGeometryN(i), notation.northFirst));
        }
        String coordinates = type.startsWith("Multi") ? "[" + String.join(",", parts) + "]" : parts.get(0);
        return "{\"type\":\"" + type + "\",\"coordinates\":" + coordinates + "}";
    }

    private static String array(Geometry g, boolean northFirst) {
        if (g instanceof Polygon polygon) {
            StringBuilder rings = new StringBuilder(array(polygon.getExteriorRing(), northFirst));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                rings.append(',').append(array(polygon.getInteriorRingN(i), northFirst));
            }
            return "[" + rings + "]";
        }
        String points = Arrays.stream(g.getCoordinates())
                .map(c -> northFirst
                        ? "[" + plain(c.y) + "," + plain(c.x) + "]"
                        : "[" + plain(c.x) + "," + plain(c.y) + "]")
                .collect(Collectors.joining(","));
        return g instanceof Point ? points : "[" + points + "]";
    }

    /** The box around it as text for filters in CQL2, in the order of a notation. */
    public String boxText(Notation notation) {
        String[] n = box(notation).split(",");
        return "POLYGON ((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted((Object[]) n);
    }

    /** Positions that stand in the geometries of a GML document, in document order. */
    public static List<double[]> positionsOf(String gml) {
        List<double[]> positions = new ArrayList<>();
        Matcher lists =
                Pattern.compile("<gml:(pos|posList|coordinates)[^>]*>([^<]*)<").matcher(gml);
        while (lists.find()) {
            String[] numbers = lists.group(2).strip().split("[\\s,]+");
            for (int i = 0; i < numbers.length; i += 2) {
                positions.add(new double[] {Double.parseDouble(numbers[i]), Double.parseDouble(numbers[i + 1])});
            }
        }
        return positions;
    }

    /** How far apart two lists of positions are at most, in units of the CRS; infinite when their numbers differ. */
    public static double apart(List<double[]> a, List<double[]> b) {
        if (a.size() != b.size()) {
            return Double.POSITIVE_INFINITY;
        }
        double most = 0;
        for (int i = 0; i < a.size(); i++) {
            most = Math.max(most, Math.hypot(a.get(i)[0] - b.get(i)[0], a.get(i)[1] - b.get(i)[1]));
        }
        return most;
    }

    /** A centimetre, in units of a CRS. */
    public static double centimetre(Notation notation) {
        return Crs.of("EPSG:" + notation.code).geographic() ? 0.01 / 111_000 : 0.01;
    }

    private static String plain(double number) {
        return String.format(Locale.ROOT, "%.9f", number);
    }
}
