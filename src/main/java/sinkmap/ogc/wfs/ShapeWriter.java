package sinkmap.ogc.wfs;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import sinkmap.catalog.GeometryType;
import sinkmap.ogc.OwsException;

/**
 * Writes the geometries of a shapefile with their index, one after another (ESRI Shapefile Technical Description, 1998). Outer
 * rings run clockwise, inner ones counterclockwise; what has no geometry is a null shape.
 */
final class ShapeWriter implements AutoCloseable {

    private static final int HEADER = 100;
    private static final int MAGIC = 9994;
    private static final int VERSION = 1000;
    /** Lengths are counted in 16-bit words in a signed 32-bit number; most readers stop at half of that. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private final Path shapes;
    private final Path index;
    private final int type;
    private final DataOutputStream shp;
    private final DataOutputStream shx;
    private final Envelope bounds = new Envelope();
    private long size = HEADER;
    private int records;

    ShapeWriter(Path shapes, Path index, GeometryType type) throws IOException {
        this.shapes = shapes;
        this.index = index;
        this.type = switch (type) {
            case POINT -> 1;
            case LINE -> 3;
            case POLYGON -> 5;
        };
        this.shp = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(shapes), 1 << 16));
        this.shx = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(index), 1 << 14));
        shp.write(new byte[HEADER]);
        shx.write(new byte[HEADER]);
    }

    /** Adds a geometry in x, y order; null for none. */
    void add(Geometry geometry) throws IOException {
        ByteBuffer content = content(geometry);
        shx.writeInt((int) (size / 2));
        shx.writeInt(content.capacity() / 2);
        shp.writeInt(++records);
        shp.writeInt(content.capacity() / 2);
        shp.write(content.array());
        size += 8 + content.capacity();
        if (size > MOST_BYTES) {
            throw OwsException.invalid(
                    "OUTPUTFORMAT", "a shapefile holds at most 2 GB; ask for fewer features or for a GeoPackage");
        }
    }

    private ByteBuffer content(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return little(4).putInt(0);
        }
        bounds.expandToInclude(geometry.getEnvelopeInternal());
        if (type == 1) {
            return little(20).putInt(type).putDouble(geometry.getCoordinate().x).putDouble(geometry.getCoordinate().y);
        }
        List<CoordinateSequence> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            lines(geometry.getGeometryN(i), lines);
        }
        int points = lines.stream().mapToInt(CoordinateSequence::size).sum();
        ByteBuffer content = little(44 + 4 * lines.size() + 16 * points).putInt(type);
        box(content, geometry.getEnvelopeInternal());
        content.putInt(lines.size()).putInt(points);
        int first = 0;
        for (CoordinateSequence line : lines) {
            content.putInt(first);
            first += line.size();
        }
        for (CoordinateSequence line : lines) {
            for (int i = 0; i < line.size(); i++) {
                content.putDouble(line.getX(i)).putDouble(line.getY(i));
            }
        }
        return content;
    }

    private static void lines(Geometry part, List<CoordinateSequence> lines) {
        if (part instanceof Polygon polygon) {
            lines.add(ring(polygon.getExteriorRing(), false));
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                lines.add(ring(polygon.getInteriorRingN(i), true));
            }
        } else {
            lines.add(((LineString) part).getCoordinateSequence());
        }
    }

    private static CoordinateSequence ring(LinearRing ring, boolean counterclockwise) {
        boolean turned = Orientation.isCCW(ring.getCoordinateSequence()) != counterclockwise;
        return (turned ? ring.reverse() : ring).getCoordinateSequence();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void box(ByteBuffer to, Envelope e) {
        to.putDouble(e.getMinX()).putDouble(e.getMinY()).putDouble(e.getMaxX()).putDouble(e.getMaxY());
    }

    /** Completes both files. */
    @Override
    public void close() throws IOException {
        shp.close();
        shx.close();
        header(shapes, size);
        header(index, HEADER + 8L * records);
    }

    private void header(Path file, long bytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.putInt(0, MAGIC).putInt(24, (int) (bytes / 2));
        header.order(ByteOrder.LITTLE_ENDIAN)
                .putInt(28, VERSION)
                .putInt(32, type)
                .position(36);
        box(header, bounds.isNull() ? new Envelope(0, 0, 0, 0) : bounds);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(header.array());
        }
    }
}
