package sinkmap.ingest;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file without geometry, row by row: delimiter and character set are found out as for a layer's CSV. A value is
 * text without blanks around it; missing is empty.
 */
public final class TextTable implements AutoCloseable {

    private final CsvTable table;
    private CSVRecord row;

    private TextTable(CsvTable table) {
        this.table = table;
    }

    /**
     * Opens a file.
     *
     * @throws IngestException when it cannot be read or has no header
     */
    public static TextTable open(Path file) {
        LoadOptions options = LoadOptions.replace();
        return new TextTable(new CsvTable(SourceFile.of(file, options), options));
    }

    /** Column names as the file writes them. */
    public List<String> header() {
        return table.header();
    }

    /** Moves to the next row; false at the end. */
    public boolean next() {
        row = table.next();
        return row != null;
    }

    /** Number of the line on which the row ends, from 1. */
    public long line() {
        return table.line();
    }

    /** Number of fields in the row. */
    public int size() {
        return row.size();
    }

    /** The text in a column, from 0; empty behind the end of the row. */
    public String text(int column) {
        return column < row.size() ? row.get(column).strip() : "";
    }

    /**
     * A number as people write it.
     *
     * @throws NumberFormatException when the text is none
     */
    public double number(String text) {
        return table.number(text);
    }

    @Override
    public void close() {
        table.close();
    }
}
