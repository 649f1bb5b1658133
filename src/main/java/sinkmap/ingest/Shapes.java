package sinkmap.ingest;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import sinkmap.catalog.GeometryType;

/** Brings geometries into the one form that a layer stores: point, multi-line or multi-polygon. */
final class Shapes {

    private final GeometryFactory factory = new GeometryFactory();
    private final GeometryType type;

    Shapes(GeometryType type) {
        this.type = type;
    }

    /** The geometry as the layer stores it; null when its type does not fit. */
    Geometry fit(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        collect(geometry, parts);
        boolean fits = !parts.isEmpty() && parts.stream().allMatch(this::isPart);
        if (!fits) {
            return null;
        }
        return switch (type) {
            case POINT -> parts.size() == 1 ? parts.get(0) : null;
            case LINE -> factory.createMultiLineString(parts.toArray(LineString[]::new));
            case POLYGON -> factory.createMultiPolygon(parts.toArray(Polygon[]::new));
        };
    }

    /** The parts of a repaired geometry that the layer can store; null when there are none. */
    Geometry fitParts(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        collect(geometry, parts);
        parts.removeIf(part -> !isPart(part));
        return parts.isEmpty() ? null : fit(factory.buildGeometry(parts));
    }

    /** A point inside an area, for layers of points whose features a file draws as areas. */
    Geometry pointInside(Geometry geometry) {
        return type == GeometryType.POINT && geometry instanceof Polygonal ? geometry.getInteriorPoint() : null;
    }

    private boolean isPart(Geometry part) {
        return switch (type) {
            case POINT -> part instanceof Point;
            case LINE -> part instanceof LineString;
            case POLYGON -> part instanceof Polygon;
        };
    }

    private static void collect(Geometry geometry, List<Geometry> parts) {
        if (geometry instanceof GeometryCollection collection) {
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                collect(collection.getGeometryN(i), parts);
            }
        } else if (!geometry.isEmpty()) {
            parts.add(geometry);
        }
    }
}
