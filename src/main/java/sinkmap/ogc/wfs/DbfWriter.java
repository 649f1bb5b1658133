package sinkmap.ogc.wfs;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import sinkmap.catalog.AttributeType;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.Utf8Out;

/**
 * Writes the attributes of a shapefile as dBASE III, in UTF-8. Columns are as wide as their widest value: rows wait in a file
 * of their own until all are known. Texts are cut to 254 bytes.
 */
final class DbfWriter implements AutoCloseable {

    private static final int MOST_BYTES = 254;
    private static final long MOST_SIZE = Integer.MAX_VALUE;
    private static final byte[] NONE = {};

    private final Path table;
    private final Path rows;
    private final List<Column> columns;
    private final DataOutputStream out;
    private final int[] widths;
    private final int[] decimals;
    private int records;
    private int cut;

    /** A column: its name of at most ten characters and what it holds. */
    record Column(String name, AttributeType type) {}

    /**
     * @param rows file in which rows wait
     */
    DbfWriter(Path table, Path rows, List<Column> columns) throws IOException {
        this.table = table;
        this.rows = rows;
        this.columns = columns;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(rows), 1 << 16));
        this.widths = new int[columns.size()];
        this.decimals = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).type == AttributeType.REAL ? 3 : 1;
            decimals[i] = columns.get(i).type == AttributeType.REAL ? 1 : 0;
        }
    }

    /** Adds a row: a value or null for each column. */
    void add(List<Object> values) throws IOException {
        for (int i = 0; i < widths.length; i++) {
            byte[] text = text(columns.get(i).type, values.get(i));
            if (text.length > MOST_BYTES) {
                text = shortened(text);
                cut++;
            }
            widths[i] = Math.max(widths[i], text.length);
            int point = columns.get(i).type == AttributeType.REAL ? point(text) : -1;
            if (point >= 0) {
                decimals[i] = Math.max(decimals[i], Math.min(15, text.length - point - 1));
            }
            out.writeByte(text.length);
            out.write(text);
        }
        records++;
    }

    private static byte[] text(AttributeType type, Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return NONE;
        }
        return switch (type) {
            case BOOLEAN -> new byte[] {(byte) ((Boolean) value ? 'T' : 'F')};
            case DATE ->
                DateTimeFormatter.BASIC_ISO_DATE.format((LocalDate) value).getBytes(StandardCharsets.US_ASCII);
            case REAL -> {
                Utf8Out number = new Utf8Out();
                number.number((double) (Double) value);
                yield number.toBytes();
            }
            default -> GmlFeature.text(value).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static int point(byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '.') {
                return i;
            }
        }
        return -1;
    }

    /** The beginning of a text, without half a character at its end. */
    private static byte[] shortened(byte[] text) {
        int end = MOST_BYTES;
        while ((text[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    /** Values that did not fit. */
    int cut() {
        return cut;
    }

    /** Writes the table. */
    @Override
    public void close() throws IOException {
        out.close();
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).type == AttributeType.DATE
                    ? 8
                    : Math.max(widths[i], decimals[i] > 0 ? decimals[i] + 2 : 1);
        }
        int length = 1 + Arrays.stream(widths).sum();
        if ((long) length * records > MOST_SIZE) {
            throw OwsException.invalid(
                    "OUTPUTFORMAT", "a shapefile holds at most 2 GB; ask for fewer features or for a GeoPackage");
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(rows), 1 << 16));
                BufferedOutputStream dbf = new BufferedOutputStream(Files.newOutputStream(table), 1 << 16)) {
            dbf.write(header(length));
            byte[] record = new byte[length];
            for (int row = 0; row < records; row++) {
                record(in, record);
                dbf.write(record);
            }
            dbf.write(0x1A);
        }
        Files.delete(rows);
    }

    private void record(DataInputStream in, byte[] record) throws IOException {
        Arrays.fill(record, (byte) ' ');
        int at = 1;
        for (int i = 0; i < widths.length; i++) {
            int bytes = in.readUnsignedByte();
            boolean right = columns.get(i).type == AttributeType.REAL || columns.get(i).type == AttributeType.INTEGER;
            in.readFully(record, right ? at + widths[i] - bytes : at, bytes);
            at += widths[i];
        }
    }

    private byte[] header(int length) {
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        ByteBuffer header = ByteBuffer.allocate(32 + 32 * widths.length + 1).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 3)
                .put((byte) (today.getYear() - 1900))
                .put((byte) today.getMonthValue())
                .put((byte) today.getDayOfMonth());
        header.putInt(records).putShort((short) header.capacity()).putShort((short) length);
        for (int i = 0; i < widths.length; i++) {
            header.position(32 + 32 * i);
            header.put(columns.get(i).name.getBytes(StandardCharsets.US_ASCII));
            header.put(32 + 32 * i + 11, (byte) letter(columns.get(i).type));
            header.put(32 + 32 * i + 16, (byte) widths[i]).put(32 + 32 * i + 17, (byte) decimals[i]);
        }
        header.put(header.capacity() - 1, (byte) 0x0D);
        return header.array();
    }

    private static char letter(AttributeType type) {
        return switch (type) {
            case TEXT, JSON, TIMESTAMP -> 'C';
            case INTEGER, REAL -> 'N';
            case BOOLEAN -> 'L';
            case DATE -> 'D';
        };
    }
}
