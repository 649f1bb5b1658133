package sinkmap.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import sinkmap.catalog.CellText;

/**
 * A table as CSV (RFC 4180), UTF-8 with a byte order mark, without which Excel reads Chinese as something else. Numbers are
 * plain: a point, no grouping, no exponent. A text that a spreadsheet would take for a formula gets an apostrophe in front.
 */
public final class CsvFile {

    public static final String TYPE = "text/csv;charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvFile() {}

    /** Writes a table; the stream is flushed and stays open. */
    public static void write(Table table, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        writer.append(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(table.columns());
        try (Stream<Object[]> rows = table.rows().get()) {
            for (Iterator<Object[]> each = rows.iterator(); each.hasNext(); ) {
                printer.printRecord(Arrays.stream(each.next()).map(CsvFile::plain));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        printer.flush();
    }

    private static String plain(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).toPlainString();
        }
        return value == null ? "" : CellText.harmless(value.toString());
    }
}
