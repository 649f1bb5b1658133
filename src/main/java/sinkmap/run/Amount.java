package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sinkmap.sink.Factor;
import sinkmap.sink.Interval;
import sinkmap.sink.StratumModel;

/**
 * A number of a scenario as the sum of products of uncertain numbers, so that a row of a table counts once in the
 * uncertainty wherever it is used.
 *
 * @param products the products; none for zero
 */
record Amount(List<Product> products) {

    static final Amount ZERO = new Amount(List.of());

    /** A constant times uncertain numbers. */
    record Product(double coefficient, List<Uncertain> numbers) {}

    /**
     * A row of a table.
     *
     * @param id id of the row; ids of different tables differ
     * @param interval value and 95 % interval
     * @param quantity what it states
     * @param unit unit of the interval
     */
    record Uncertain(
            String id,
            Interval interval,
            String quantity,
            String unit,
            String source,
            String basis,
            String confidence) {}

    /** One row. */
    static Amount of(Uncertain row) {
        return new Amount(List.of(new Product(1, List.of(row))));
    }

    /** What a hectare of a stratum has of a pool, as the account reckons it. */
    static Amount of(StratumModel.Entry entry) {
        return new Amount(entry.terms().stream()
                .map(term -> new Product(
                        term.coefficient(),
                        term.factors().stream().map(Amount::uncertain).toList()))
                .toList());
    }

    private static Uncertain uncertain(Factor row) {
        return new Uncertain(
                row.id(),
                row.interval(),
                row.quantity().code(),
                row.quantity().unit(),
                row.source(),
                row.basis(),
                row.confidence());
    }

    Amount plus(Amount other) {
        List<Product> all = new ArrayList<>(products);
        all.addAll(other.products);
        return new Amount(List.copyOf(all));
    }

    Amount times(double constant) {
        return new Amount(products.stream()
                .map(p -> new Product(p.coefficient() * constant, p.numbers()))
                .toList());
    }

    /** The rows, in the order of the products. */
    List<Uncertain> rows() {
        return products.stream().flatMap(p -> p.numbers().stream()).distinct().toList();
    }

    List<String> ids() {
        return rows().stream().map(Uncertain::id).toList();
    }

    /** The number when rows have these values. */
    double value(Map<String, Double> values) {
        double sum = 0;
        for (Product product : products) {
            double value = product.coefficient();
            for (Uncertain number : product.numbers()) {
                value *= values.get(number.id());
            }
            sum += value;
        }
        return sum;
    }

    /** The number from the best estimates. */
    double best() {
        double sum = 0;
        for (Product product : products) {
            double value = product.coefficient();
            for (Uncertain number : product.numbers()) {
                value *= number.interval().value();
            }
            sum += value;
        }
        return sum;
    }
}
