package sinkmap.ingest;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file (RFC 4180) with a header. The delimiter is the one of comma, semicolon and tab that the header holds most
 * often. The character set is that of the options, else of the byte order mark, else UTF-8 if the whole file is valid
 * UTF-8, else GB 18030.
 */
final class CsvTable implements AutoCloseable {

    private static final int LONGEST_HEADER = 1 << 20;

    private final SourceFile file;
    private final Charset charset;
    private final CountingStream bytes;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final char delimiter;
    private long line;

    CsvTable(SourceFile file, LoadOptions options) {
        this.file = file;
        try {
            charset = options.encoding() != null ? TextEncoding.named(options.encoding(), file.name()) : detect();
            bytes = new CountingStream(Files.newInputStream(file.path()));
            BufferedReader reader = new BufferedReader(new InputStreamReader(
                    new BufferedInputStream(bytes, 1 << 16),
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)));
            skipMark(reader);
            delimiter = sniff(reader);
            parser = CSVParser.parse(
                    reader, CSVFormat.DEFAULT.builder().setDelimiter(delimiter).get());
            records = parser.iterator();
        } catch (CharacterCodingException e) {
            throw new IngestException(file.name() + wrongCharset(), e);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
        try {
            header = readHeader();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private List<String> readHeader() {
        CSVRecord first = next();
        if (first == null) {
            throw new IngestException(file.name() + " has no header");
        }
        return first.stream().map(String::strip).toList();
    }

    /** Column names as the file writes them; empty for a column without a name. */
    List<String> header() {
        return header;
    }

    String charset() {
        return charset.name();
    }

    double share() {
        return (double) bytes.count() / Math.max(1, file.size());
    }

    /** Number of the line on which the last record ends, from 1. */
    long line() {
        return line;
    }

    /** Index of the first column that has one of these names, without regard to case; -1 when there is none. */
    int find(String... names) {
        for (String name : names) {
            for (int i = 0; i < header.size(); i++) {
                if (header.get(i).toLowerCase(Locale.ROOT).equals(name)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** The next record; null at the end. */
    CSVRecord next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord csvRecord = records.next();
            line = parser.getCurrentLineNumber();
            return csvRecord;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new IngestException(
                    file.name() + " is malformed or cut off behind line " + Math.max(1, parser.getCurrentLineNumber())
                            + reason(e),
                    e);
        }
    }

    private String reason(RuntimeException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return cause instanceof CharacterCodingException ? wrongCharset() : ": " + cause.getMessage();
    }

    private String wrongCharset() {
        return ": the text is not " + charset.name() + "; name its character set with --encoding";
    }

    /** A number as people write it: with blanks around, in full-width digits, with a decimal comma between semicolons. */
    double number(String text) {
        String plain = Values.plainNumber(text);
        return Double.parseDouble(delimiter == ';' ? plain.replace(',', '.') : plain);
    }

    private Charset detect() throws IOException {
        TextEncoding encoding = new TextEncoding();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            byte[] piece = new byte[1 << 16];
            int kept = 0;
            for (int n = in.readNBytes(piece, 0, piece.length); n > 0; ) {
                if (kept == 0 && n >= 2 && piece[0] == (byte) 0xFF && piece[1] == (byte) 0xFE) {
                    return StandardCharsets.UTF_16LE;
                }
                if (kept == 0 && n >= 2 && piece[0] == (byte) 0xFE && piece[1] == (byte) 0xFF) {
                    return StandardCharsets.UTF_16BE;
                }
                // a piece may end inside a character: what stands behind its last ASCII byte is looked at with the next
                int end = n == piece.length ? lastAscii(piece, n) : n;
                encoding.look(piece, 0, end, n == piece.length && end == n);
                kept = n - end;
                System.arraycopy(piece, end, piece, 0, kept);
                int more = in.readNBytes(piece, kept, piece.length - kept);
                n = more == 0 ? 0 : kept + more;
                if (more == 0) {
                    encoding.look(piece, 0, kept, false);
                }
            }
        }
        return encoding.guess();
    }

    private static int lastAscii(byte[] bytes, int length) {
        for (int end = length; end > length / 2; end--) {
            if (bytes[end - 1] >= 0) {
                return end;
            }
        }
        return length;
    }

    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    /** The most frequent delimiter of the first line, what stands in quotes not counted. */
    private static char sniff(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        int[] counts = new int[128];
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = reader.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r') && i > 0)) {
                break;
            }
            quoted ^= c == '"';
            if (!quoted && c < counts.length) {
                counts[c]++;
            }
        }
        reader.reset();
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            best = counts[candidate] > counts[best] ? candidate : best;
        }
        return best;
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            // the file was only read: nothing is lost
        }
    }
}
