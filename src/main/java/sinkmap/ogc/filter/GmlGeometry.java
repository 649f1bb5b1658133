package sinkmap.ogc.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.Crs;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.XmlElement;

/**
 * Reads geometries of GML 2, 3.1 and 3.2 as they stand in filters: envelopes, points, lines, polygons and collections of
 * them. The axis order follows the {@code srsName} of the outermost element.
 */
public final class GmlGeometry {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private final CrsAxes source;

    private GmlGeometry(CrsAxes source) {
        this.source = source;
    }

    /** The geometry in {@code target}, x = east. */
    static Geometry read(XmlElement e, Crs target, CrsAxes fallback) {
        CrsAxes source = srsName(e).map(CrsAxes::of).orElse(fallback);
        return target.transform(new GmlGeometry(source).geometry(e), source.crs());
    }

    /** The first {@code srsName} on the way into a geometry: clients write it on the whole or on its parts. */
    public static Optional<String> srsName(XmlElement e) {
        return e.findAttribute("srsName")
                .or(() -> e.children().stream().findFirst().flatMap(GmlGeometry::srsName));
    }

    /** The geometry with coordinates x = east in the CRS in which it is written. */
    public static Geometry drawn(XmlElement e, CrsAxes source) {
        return new GmlGeometry(source).geometry(e);
    }

    private Geometry geometry(XmlElement e) {
        return switch (e.name()) {
            case "Envelope", "Box" -> GEOMETRIES.toGeometry(source.envelope(corners(e)));
            case "Point" -> GEOMETRIES.createPoint(coordinates(e).get(0));
            case "LineString", "LineStringSegment" -> GEOMETRIES.createLineString(array(coordinates(e)));
            case "Curve" -> geometry(only(child(e, "segments")));
            case "LinearRing" -> ring(e);
            case "Polygon", "PolygonPatch" -> polygon(e);
            case "Surface" -> geometry(only(child(e, "patches")));
            case "MultiPoint", "MultiLineString", "MultiCurve", "MultiPolygon", "MultiSurface", "MultiGeometry" ->
                GEOMETRIES.buildGeometry(members(e));
            default -> throw FilterXml.fault(e, "is not a geometry that filters may hold");
        };
    }

    private List<Geometry> members(XmlElement e) {
        List<Geometry> members = e.children().stream()
                .flatMap(member -> member.children().stream())
                .map(this::geometry)
                .toList();
        if (members.isEmpty()) {
            throw FilterXml.fault(e, "is empty");
        }
        return members;
    }

    private Polygon polygon(XmlElement e) {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (XmlElement boundary : e.children()) {
            LinearRing ring = ring(only(boundary));
            if (boundary.name().equals("exterior") || boundary.name().equals("outerBoundaryIs")) {
                shell = ring;
            } else {
                holes.add(ring);
            }
        }
        if (shell == null) {
            throw FilterXml.fault(e, "has no outer ring");
        }
        return GEOMETRIES.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private LinearRing ring(XmlElement e) {
        try {
            return GEOMETRIES.createLinearRing(array(coordinates(e)));
        } catch (IllegalArgumentException problem) {
            throw FilterXml.fault(e, "is no closed ring of at least four points");
        }
    }

    private double[] corners(XmlElement e) {
        if (e.findChild("lowerCorner").isPresent()) {
            double[] lower = numbers(child(e, "lowerCorner"));
            double[] upper = numbers(child(e, "upperCorner"));
            if (lower.length != 2 || upper.length != 2) {
                throw FilterXml.fault(e, "must have corners of two numbers");
            }
            return new double[] {lower[0], lower[1], upper[0], upper[1]};
        }
        List<double[]> pairs = pairs(e);
        if (pairs.size() != 2) {
            throw FilterXml.fault(e, "must have two corners");
        }
        return new double[] {pairs.get(0)[0], pairs.get(0)[1], pairs.get(1)[0], pairs.get(1)[1]};
    }

    private List<Coordinate> coordinates(XmlElement e) {
        List<Coordinate> coordinates = new ArrayList<>();
        for (double[] pair : pairs(e)) {
            coordinates.add(source.northFirst() ? new Coordinate(pair[1], pair[0]) : new Coordinate(pair[0], pair[1]));
        }
        if (coordinates.isEmpty()) {
            throw FilterXml.fault(e, "has no coordinates");
        }
        return coordinates;
    }

    /** Positions as written; of heights nothing is kept. */
    private static List<double[]> pairs(XmlElement e) {
        List<double[]> pairs = new ArrayList<>();
        for (XmlElement part : e.children()) {
            switch (part.name()) {
                case "pos", "posList" -> positions(numbers(part), dimension(part, e), part, pairs);
                case "coordinates" -> coordinates(part, pairs);
                case "coord" -> pairs.add(new double[] {numbers(child(part, "X"))[0], numbers(child(part, "Y"))[0]});
                case "pointMember", "pointProperty" -> pairs.addAll(pairs(only(part)));
                default -> throw FilterXml.fault(part, "is not expected here");
            }
        }
        return pairs;
    }

    private static int dimension(XmlElement part, XmlElement parent) {
        int fallback = part.name().equals("pos") && numbers(part).length == 3 ? 3 : 2;
        return part.findAttribute("srsDimension")
                .or(() -> parent.findAttribute("srsDimension"))
                .map(text -> text.equals("3") ? 3 : 2)
                .orElse(fallback);
    }

    private static void positions(double[] numbers, int dimension, XmlElement part, List<double[]> pairs) {
        if (numbers.length % dimension != 0) {
            throw FilterXml.fault(part, "must hold " + (dimension == 2 ? "pairs" : "triples") + " of numbers");
        }
        for (int i = 0; i < numbers.length; i += dimension) {
            pairs.add(new double[] {numbers[i], numbers[i + 1]});
        }
    }

    /** GML 2: numbers of a position between {@code cs}, positions between {@code ts}, by default comma and blank. */
    private static void coordinates(XmlElement e, List<double[]> pairs) {
        String between = e.attributes().getOrDefault("cs", ",");
        String tuples = e.attributes().getOrDefault("ts", " ");
        String[] positions = tuples.isBlank()
                ? e.text().split("(?<!,)\\s+(?=[^,\\s])")
                : e.text().split(java.util.regex.Pattern.quote(tuples));
        for (String position : positions) {
            double[] numbers = numbers(position.split(java.util.regex.Pattern.quote(between)), e);
            if (numbers.length != 2 && numbers.length != 3) {
                throw FilterXml.fault(e, "must hold pairs of numbers");
            }
            pairs.add(new double[] {numbers[0], numbers[1]});
        }
    }

    private static double[] numbers(XmlElement e) {
        return numbers(e.text().split("[\\s,]+"), e);
    }

    private static double[] numbers(String[] parts, XmlElement e) {
        try {
            double[] numbers = Arrays.stream(parts)
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (numbers.length > 0 && Arrays.stream(numbers).allMatch(Double::isFinite)) {
                return numbers;
            }
        } catch (NumberFormatException problem) {
            // said below
        }
        throw FilterXml.fault(e, "must hold finite numbers");
    }

    private static Coordinate[] array(List<Coordinate> coordinates) {
        return coordinates.toArray(Coordinate[]::new);
    }

    private static XmlElement child(XmlElement e, String name) {
        return e.findChild(name).orElseThrow(() -> FilterXml.fault(e, "lacks " + name));
    }

    private static XmlElement only(XmlElement e) {
        if (e.children().size() != 1) {
            throw FilterXml.fault(e, "must hold one element");
        }
        return e.children().get(0);
    }
}
