package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.LayerFileException;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Interval;
import sinkmap.sink.PriceTable;

/** The tables of {@code factors/carbon-price.csv}. */
final class CarbonPrices {

    private final Map<String, List<Row>> tables = new LinkedHashMap<>();

    private CarbonPrices() {}

    /** Price of a year in yuan/t CO2, and what it rests on. */
    record Row(int year, Interval price_yuan_t, String source, String basis, String confidence) {}

    /** Reads the tables; none when there is no such file. */
    static CarbonPrices read(Catalog catalog) {
        CarbonPrices prices = new CarbonPrices();
        Path file = catalog.directory().resolve("factors").resolve("carbon-price.csv");
        if (!Files.exists(file)) {
            return prices;
        }
        for (CsvTable.Row row :
                CsvTable.read(file, "table", "year", "value", "low", "high", "unit", "source", "basis", "confidence")) {
            List<Row> rows = prices.tables.computeIfAbsent(row.text("table"), name -> new ArrayList<>());
            rows.add(row(row));
            try {
                prices.table(row.text("table"), false, 0);
            } catch (SinkmapException e) {
                throw e instanceof LayerFileException ? e : row.error(e.getMessage());
            }
        }
        return prices;
    }

    private static Row row(CsvTable.Row row) {
        row.oneOf("unit", List.of("yuan/t CO2"));
        double year = row.number("year");
        if (year != Math.rint(year)) {
            throw row.error("'year' must be a year, not '" + row.text("year") + "'");
        }
        Interval price = new Interval(row.number("value"), row.number("low"), row.number("high"));
        if (price.low() > price.value() || price.high() < price.value() || price.low() < 0) {
            throw row.error(
                    "the interval of a price must hold it and not be negative, but low, value, high are " + price);
        }
        return new Row(
                (int) year,
                price,
                row.text("source"),
                row.text("basis"),
                row.oneOf("confidence", List.of("high", "medium", "low")));
    }

    Set<String> names() {
        return tables.keySet();
    }

    List<Row> rows(String table) {
        return List.copyOf(tables.get(table));
    }

    /**
     * A table.
     *
     * @param linear whether years between two rows lie on the line between both
     * @param path -1 for all prices at their low bound, 0 for the best estimates, 1 for the high bound
     */
    PriceTable table(String name, boolean linear, double path) {
        return new PriceTable(
                name,
                tables.get(name).stream()
                        .map(row -> new PriceTable.Row(row.year(), along(row.price_yuan_t(), path)))
                        .toList(),
                linear);
    }

    private static double along(Interval price, double path) {
        return price.value() + path * (path < 0 ? price.lowHalf() : price.highHalf());
    }
}
