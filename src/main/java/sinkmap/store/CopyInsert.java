package sinkmap.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import sinkmap.catalog.FeatureLayer;

/**
 * Inserts by {@code COPY FROM STDIN} in PostgreSQL's binary format (documentation of PostgreSQL, COPY, "Binary Format");
 * geometries go as EWKB. While rows are on their way the connection takes no other statement.
 */
final class CopyInsert implements RowInsert {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int SENT_BYTES = 1 << 16;
    private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int NULL = -1;

    private final CopyIn copy;
    private final byte[] run;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * SENT_BYTES);
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final WKBWriter ewkb = new WKBWriter(2, ByteOrderValues.BIG_ENDIAN, true);

    /**
     * @param run run of a derived layer, or null
     */
    CopyInsert(Connection connection, FeatureLayer layer, String run) throws SQLException {
        this.run = run == null ? null : run.getBytes(StandardCharsets.UTF_8);
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + Tables.table(layer) + " (" + String.join(", ", Tables.written(layer, run))
                        + ") FROM STDIN (FORMAT binary)");
        bytes.writeBytes(SIGNATURE);
        // no flags, no extension of the header
        bytes.writeBytes(new byte[2 * Integer.BYTES]);
    }

    @Override
    public void add(Geometry geometry, List<Object> values) throws SQLException {
        try {
            out.writeShort(1 + values.size() + (run == null ? 0 : 1));
            field(geometry == null ? null : ewkb.write(geometry));
            for (Object value : values) {
                value(value);
            }
            if (run != null) {
                field(run);
            }
        } catch (IOException e) {
            // a stream in memory does not fail
            throw new UncheckedIOException(e);
        }
        if (bytes.size() >= SENT_BYTES) {
            send();
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof String text) {
            field(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Long number) {
            out.writeInt(Long.BYTES);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeInt(Double.BYTES);
            out.writeDouble(number);
        } else if (value instanceof Boolean flag) {
            out.writeInt(1);
            out.writeBoolean(flag);
        } else if (value instanceof LocalDate date) {
            out.writeInt(Integer.BYTES);
            out.writeInt(Math.toIntExact(ChronoUnit.DAYS.between(EPOCH_DAY, date)));
        } else if (value instanceof OffsetDateTime time) {
            out.writeInt(Long.BYTES);
            out.writeLong(microseconds(time.toInstant()));
        } else {
            out.writeInt(NULL);
        }
    }

    /** Since 2000, rounded. */
    private static long microseconds(Instant time) {
        return ChronoUnit.MICROS.between(EPOCH, time.plusNanos(500).truncatedTo(ChronoUnit.MICROS));
    }

    private void field(byte[] content) throws IOException {
        if (content == null) {
            out.writeInt(NULL);
        } else {
            out.writeInt(content.length);
            out.write(content);
        }
    }

    private void send() throws SQLException {
        byte[] filled = bytes.toByteArray();
        copy.writeToCopy(filled, 0, filled.length);
        bytes.reset();
    }

    @Override
    public void finish() throws SQLException {
        // the trailer is a row of -1 fields
        bytes.writeBytes(new byte[] {-1, -1});
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
