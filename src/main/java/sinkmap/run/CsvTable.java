package sinkmap.run;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;

/**
 * A CSV file of the layers directory, UTF-8, with a header that holds exactly the columns asked for. Every error names
 * file and line.
 */
final class CsvTable {

    private CsvTable() {}

    /** The rows of a file. */
    static List<Row> read(Path file, String... columns) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            checkHeader(file, parser.getHeaderNames(), List.of(columns));
            List<Row> rows = new ArrayList<>();
            long line = parser.getCurrentLineNumber() + 1;
            for (CSVRecord record : parser) {
                Row row = new Row(file, (int) line, record);
                if (record.size() != columns.length) {
                    throw row.error("the row has " + record.size() + " values, the header " + columns.length
                            + " columns; a value with a comma needs quotes");
                }
                rows.add(row);
                line = parser.getCurrentLineNumber() + 1;
            }
            return rows;
        } catch (IOException | java.io.UncheckedIOException | IllegalArgumentException e) {
            throw new LayerFileException(file, 1, "cannot be read as CSV in UTF-8: " + e.getMessage());
        }
    }

    private static void checkHeader(Path file, List<String> found, List<String> columns) {
        for (String name : found) {
            if (!columns.contains(name)) {
                throw new LayerFileException(
                        file, 1, "unknown column '" + name + "'" + Suggestion.among(name, columns));
            }
        }
        for (String name : columns) {
            if (!found.contains(name)) {
                throw new LayerFileException(file, 1, "column '" + name + "' is missing");
            }
        }
    }

    /** A row that knows its file and line. */
    static final class Row {

        private final Path file;
        private final int line;
        private final CSVRecord record;

        private Row(Path file, int line, CSVRecord record) {
            this.file = file;
            this.line = line;
            this.record = record;
        }

        LayerFileException error(String message) {
            return new LayerFileException(file, line, message);
        }

        /** The value of a column, or null when it is empty. */
        String find(String column) {
            String value = record.get(column);
            return value.isEmpty() ? null : value;
        }

        /** The value of a column; an error when it is empty. */
        String text(String column) {
            String value = find(column);
            if (value == null) {
                throw error("'" + column + "' is empty");
            }
            return value;
        }

        /** The number of a column, or null when it is empty. */
        Double findNumber(String column) {
            String value = find(column);
            if (value == null) {
                return null;
            }
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // reported below
            }
            throw error("'" + column + "' must be a number, not '" + value + "'");
        }

        double number(String column) {
            text(column);
            return findNumber(column);
        }

        /** The value of a column, which must be among the known ones. */
        String oneOf(String column, List<String> known) {
            String value = text(column);
            if (!known.contains(value)) {
                throw error("'" + column + "' cannot be '" + value + "'" + Suggestion.among(value, known));
            }
            return value;
        }
    }
}
