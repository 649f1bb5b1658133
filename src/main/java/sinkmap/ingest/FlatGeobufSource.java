package sinkmap.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.wololo.flatgeobuf.GeometryConversions;
import org.wololo.flatgeobuf.PackedRTree;
import org.wololo.flatgeobuf.generated.Column;
import org.wololo.flatgeobuf.generated.ColumnType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.GeometryType;
import org.wololo.flatgeobuf.generated.Header;

/** FlatGeobuf, version 3: a header, an index that is passed over, features one after another. */
final class FlatGeobufSource implements FeatureSource {

    private static final int MAX_HEADER = 16 << 20;
    private static final int VERSION = 3;

    private final SourceFile file;
    private final long size;
    private final long maxFeatureBytes;
    private final CountingStream bytes;
    private final InputStream in;
    private final Header header;
    private final String crs;
    private long number;

    FlatGeobufSource(SourceFile file, LoadOptions options, IngestSettings settings) {
        this.file = file;
        this.size = Math.max(1, file.size());
        this.maxFeatureBytes = 64L * settings.maxVertices() + (1 << 20);
        try {
            bytes = new CountingStream(Files.newInputStream(file.path()));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        in = new BufferedInputStream(bytes, 1 << 16);
        try {
            header = readHeader();
            crs = options.crs() != null ? options.crs() : readCrs();
        } catch (IOException e) {
            close();
            throw file.unreadable(e);
        } catch (RuntimeException e) {
            close();
            throw e instanceof IngestException ? e : damaged(e);
        }
    }

    private Header readHeader() throws IOException {
        byte[] magic = in.readNBytes(8);
        if (magic.length < 8 || magic[3] != VERSION) {
            throw new IngestException(file.name() + " is not FlatGeobuf of version " + VERSION);
        }
        int length = readLength();
        if (length < 4 || length > MAX_HEADER) {
            throw new IngestException(file.name() + " is damaged: its header claims " + length + " bytes");
        }
        Header read = Header.getRootAsHeader(exactly(length));
        long count = read.featuresCount();
        if (read.indexNodeSize() > 0 && count > 0) {
            if (count > Integer.MAX_VALUE) {
                throw new IngestException(file.name() + " holds too many features (" + count + ")");
            }
            in.skipNBytes(PackedRTree.calcSize((int) count, read.indexNodeSize()));
        }
        return read;
    }

    private String readCrs() {
        Crs stated = header.crs();
        if (stated != null) {
            String organisation = stated.org() == null ? "EPSG" : stated.org();
            if (stated.code() > 0 && organisation.equalsIgnoreCase("EPSG")) {
                return "EPSG:" + stated.code();
            }
            if (stated.wkt() != null && !stated.wkt().isBlank()) {
                return stated.wkt();
            }
            if (stated.codeString() != null) {
                return organisation + ":" + stated.codeString();
            }
        }
        throw new IngestException(
                file.name()
                        + " does not say which coordinate reference system it is in; name it with --crs, such as --crs EPSG:4490");
    }

    @Override
    public String crs() {
        return crs;
    }

    @Override
    public String encoding() {
        return null;
    }

    @Override
    public double share() {
        return (double) bytes.count() / size;
    }

    @Override
    public RawRow next() {
        try {
            in.mark(1);
            if (in.read() < 0) {
                return end();
            }
            in.reset();
            number++;
            int length = readLength();
            if (length < 4 || length > maxFeatureBytes) {
                throw new IngestException(file.name() + ": feature " + number + " claims " + length
                        + " bytes; the file is damaged or sinkmap.ingest.max-vertices is too small for it");
            }
            return row(Feature.getRootAsFeature(exactly(length)));
        } catch (IOException e) {
            throw file.unreadable(e);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private RawRow end() {
        if (header.featuresCount() > 0 && number != header.featuresCount()) {
            throw new IngestException(file.name() + " is cut off: it holds " + number + " of its "
                    + header.featuresCount() + " features");
        }
        return null;
    }

    private RawRow row(Feature feature) {
        Map<String, Object> values = values(feature);
        org.wololo.flatgeobuf.generated.Geometry stored = feature.geometry();
        if (stored == null) {
            return RawRow.of(number, null, values);
        }
        int type = header.geometryType() == GeometryType.Unknown ? stored.type() : header.geometryType();
        try {
            Geometry geometry = GeometryConversions.deserialize(stored, type);
            return new RawRow(number, geometry, values, null, null, header.hasZ());
        } catch (RuntimeException e) {
            return RawRow.faulty(number, values, "the geometry is damaged: " + e.getMessage());
        }
    }

    private Map<String, Object> values(Feature feature) {
        Map<String, Object> values = new LinkedHashMap<>();
        boolean own = feature.columnsLength() > 0;
        ByteBuffer properties = feature.propertiesAsByteBuffer();
        if (properties == null) {
            return values;
        }
        properties.order(ByteOrder.LITTLE_ENDIAN);
        int columns = own ? feature.columnsLength() : header.columnsLength();
        while (properties.remaining() >= 2) {
            int index = Short.toUnsignedInt(properties.getShort());
            if (index >= columns) {
                throw new IngestException(
                        file.name() + " is damaged: feature " + number + " has a value for column " + index);
            }
            Column column = own ? feature.columns(index) : header.columns(index);
            values.put(column.name(), value(properties, column.type()));
        }
        return values;
    }

    private static Object value(ByteBuffer in, int type) {
        return switch (type) {
            case ColumnType.Byte -> (long) in.get();
            case ColumnType.UByte -> (long) Byte.toUnsignedInt(in.get());
            case ColumnType.Bool -> in.get() != 0;
            case ColumnType.Short -> (long) in.getShort();
            case ColumnType.UShort -> (long) Short.toUnsignedInt(in.getShort());
            case ColumnType.Int -> (long) in.getInt();
            case ColumnType.UInt -> Integer.toUnsignedLong(in.getInt());
            case ColumnType.Long, ColumnType.ULong -> in.getLong();
            case ColumnType.Float -> (double) in.getFloat();
            case ColumnType.Double -> in.getDouble();
            case ColumnType.String, ColumnType.Json, ColumnType.DateTime -> text(in);
            case ColumnType.Binary -> {
                text(in);
                yield null;
            }
            default -> throw new IllegalArgumentException("column type " + type);
        };
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new IllegalArgumentException("a text of " + length + " bytes");
        }
        byte[] text = new byte[length];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private int readLength() throws IOException {
        return exactly(4).getInt();
    }

    private ByteBuffer exactly(int length) throws IOException {
        byte[] read = in.readNBytes(length);
        if (read.length < length) {
            throw new IngestException(file.name() + " is cut off inside feature " + number + " of "
                    + (header == null ? "an unknown number" : header.featuresCount()));
        }
        return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
    }

    private IngestException damaged(RuntimeException e) {
        return new IngestException(file.name() + " is damaged at feature " + number + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            // the file was only read: nothing is lost
        }
    }
}
