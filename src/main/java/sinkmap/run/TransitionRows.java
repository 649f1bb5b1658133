package sinkmap.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.DisturbanceRule;
import sinkmap.sink.Impact;
import sinkmap.sink.Interval;
import sinkmap.sink.Pool;

/**
 * The rows of {@code factors/transition.csv}: how land that changes its class gains and loses carbon, and what it costs.
 */
final class TransitionRows {

    /** What a row states, with its unit. */
    enum Kind {
        DENSITY("t C/ha"),
        RATE("t C/ha/yr"),
        CEILING("t C/ha"),
        METHANE("kg CH4/ha/yr"),
        SHARE_LOST("1"),
        HALF_LIFE("yr"),
        COST_ONCE("yuan/ha"),
        COST_YEARLY("yuan/ha/yr");

        private final String unit;

        Kind(String unit) {
            this.unit = unit;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean ofRule() {
            return this == SHARE_LOST || this == HALF_LIFE;
        }
    }

    /** Habitat, pool and impact of a disturbance. */
    private record Key(String habitat, Pool pool, Impact impact) {}

    /**
     * The two rows of a disturbance.
     *
     * @param share share of the standing carbon that is disturbed
     * @param halfLife_yr its half-life, years
     */
    record Rule(String habitat, Pool pool, Impact impact, Amount.Uncertain share, Amount.Uncertain halfLife_yr) {

        /** The rule when rows have these values. */
        DisturbanceRule of(Map<String, Double> values) {
            return new DisturbanceRule(
                    share.id(), habitat, pool, impact, values.get(share.id()), values.get(halfLife_yr.id()));
        }
    }

    private final Map<String, Amount.Uncertain> rows = new LinkedHashMap<>();
    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private TransitionRows() {}

    /** Reads the table; no rows when there is no such file. */
    static TransitionRows read(Catalog catalog) {
        TransitionRows table = new TransitionRows();
        Path file = catalog.directory().resolve("factors").resolve("transition.csv");
        if (Files.exists(file)) {
            table.read(file);
        }
        return table;
    }

    private void read(Path file) {
        Map<Key, CsvTable.Row> shares = new LinkedHashMap<>();
        Map<Key, CsvTable.Row> halfLives = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.read(
                file,
                "id",
                "quantity",
                "habitat",
                "pool",
                "impact",
                "value",
                "low",
                "high",
                "unit",
                "source",
                "basis",
                "confidence")) {
            Kind kind = kind(row);
            add(row, kind);
            if (kind.ofRule()) {
                CsvTable.Row other = (kind == Kind.SHARE_LOST ? shares : halfLives).put(key(row), row);
                if (other != null) {
                    throw row.error("row '" + other.text("id") + "' states the " + kind.code() + " of the same habitat,"
                            + " pool and impact; keep one");
                }
            } else if (row.find("habitat") != null || row.find("impact") != null) {
                throw row.error("'habitat' and 'impact' go with share-lost and half-life only; leave them empty");
            }
        }
        shares.forEach((key, row) -> rules.add(rule(key, row, halfLives)));
        halfLives.forEach((key, row) -> {
            if (!shares.containsKey(key)) {
                throw row.error("there is no share-lost row for the same habitat, pool and impact; add one");
            }
        });
    }

    private static Kind kind(CsvTable.Row row) {
        List<String> codes = Arrays.stream(Kind.values()).map(Kind::code).toList();
        Kind kind = Kind.values()[codes.indexOf(row.oneOf("quantity", codes))];
        if (!row.text("unit").equals(kind.unit)) {
            throw row.error("a " + kind.code() + " is stated in " + kind.unit + ", not in '" + row.text("unit") + "'");
        }
        return kind;
    }

    private void add(CsvTable.Row row, Kind kind) {
        String id = row.text("id");
        Interval interval = new Interval(row.number("value"), row.number("low"), row.number("high"));
        if (interval.low() > interval.value() || interval.high() < interval.value()) {
            throw row.error("the 95 % interval must hold the value, but low, value, high are " + interval);
        }
        if (interval.low() < 0 && kind != Kind.RATE) {
            throw row.error("a " + kind.code() + " cannot be negative, but low, value, high are " + interval);
        }
        if (kind == Kind.SHARE_LOST && interval.high() > 1) {
            throw row.error("a share lost lies between 0 and 1, but low, value, high are " + interval);
        }
        if (kind == Kind.HALF_LIFE && interval.low() == 0) {
            throw row.error("a half-life is longer than 0 years, but low, value, high are " + interval);
        }
        Amount.Uncertain of = new Amount.Uncertain(
                id,
                interval,
                kind.code(),
                kind.unit,
                row.text("source"),
                row.text("basis"),
                row.oneOf("confidence", List.of("high", "medium", "low")));
        if (rows.put(id, of) != null) {
            throw row.error("there is another row with the id '" + id + "'; ids must differ");
        }
        kinds.put(id, kind);
    }

    private static Key key(CsvTable.Row row) {
        String pool =
                row.oneOf("pool", Arrays.stream(Pool.values()).map(Pool::code).toList());
        String impact = row.oneOf(
                "impact", Arrays.stream(Impact.values()).map(Impact::code).toList());
        return new Key(
                row.text("habitat"),
                Pool.find(pool).orElseThrow(),
                Impact.find(impact).orElseThrow());
    }

    private Rule rule(Key key, CsvTable.Row share, Map<Key, CsvTable.Row> halfLives) {
        CsvTable.Row halfLife = halfLives.get(key);
        if (halfLife == null) {
            throw share.error("there is no half-life row for the same habitat, pool and impact; add one");
        }
        return new Rule(
                key.habitat(), key.pool(), key.impact(), rows.get(share.text("id")), rows.get(halfLife.text("id")));
    }

    /** All rules for disturbances. */
    List<Rule> rules() {
        return List.copyOf(rules);
    }

    /** The row that a file names under a key, which must state this; empty when the key is absent. */
    Optional<Amount> find(YamlNode node, String key, Kind kind) {
        return node.find(key).map(at -> {
            Amount.Uncertain row = rows.get(at.asText());
            if (row == null || kinds.get(row.id()) != kind) {
                Map<String, Kind> fitting = new TreeMap<>(kinds);
                fitting.values().removeIf(k -> k != kind);
                throw at.error("factors/transition.csv has no row '" + at.asText() + "' of quantity " + kind.code()
                        + Suggestion.among(at.asText(), fitting.keySet()));
            }
            return Amount.of(row);
        });
    }

    /** Refuses rows whose ids another table has too, for they would count as one number. */
    void differFrom(List<String> others) {
        for (String id : others) {
            if (rows.containsKey(id)) {
                throw new SinkmapException(
                        "factors/transition.csv and factors/carbon.csv both have a row '" + id + "'; ids must differ");
            }
        }
    }
}
