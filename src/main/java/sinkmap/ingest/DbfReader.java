package sinkmap.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the records of a dBASE table (.dbf) one after another. Memo and general fields, whose content lies in another
 * file, are left out. Numbers that are blank or filled with asterisks are null, as dBASE writes them.
 */
final class DbfReader implements AutoCloseable {

    private static final int HEADER_END = 0x0D;
    private static final int DELETED = '*';

    /** A column. {@code name} holds the bytes until the character set is known. */
    private record Field(byte[] name, char type, int offset, int length, int decimals) {}

    private final String file;
    private final Path path;
    private final int records;
    private final int headerLength;
    private final int recordLength;
    private final List<Field> fields = new ArrayList<>();
    private final InputStream in;
    private Charset charset = StandardCharsets.UTF_8;
    private List<String> names = List.of();
    private int read;
    private boolean deleted;

    DbfReader(Path path, String file) throws IOException {
        this.file = file;
        this.path = path;
        in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        try {
            ByteBuffer header = ByteBuffer.wrap(exactly(32)).order(ByteOrder.LITTLE_ENDIAN);
            records = header.getInt(4);
            headerLength = Short.toUnsignedInt(header.getShort(8));
            recordLength = Short.toUnsignedInt(header.getShort(10));
            readFields();
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        useCharset(StandardCharsets.UTF_8);
    }

    private void readFields() throws IOException {
        byte[] rest = exactly(Math.max(0, headerLength - 32));
        int offset = 1;
        for (int at = 0; at + 32 <= rest.length && rest[at] != HEADER_END; at += 32) {
            int length = rest[at + 16] & 0xFF;
            int decimals = rest[at + 17] & 0xFF;
            char type = (char) (rest[at + 11] & 0xFF);
            if (type == 'C' && decimals > 0) {
                length += decimals << 8;
            }
            int nameLength = 0;
            while (nameLength < 11 && rest[at + nameLength] != 0) {
                nameLength++;
            }
            fields.add(
                    new Field(java.util.Arrays.copyOfRange(rest, at, at + nameLength), type, offset, length, decimals));
            offset += length;
        }
        if (fields.isEmpty() || offset > recordLength || records < 0) {
            throw new IngestException(file + " is damaged: its header does not describe its records");
        }
    }

    int records() {
        return records;
    }

    List<String> names() {
        return names;
    }

    /** Decodes names and text in this character set from here on. */
    void useCharset(Charset newCharset) {
        charset = newCharset;
        names = fields.stream()
                .map(field -> new String(field.name, charset).strip())
                .toList();
    }

    /** Looks through all text of the table and tells its character set. */
    Charset detect() throws IOException {
        TextEncoding encoding = new TextEncoding();
        for (Field field : fields) {
            encoding.look(field.name, 0, field.name.length, field.name.length >= 10);
        }
        try (InputStream all = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            all.skipNBytes(headerLength);
            byte[] record = new byte[recordLength];
            for (int i = 0; i < records && all.readNBytes(record, 0, recordLength) == recordLength; i++) {
                for (Field field : fields) {
                    if (field.type == 'C') {
                        int length = trimmed(record, field);
                        encoding.look(record, field.offset, length, length == field.length);
                    }
                }
            }
        }
        return encoding.guess();
    }

    /** Values of the next record by column name; null at the end. */
    Map<String, Object> next() throws IOException {
        if (read == records) {
            return null;
        }
        byte[] record = exactly(recordLength);
        read++;
        deleted = record[0] == DELETED;
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            values.put(names.get(i), value(record, fields.get(i)));
        }
        return values;
    }

    /** Whether the record read last is marked as deleted. */
    boolean deleted() {
        return deleted;
    }

    private Object value(byte[] record, Field field) {
        ByteBuffer binary = ByteBuffer.wrap(record, field.offset, field.length).order(ByteOrder.LITTLE_ENDIAN);
        return switch (field.type) {
            case 'C' -> new String(record, field.offset, trimmed(record, field), charset);
            case 'N', 'F' -> number(ascii(record, field), field.decimals);
            case 'D' -> date(ascii(record, field));
            case 'L' -> logical(ascii(record, field));
            case 'I', '+' -> field.length == 4 ? (Object) (long) binary.getInt() : null;
            case 'O', 'B' -> field.length == 8 ? (Object) binary.getDouble() : null;
            default -> null;
        };
    }

    private static Object number(String text, int decimals) {
        if (text.isEmpty() || text.indexOf('*') >= 0) {
            return null;
        }
        try {
            return decimals == 0 && text.indexOf('.') < 0 && text.length() < 19
                    ? (Object) Long.parseLong(text.startsWith("+") ? text.substring(1) : text)
                    : (Object) Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static Object date(String text) {
        if (text.isEmpty() || text.chars().allMatch(c -> c == '0')) {
            return null;
        }
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static Object logical(String text) {
        return switch (text) {
            case "T", "t", "Y", "y" -> Boolean.TRUE;
            case "F", "f", "N", "n" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String ascii(byte[] record, Field field) {
        return new String(record, field.offset, field.length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
    }

    /** Length of a text without the blanks and zeros behind it. */
    private static int trimmed(byte[] record, Field field) {
        int end = field.offset + field.length;
        while (end > field.offset && (record[end - 1] == ' ' || record[end - 1] == 0)) {
            end--;
        }
        return end - field.offset;
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IngestException(
                    file + " is cut off: it ends inside record " + (read + 1) + " of " + Math.max(records, 0));
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
