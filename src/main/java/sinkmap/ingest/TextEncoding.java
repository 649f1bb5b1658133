package sinkmap.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds out in which character set a file's text stands: text that is valid UTF-8 throughout is UTF-8, since text in
 * another set practically never is; everything else is taken as GB 18030, the Chinese national standard, which holds
 * GBK and GB 2312.
 */
final class TextEncoding {

    static final Charset GB18030 = Charset.forName("GB18030");

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private boolean utf8 = true;

    /**
     * Looks at a piece of text.
     *
     * @param cut whether the piece may end in the middle of a character
     */
    void look(byte[] bytes, int offset, int length, boolean cut) {
        if (utf8) {
            utf8 = valid(decoder, bytes, offset, length, cut);
        }
    }

    Charset guess() {
        return utf8 ? StandardCharsets.UTF_8 : GB18030;
    }

    /** Whether bytes are text of a character set. */
    static boolean valid(CharsetDecoder decoder, byte[] bytes, int offset, int length, boolean cut) {
        decoder.reset();
        CharBuffer sink = CharBuffer.allocate(length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes, offset, length), sink, !cut);
        return !result.isError();
    }

    /** The character set that a user named. */
    static Charset named(String name, String file) {
        Charset charset = find(name);
        if (charset == null) {
            throw new IngestException(
                    file + ": there is no character set '" + name + "'; give one such as UTF-8 or GB18030");
        }
        return charset;
    }

    /** The character set of that name or code page number as .cpg files write it; null when there is none. */
    static Charset find(String name) {
        String code = name.strip().toUpperCase(Locale.ROOT).replaceFirst("^(CP|OEM|ANSI|WINDOWS-)[ ]?(?=\\d)", "");
        try {
            return switch (code) {
                case "65001", "UTF8" -> StandardCharsets.UTF_8;
                case "936", "54936", "GBK", "GB2312", "CP936", "MS936" -> GB18030;
                case "88591", "8859_1", "ISO88591" -> StandardCharsets.ISO_8859_1;
                default -> Charset.forName(code.chars().allMatch(Character::isDigit) ? "windows-" + code : code);
            };
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
