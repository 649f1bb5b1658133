package sinkmap.ogc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.SerializableString;

/**
 * JSON that was collected as bytes, handed to a generator without a string in between. Raw values have no quoted form.
 *
 * @param collected the JSON
 */
record RawJson(Utf8Out collected) implements SerializableString {

    @Override
    public int appendUnquotedUTF8(byte[] target, int offset) {
        return collected.copyTo(target, offset) ? collected.size() : -1;
    }

    @Override
    public byte[] asUnquotedUTF8() {
        return collected.toBytes();
    }

    @Override
    public String getValue() {
        return new String(collected.toBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public int charLength() {
        return getValue().length();
    }

    @Override
    public int appendUnquoted(char[] target, int offset) {
        String value = getValue();
        if (value.length() > target.length - offset) {
            return -1;
        }
        value.getChars(0, value.length(), target, offset);
        return value.length();
    }

    @Override
    public int writeUnquotedUTF8(OutputStream out) throws IOException {
        out.write(collected.toBytes());
        return collected.size();
    }

    @Override
    public int putUnquotedUTF8(ByteBuffer target) {
        if (collected.size() > target.remaining()) {
            return -1;
        }
        target.put(collected.toBytes());
        return collected.size();
    }

    @Override
    public char[] asQuotedChars() {
        throw unquoted();
    }

    @Override
    public byte[] asQuotedUTF8() {
        throw unquoted();
    }

    @Override
    public int appendQuotedUTF8(byte[] target, int offset) {
        throw unquoted();
    }

    @Override
    public int appendQuoted(char[] target, int offset) {
        throw unquoted();
    }

    @Override
    public int writeQuotedUTF8(OutputStream out) {
        throw unquoted();
    }

    @Override
    public int putQuotedUTF8(ByteBuffer target) {
        throw unquoted();
    }

    private static UnsupportedOperationException unquoted() {
        return new UnsupportedOperationException("raw JSON is never quoted");
    }
}
