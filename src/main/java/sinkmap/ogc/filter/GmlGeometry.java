package sinkmap.ogc.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        CrsAxes source = e.findAttribute("srsName").map(CrsAxes::of).orElse(fallback);
        return target.transform(new GmlGeometry(source).geometry(e), source.crs());
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

    private static List<double[]> pairs(XmlElement e) {
        List<double[]> pairs = new ArrayList<>();
        for (XmlElement part : e.children()) {
            switch (part.name()) {
                case "pos", "posList", "coordinates" -> {
                    double[] numbers = numbers(part);
                    if (numbers.length == 0 || numbers.length % 2 != 0) {
                        throw FilterXml.fault(part, "must hold pairs of numbers");
                    }
                    for (int i = 0; i < numbers.length; i += 2) {
                        pairs.add(new double[] {numbers[i], numbers[i + 1]});
                    }
                }
                case "coord" -> pairs.add(new double[] {numbers(child(part, "X"))[0], numbers(child(part, "Y"))[0]});
                default -> throw FilterXml.fault(part, "is not expected here");
            }
        }
        return pairs;
    }

    private static double[] numbers(XmlElement e) {
        try {
            double[] numbers = Arrays.stream(e.text().split("[\\s,]+"))
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
