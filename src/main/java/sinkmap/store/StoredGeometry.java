package sinkmap.store;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.locationtech.jts.geom.util.GeometryTransformer;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.GeometryType;
import sinkmap.grid.SinkmapException;

/** Geometries as a layer's column holds them: two dimensions, its SRID, multi-geometries for lines and polygons. */
final class StoredGeometry {

    private final GeometryType type;
    private final GeometryFactory factory;

    StoredGeometry(FeatureLayer layer) {
        this.type = layer.geometryType();
        this.factory = new GeometryFactory(new PrecisionModel(), Tables.srid(layer));
    }

    /** The geometry to store, null for none or an empty one. What was handed in stays as it is. */
    Geometry of(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return null;
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            parts.add(flat(geometry.getGeometryN(i)));
        }
        try {
            return switch (type) {
                case POINT -> point(parts);
                case LINE -> factory.createMultiLineString(parts.toArray(LineString[]::new));
                case POLYGON -> factory.createMultiPolygon(parts.toArray(Polygon[]::new));
            };
        } catch (ArrayStoreException e) {
            throw wrongType(geometry);
        }
    }

    private Geometry point(List<Geometry> parts) {
        if (parts.size() != 1 || !(parts.get(0) instanceof Point point)) {
            throw wrongType(parts.get(0));
        }
        return factory.createPoint(point.getCoordinateSequence());
    }

    private SinkmapException wrongType(Geometry geometry) {
        return new SinkmapException("the layer holds "
                + switch (type) {
                    case POINT -> "single points";
                    case LINE -> "lines";
                    case POLYGON -> "polygons";
                }
                + ", not " + geometry.getGeometryType());
    }

    private static Geometry flat(Geometry part) {
        Coordinate first = part.getCoordinate();
        if (first == null || Double.isNaN(first.getZ()) && Double.isNaN(first.getM())) {
            return part;
        }
        return new GeometryTransformer() {
            @Override
            protected CoordinateSequence transformCoordinates(CoordinateSequence sequence, Geometry parent) {
                var flat = new CoordinateArraySequence(sequence.size(), 2);
                for (int i = 0; i < sequence.size(); i++) {
                    flat.setOrdinate(i, 0, sequence.getX(i));
                    flat.setOrdinate(i, 1, sequence.getY(i));
                }
                return flat;
            }
        }.transform(part);
    }
}
