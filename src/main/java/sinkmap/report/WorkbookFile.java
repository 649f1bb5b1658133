package sinkmap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Tables as the sheets of a workbook (Office Open XML, ECMA-376). Rows go out as they are made. Texts are stored as texts,
 * which no spreadsheet computes.
 */
public final class WorkbookFile {

    public static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_AT_ONCE = 200;
    /** The longest text that a cell may hold, ECMA-376 part 1, 18.3.1.53. */
    private static final int LONGEST_TEXT = 32_767;

    private static final int NARROWEST = 11;
    private static final int WIDEST = 34;
    private static final String CUT = "…";

    private WorkbookFile() {}

    /** Writes a workbook; the stream stays open. */
    public static void write(List<Table> tables, OutputStream to) throws IOException {
        Workbook workbook = new Workbook(to, "sinkmap", "1.0");
        for (Table table : tables) {
            Worksheet sheet =
                    workbook.newWorksheet(table.name() + " " + table.title().zh());
            header(sheet, table.columns());
            rows(sheet, table);
            sheet.finish();
        }
        workbook.finish();
    }

    private static void header(Worksheet sheet, List<String> columns) {
        for (int column = 0; column < columns.size(); column++) {
            String name = columns.get(column);
            sheet.inlineString(0, column, name);
            sheet.style(0, column).bold().set();
            sheet.width(column, holdsText(name) ? WIDEST : Math.max(NARROWEST, name.length() + 2));
        }
        sheet.freezePane(0, 1);
    }

    private static boolean holdsText(String column) {
        return column.matches(
                ".*title_(zh|en)|partition_.*|factors|.*source|zone|source|basis|method|value|note|item_.*|used_by|input|file|sha256|edition|id");
    }

    private static void rows(Worksheet sheet, Table table) throws IOException {
        int number = 0;
        try (Stream<Object[]> rows = table.rows().get()) {
            for (Iterator<Object[]> each = rows.iterator(); each.hasNext(); ) {
                number++;
                Object[] values = each.next();
                for (int column = 0; column < values.length; column++) {
                    put(sheet, number, column, values[column]);
                }
                if (number % ROWS_AT_ONCE == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (value != null) {
            sheet.inlineString(row, column, fitting(value.toString()));
        }
    }

    /** The text without characters that XML does not know, cut where a cell is full. */
    private static String fitting(String text) {
        String known = text.codePoints()
                .map(c -> c >= 0x20 || c == '\n' || c == '\t' ? c : 0xFFFD)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return known.length() <= LONGEST_TEXT ? known : known.substring(0, LONGEST_TEXT - 1) + CUT;
    }
}
