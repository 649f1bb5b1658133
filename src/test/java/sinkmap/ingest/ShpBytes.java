package sinkmap.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The bytes of a .shp file of lines or polygons, after the ESRI Shapefile Technical Description. */
final class ShpBytes {

    private static final int LINES = 3;
    private static final int POLYGONS = 5;

    private ShpBytes() {}

    static byte[] of(List<Geometry> shapes) {
        int type = shapes.get(0).getDimension() == 1 ? LINES : POLYGONS;
        List<byte[]> records =
                shapes.stream().map(shape -> content(shape, type)).toList();
        int size =
                100 + records.stream().mapToInt(content -> 8 + content.length).sum();
        ByteBuffer file = ByteBuffer.allocate(size);
        file.putInt(0, 9994).putInt(24, size / 2);
        file.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
        file.order(ByteOrder.BIG_ENDIAN).position(100);
        for (int i = 0; i < records.size(); i++) {
            file.putInt(i + 1).putInt(records.get(i).length / 2).put(records.get(i));
        }
        return file.array();
    }

    private static byte[] content(Geometry shape, int type) {
        List<Coordinate[]> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                parts.add(turned(polygon.getExteriorRing(), true));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    parts.add(turned(polygon.getInteriorRingN(hole), false));
                }
            } else {
                parts.add(((LineString) shape.getGeometryN(i)).getCoordinates());
            }
        }
        int points = parts.stream().mapToInt(part -> part.length).sum();
        ByteBuffer content =
                ByteBuffer.allocate(44 + 4 * parts.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        content.putInt(type).position(36);
        content.putInt(parts.size()).putInt(points);
        int start = 0;
        for (Coordinate[] part : parts) {
            content.putInt(start);
            start += part.length;
        }
        for (Coordinate[] part : parts) {
            for (Coordinate c : part) {
                content.putDouble(c.x).putDouble(c.y);
            }
        }
        return content.array();
    }

    private static Coordinate[] turned(LinearRing ring, boolean clockwise) {
        return Orientation.isCCW(ring.getCoordinates()) == clockwise
                ? ring.reverse().getCoordinates()
                : ring.getCoordinates();
    }
}
