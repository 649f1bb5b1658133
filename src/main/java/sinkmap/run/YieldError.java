package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Text;
import sinkmap.sink.Interval;
import sinkmap.siting.PvYield;
import sinkmap.siting.Yield;

/**
 * How far the yearly energy of plants may be off: a row of {@code factors/uncertainty.csv}, {@code pv-yield} or
 * {@code wind-yield}.
 *
 * @param id name of the row
 * @param title name for people
 * @param halfWidth_percent half width of the 95 % interval; 1.96 standard deviations where the row states one
 * @param basis how the value was come by
 * @param confidence how far it is to be trusted
 */
record YieldError(String id, Text title, double halfWidth_percent, String basis, String confidence) {

    private static final double HALF_WIDTH_PER_SD = 1.96;
    private static final String HALF_WIDTH = "half width of the 95 % interval";
    private static final String SD = "standard deviation";

    /** The rows for yields; none when there is no such file. */
    static List<YieldError> list(Catalog catalog) {
        Path file = catalog.directory().resolve("factors").resolve("uncertainty.csv");
        List<YieldError> errors = new ArrayList<>();
        if (!Files.exists(file)) {
            return errors;
        }
        for (CsvTable.Row row :
                CsvTable.read(file, "id", "title_zh", "title_en", "value", "unit", "meaning", "basis", "confidence")) {
            if (List.of(idOf(true), idOf(false)).contains(row.text("id"))) {
                errors.add(of(row));
            }
        }
        return List.copyOf(errors);
    }

    private static YieldError of(CsvTable.Row row) {
        row.oneOf("unit", List.of("%"));
        double value = row.number("value");
        if (value < 0) {
            throw row.error("an uncertainty cannot be negative, but the value is " + value);
        }
        String meaning = row.text("meaning");
        if (!meaning.startsWith(HALF_WIDTH) && !meaning.startsWith(SD)) {
            throw row.error("'meaning' must begin with '" + HALF_WIDTH + "' or '" + SD + "', not '" + meaning + "'");
        }
        return new YieldError(
                row.text("id"),
                new Text(row.text("title_zh"), row.text("title_en")),
                meaning.startsWith(SD) ? HALF_WIDTH_PER_SD * value : value,
                row.text("basis"),
                row.text("confidence"));
    }

    private static String idOf(boolean pv) {
        return pv ? "pv-yield" : "wind-yield";
    }

    /** The row for a yield. */
    static Optional<YieldError> find(List<YieldError> errors, Yield yield) {
        String id = idOf(yield instanceof PvYield);
        return errors.stream().filter(error -> error.id().equals(id)).findFirst();
    }

    /** An energy with its interval, which stops at zero. */
    Interval interval(double energy_mwh) {
        double half = energy_mwh * halfWidth_percent / 100;
        return new Interval(energy_mwh, Math.max(0, energy_mwh - half), energy_mwh + half);
    }
}
