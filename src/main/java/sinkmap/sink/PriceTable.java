package sinkmap.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sinkmap.grid.SinkmapException;

/**
 * Prices of a tonne of CO2 by year. A year without a price is an error; a price is found between two years only
 * where the table is to be read along the line between them, and never before the first or after the last.
 */
public final class PriceTable {

    private final String id;
    private final boolean linear;
    private final TreeMap<Integer, Row> rows = new TreeMap<>();

    /**
     * A price.
     *
     * @param year its year
     * @param price_yuan_t yuan for a tonne of CO2
     */
    public record Row(int year, double price_yuan_t) {}

    /**
     * A table.
     *
     * @param id its name, for errors
     * @param linear whether prices between two rows lie on the line between both; else such years have none
     */
    public PriceTable(String id, List<Row> rows, boolean linear) {
        this.id = id;
        this.linear = linear;
        for (Row row : rows) {
            if (!(row.price_yuan_t() >= 0) || Double.isInfinite(row.price_yuan_t())) {
                throw new SinkmapException("price table '" + id + "': the price of " + row.year() + " cannot be "
                        + row.price_yuan_t() + " yuan/t CO2");
            }
            if (this.rows.put(row.year(), row) != null) {
                throw new SinkmapException("price table '" + id + "' has the year " + row.year() + " twice");
            }
        }
    }

    /** Checks that all years of a span have a price; the error names every year that has none. */
    public PriceTable check(int from, int to) {
        List<String> missing = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            if (Double.isNaN(find_yuan_t(year))) {
                missing.add(String.valueOf(year));
            }
        }
        if (!missing.isEmpty()) {
            throw new SinkmapException("price table '" + id + "' has no price for " + String.join(", ", missing)
                    + "; add these years, or let the scenario go linearly between the years of the table");
        }
        return this;
    }

    /** Price of a year, yuan/t CO2; an error that names the year when there is none. */
    public double yuan_t(int year) {
        check(year, year);
        return find_yuan_t(year);
    }

    /** NaN when there is none. */
    private double find_yuan_t(int year) {
        Map.Entry<Integer, Row> before = rows.floorEntry(year);
        if (before == null || before.getKey() == year) {
            return before == null ? Double.NaN : before.getValue().price_yuan_t();
        }
        Map.Entry<Integer, Row> after = rows.higherEntry(year);
        if (after == null || !linear) {
            return Double.NaN;
        }
        double share = (double) (year - before.getKey()) / (after.getKey() - before.getKey());
        double first = before.getValue().price_yuan_t();
        return first + share * (after.getValue().price_yuan_t() - first);
    }
}
