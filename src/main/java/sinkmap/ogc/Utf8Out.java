package sinkmap.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tools.jackson.core.io.NumberOutput;

/**
 * Text in UTF-8 on its way to a stream, without strings or characters in between. Texts are escaped for XML or JSON as the
 * caller says; numbers are plain, with a point. Made without a stream it collects, and is used again after {@link #reset}.
 * Not safe for several threads.
 */
public final class Utf8Out {

    private static final int BUFFER = 1 << 14;
    /** Room that a number or an escape needs at most. */
    private static final int SPARE = 64;
    /** Beyond it a scaled number is no exact whole number any more. */
    private static final double EXACT = 9e15;

    private static final int MAX_DECIMALS = 9;
    private static final long[] POWERS = {
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
    };
    private static final byte[] HEX = ascii("0123456789abcdef");
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    private final OutputStream out;
    private byte[] buffer;
    private int size;

    /** Writes to a stream; the last bytes leave with {@link #flush}. */
    public Utf8Out(OutputStream out) {
        this.out = out;
        this.buffer = new byte[BUFFER];
    }

    /** Collects. */
    public Utf8Out() {
        this(null);
    }

    /** A text as bytes, to be put again and again. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public Utf8Out put(byte[] bytes) {
        if (bytes.length > buffer.length - size) {
            room(bytes.length);
            if (bytes.length > buffer.length - size) {
                send(bytes, bytes.length);
                return this;
            }
        }
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
        return this;
    }

    public Utf8Out put(char ascii) {
        if (size == buffer.length) {
            room(1);
        }
        buffer[size++] = (byte) ascii;
        return this;
    }

    /** A text as it is. */
    public Utf8Out put(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                put(c);
            } else {
                i = wide(text, i, c);
            }
        }
        return this;
    }

    /** A text in XML, between tags or in an attribute; characters that XML 1.0 does not allow become U+FFFD. */
    public Utf8Out xml(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                if (c >= 0xFFFE) {
                    put(REPLACEMENT);
                } else {
                    i = wide(text, i, c);
                }
            } else if (c >= 0x20 && c != '<' && c != '>' && c != '&' && c != '"') {
                put(c);
            } else {
                escapeXml(c);
            }
        }
        return this;
    }

    private void escapeXml(char c) {
        switch (c) {
            case '<' -> put("&lt;");
            case '>' -> put("&gt;");
            case '&' -> put("&amp;");
            case '"' -> put("&quot;");
            case '\t' -> put("&#9;");
            case '\n' -> put("&#10;");
            case '\r' -> put("&#13;");
            default -> put(REPLACEMENT);
        }
    }

    /** A text in JSON, with its quotes. */
    public Utf8Out json(String text) {
        put('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i = wide(text, i, c);
            } else if (c == '"' || c == '\\') {
                put('\\').put(c);
            } else if (c >= 0x20) {
                put(c);
            } else {
                put("\\u00").put((char) HEX[c >> 4]).put((char) HEX[c & 15]);
            }
        }
        return put('"');
    }

    /** A character beyond ASCII and the half that may follow it; returns the index of the last one read. */
    private int wide(String text, int at, char c) {
        room(4);
        if (c < 0x800) {
            buffer[size++] = (byte) (0xC0 | c >> 6);
            buffer[size++] = (byte) (0x80 | c & 0x3F);
            return at;
        }
        if (!Character.isSurrogate(c)) {
            buffer[size++] = (byte) (0xE0 | c >> 12);
            buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
            buffer[size++] = (byte) (0x80 | c & 0x3F);
            return at;
        }
        int code = text.codePointAt(at);
        if (code < 0x10000) {
            put(REPLACEMENT);
            return at;
        }
        buffer[size++] = (byte) (0xF0 | code >> 18);
        buffer[size++] = (byte) (0x80 | code >> 12 & 0x3F);
        buffer[size++] = (byte) (0x80 | code >> 6 & 0x3F);
        buffer[size++] = (byte) (0x80 | code & 0x3F);
        return at + 1;
    }

    public Utf8Out number(long value) {
        room(SPARE);
        size = NumberOutput.outputLong(value, buffer, size);
        return this;
    }

    /** The shortest digits that mean exactly this finite number; with an exponent when it is very large or small. */
    public Utf8Out number(double value) {
        double millionths = value * 1e6;
        if (Math.abs(millionths) < EXACT && Math.rint(millionths) / 1e6 == value) {
            return fixed(value, 6);
        }
        return put(NumberOutput.toString(value, true));
    }

    /** A finite number rounded to at most nine decimals, without zeros at the end. */
    public Utf8Out fixed(double value, int decimals) {
        long power = POWERS[Math.min(decimals, MAX_DECIMALS)];
        double scaled = value * power;
        if (!(Math.abs(scaled) < EXACT)) {
            return put(new java.math.BigDecimal(value)
                    .setScale(decimals, java.math.RoundingMode.HALF_EVEN)
                    .toPlainString());
        }
        room(SPARE);
        long units = Math.round(scaled);
        if (units < 0) {
            buffer[size++] = '-';
            units = -units;
        }
        long whole = units / power;
        size = NumberOutput.outputLong(whole, buffer, size);
        int fraction = (int) (units - whole * power);
        if (fraction != 0) {
            fraction(fraction, decimals);
        }
        return this;
    }

    private void fraction(int digits, int decimals) {
        int rest = digits;
        int last = decimals;
        while (rest % 10 == 0) {
            rest /= 10;
            last--;
        }
        buffer[size] = '.';
        for (int i = last; i > 0; i--) {
            buffer[size + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += last + 1;
    }

    /** Makes room for some bytes, by sending what is there or by growing. */
    private void room(int bytes) {
        if (bytes <= buffer.length - size) {
            return;
        }
        if (out == null) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, size + bytes));
        } else {
            send(buffer, size);
            size = 0;
        }
    }

    private void send(byte[] bytes, int count) {
        try {
            out.write(bytes, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends everything. */
    public void flush() throws IOException {
        send(buffer, size);
        size = 0;
        out.flush();
    }

    /** Number of bytes collected. */
    public int size() {
        return size;
    }

    /** Forgets what was collected. */
    public void reset() {
        size = 0;
    }

    /** Copies what was collected to an array; returns false when it does not fit. */
    boolean copyTo(byte[] target, int offset) {
        if (size > target.length - offset) {
            return false;
        }
        System.arraycopy(buffer, 0, target, offset, size);
        return true;
    }

    /** A copy of what was collected. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, size);
    }
}
