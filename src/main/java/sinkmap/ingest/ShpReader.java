package sinkmap.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * Reads the geometries of a .shp file one after another (ESRI Shapefile Technical Description, July 1998). Heights and
 * measures are left out.
 */
final class ShpReader implements AutoCloseable {

    private static final int HEADER = 100;
    private static final int VERSION = 1000;

    private final String file;
    private final int maxVertices;
    private final long size;
    private final CountingStream bytes;
    private final InputStream in;
    private final GeometryFactory factory = new GeometryFactory();
    private final Rings rings = new Rings(factory);
    private long position;
    private int number;
    private boolean heights;
    private String mended;

    /** A record whose content is not what its type asks. */
    static final class Fault extends Exception {

        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    ShpReader(Path path, String file, int maxVertices) throws IOException {
        this.file = file;
        this.maxVertices = maxVertices;
        bytes = new CountingStream(Files.newInputStream(path));
        in = new BufferedInputStream(bytes, 1 << 16);
        try {
            ByteBuffer header = ByteBuffer.wrap(exactly(HEADER));
            size = 2L * header.getInt(24);
            if (header.order(ByteOrder.LITTLE_ENDIAN).getInt(28) != VERSION) {
                throw new IngestException(file + " is damaged: it does not have the header of a shapefile");
            }
            long actual = Files.size(path);
            if (actual < size) {
                throw new IngestException(
                        file + " is cut off: it has " + actual + " bytes where its header says " + size);
            }
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    double share() {
        return (double) bytes.count() / size;
    }

    /** Number of the record read last, from 1. */
    int number() {
        return number;
    }

    boolean heights() {
        return heights;
    }

    String mended() {
        return mended;
    }

    boolean atEnd() {
        return position + 8 >= size;
    }

    /** The next geometry; null for a null shape. */
    Geometry next() throws IOException, Fault {
        ByteBuffer head = ByteBuffer.wrap(exactly(8));
        number++;
        long length = 2L * head.getInt(4);
        if (length < 4 || length > size - position) {
            throw new IngestException(file + " is damaged: record " + number + " claims " + length + " bytes");
        }
        if (length > 64L * maxVertices + 1000) {
            throw tooLarge();
        }
        ByteBuffer record = ByteBuffer.wrap(exactly((int) length)).order(ByteOrder.LITTLE_ENDIAN);
        mended = null;
        int type = record.getInt();
        heights = type > 10 && type < 20;
        try {
            return geometry(type, record);
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new Fault("the record is shorter than its number of points asks");
        }
    }

    private Geometry geometry(int type, ByteBuffer record) throws Fault {
        return switch (type) {
            case 0 -> null;
            case 1, 11, 21 -> factory.createPoint(xy(record));
            case 8, 18, 28 -> {
                record.position(36);
                yield factory.createMultiPointFromCoords(coordinates(record, count(record)));
            }
            case 3, 13, 23 -> lines(parts(record));
            case 5, 15, 25 -> polygon(parts(record));
            default -> throw new Fault("shapes of type " + type + " are not read (31 is a 3D multipatch)");
        };
    }

    private Geometry lines(List<Coordinate[]> parts) {
        LineString[] lines = parts.stream()
                .filter(part -> part.length > 1)
                .map(factory::createLineString)
                .toArray(LineString[]::new);
        return lines.length == 1 ? lines[0] : factory.createMultiLineString(lines);
    }

    private Geometry polygon(List<Coordinate[]> parts) {
        List<Coordinate[]> closed = new ArrayList<>();
        for (Coordinate[] part : parts) {
            Coordinate[] ring = part;
            if (part.length > 2 && !part[0].equals2D(part[part.length - 1])) {
                ring = Rings.close(part);
                mended = "a ring was not closed";
            }
            if (ring.length >= 4) {
                closed.add(ring);
            } else {
                mended = "a ring of " + part.length + " points was left out";
            }
        }
        return closed.isEmpty() ? factory.createPolygon() : rings.assemble(closed);
    }

    private List<Coordinate[]> parts(ByteBuffer record) throws Fault {
        record.position(36);
        int parts = count(record);
        int points = count(record);
        int[] starts = new int[parts + 1];
        for (int i = 0; i < parts; i++) {
            starts[i] = record.getInt();
        }
        starts[parts] = points;
        List<Coordinate[]> list = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            if (starts[i] < 0 || starts[i] > starts[i + 1]) {
                throw new Fault("the record's parts overlap");
            }
            list.add(coordinates(record, starts[i + 1] - starts[i]));
        }
        return list;
    }

    private int count(ByteBuffer record) throws Fault {
        int count = record.getInt();
        if (count < 0 || count > record.capacity()) {
            throw new Fault("the record claims " + count + " points or parts");
        }
        if (count > maxVertices) {
            throw tooLarge();
        }
        return count;
    }

    private IngestException tooLarge() {
        return new IngestException(file + ": record " + number + " has more than " + maxVertices
                + " vertices; cut it into parts or raise sinkmap.ingest.max-vertices");
    }

    private static Coordinate[] coordinates(ByteBuffer record, int count) {
        Coordinate[] coordinates = new Coordinate[count];
        for (int i = 0; i < count; i++) {
            coordinates[i] = xy(record);
        }
        return coordinates;
    }

    private static Coordinate xy(ByteBuffer record) {
        double x = record.getDouble();
        return new CoordinateXY(x, record.getDouble());
    }

    private byte[] exactly(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        position += read.length;
        if (read.length < length) {
            throw new IngestException(file + " is cut off: it ends inside record " + (number + 1));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
