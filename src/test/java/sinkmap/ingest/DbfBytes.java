package sinkmap.ingest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of a .dbf table. Columns are written {@code name:type:length}, such as {@code area:N:12.4}. */
final class DbfBytes {

    private DbfBytes() {}

    static byte[] of(Charset charset, List<String> columns, List<List<String>> rows) {
        int[] lengths = columns.stream()
                .mapToInt(c -> Integer.parseInt(c.split(":")[2].split("\\.")[0]))
                .toArray();
        int recordLength = 1;
        for (int length : lengths) {
            recordLength += length;
        }
        int headerLength = 33 + 32 * columns.size();
        ByteBuffer file = ByteBuffer.allocate(headerLength + rows.size() * recordLength + 1)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {3, 124, 1, 1}).putInt(rows.size()).putShort((short) headerLength);
        file.putShort((short) recordLength);
        for (int i = 0; i < columns.size(); i++) {
            String[] parts = columns.get(i).split(":");
            file.position(32 + 32 * i).put(parts[0].getBytes(charset));
            file.put(32 + 32 * i + 11, (byte) parts[1].charAt(0));
            file.put(32 + 32 * i + 16, (byte) lengths[i]);
            String[] digits = parts[2].split("\\.");
            file.put(32 + 32 * i + 17, (byte) (digits.length > 1 ? Integer.parseInt(digits[1]) : 0));
        }
        file.position(headerLength - 1).put((byte) 0x0D);
        for (List<String> row : rows) {
            file.put((byte) ' ');
            for (int i = 0; i < lengths.length; i++) {
                file.put(field(row.get(i), lengths[i], columns.get(i).contains(":N:"), charset));
            }
        }
        file.put((byte) 0x1A);
        return file.array();
    }

    private static byte[] field(String value, int length, boolean right, Charset charset) {
        byte[] text = value.getBytes(charset);
        byte[] field = " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
        int copied = Math.min(text.length, length);
        System.arraycopy(text, 0, field, right ? length - copied : 0, copied);
        return field;
    }
}
