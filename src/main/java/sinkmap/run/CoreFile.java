package sinkmap.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sinkmap.grid.SinkmapException;
import sinkmap.ingest.TextTable;
import sinkmap.survey.CoreFinding;
import sinkmap.survey.CoreId;
import sinkmap.survey.CoreSample;
import sinkmap.survey.Cores;
import sinkmap.survey.OrganicMatterEquation;
import sinkmap.survey.Quantity;

/**
 * A depth series of soil cores from a CSV file. A quantity may stand in several columns, of which a row fills one; two
 * that differ are an error of the row. Units are those that the names of columns or a column of units state.
 */
public final class CoreFile {

    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "nd", "-", "—");

    private final TextTable table;
    private final OrganicMatterEquation equation;
    private final List<CoreSample> samples = new ArrayList<>();
    private final List<CoreFinding> findings = new ArrayList<>();

    private CoreFile(TextTable table, OrganicMatterEquation equation) {
        this.table = table;
        this.equation = equation;
    }

    /**
     * Reads and checks a file.
     *
     * @param file the file
     * @param equation from organic matter to carbon for rows that state none themselves; null for none
     * @throws SinkmapException when the file cannot be read or lacks a column
     */
    public static Cores read(Path file, OrganicMatterEquation equation) {
        try (TextTable table = TextTable.open(file)) {
            CoreFile reader = new CoreFile(table, equation);
            reader.checkHeader(file);
            while (table.next()) {
                reader.readRow();
            }
            Cores cores = Cores.of(reader.samples);
            List<CoreFinding> all = new ArrayList<>(reader.findings);
            all.addAll(cores.findings());
            all.sort(Comparator.comparingLong(CoreFinding::row));
            return new Cores(cores.cores(), all);
        }
    }

    private void checkHeader(Path file) {
        if (columns(CoreColumns.CORE).isEmpty()) {
            throw new SinkmapException(file.getFileName() + ": the header names no core; wanted is one of "
                    + String.join(", ", CoreColumns.CORE));
        }
        for (CoreColumns.Field field : List.of(CoreColumns.TOP_DEPTH, CoreColumns.BOTTOM_DEPTH)) {
            if (field.in(table.header()).isEmpty()) {
                throw new SinkmapException(file.getFileName() + ": the header has no " + field.name() + "; wanted is "
                        + String.join(
                                " or ", new java.util.TreeSet<>(field.columns().keySet())));
            }
        }
        if (CoreColumns.ORGANIC_CARBON.in(table.header()).isEmpty()
                && CoreColumns.ORGANIC_MATTER.in(table.header()).isEmpty()) {
            throw new SinkmapException(file.getFileName() + ": the header has neither organic carbon nor organic matter"
                    + "; wanted is such as fraction_carbon, oc_perc, soc_g_kg or fraction_organic_matter");
        }
        if (CoreColumns.BULK_DENSITY.in(table.header()).isEmpty()) {
            throw new SinkmapException(file.getFileName() + ": the header has no dry bulk density; wanted is such as"
                    + " dry_bulk_density (g/cm3); without it no stock can be computed");
        }
    }

    private void readRow() {
        CoreId id = new CoreId(first(CoreColumns.STUDY), first(CoreColumns.SITE), first(CoreColumns.CORE));
        try {
            if (table.size() != table.header().size()) {
                throw new IllegalArgumentException("the row has " + table.size() + " fields where the header has "
                        + table.header().size());
            }
            if (id.core().isEmpty()) {
                throw new IllegalArgumentException("no core is named");
            }
            samples.add(new CoreSample(
                    table.line(),
                    id,
                    value(CoreColumns.TOP_DEPTH),
                    value(CoreColumns.BOTTOM_DEPTH),
                    value(CoreColumns.BULK_DENSITY),
                    value(CoreColumns.ORGANIC_CARBON),
                    value(CoreColumns.ORGANIC_MATTER),
                    equation(),
                    compaction()));
        } catch (IllegalArgumentException e) {
            findings.add(new CoreFinding(table.line(), id, CoreFinding.Kind.REJECTED, e.getMessage()));
        }
    }

    /** The value of a quantity in its standard unit; NaN when the row has none. */
    private double value(CoreColumns.Field field) {
        double value = Double.NaN;
        String from = null;
        for (CoreColumns.Column column : field.in(table.header())) {
            String text = table.text(column.index());
            if (isMissing(text)) {
                continue;
            }
            double other = number(column.name(), text) * factor(field, column);
            if (from != null && Math.abs(other - value) > 1e-9 * Math.abs(value)) {
                throw new IllegalArgumentException("columns " + from + " and " + column.name() + " say different things"
                        + " of the " + field.name());
            }
            value = other;
            from = column.name();
        }
        return value;
    }

    private double factor(CoreColumns.Field field, CoreColumns.Column column) {
        Quantity quantity = field.quantity();
        String stated = first(field.unitColumns());
        if (stated.isEmpty() && column.unit().isEmpty()) {
            throw new IllegalArgumentException("column " + column.name() + " does not state its unit: fill column "
                    + field.unitColumns().get(0) + " with one of " + String.join(", ", quantity.units()));
        }
        String unit = stated.isEmpty() ? column.unit() : stated;
        double factor = quantity.factor(unit)
                .orElseThrow(() -> new IllegalArgumentException("unit '" + unit + "' of the " + field.name()
                        + " is not known; known are " + String.join(", ", quantity.units())));
        if (column.namesUnit() && factor != quantity.factor(column.unit()).orElseThrow()) {
            throw new IllegalArgumentException("column " + column.name() + " is in " + column.unit()
                    + " by its name, but the unit stated is " + unit);
        }
        return factor;
    }

    private OrganicMatterEquation equation() {
        String code = first(CoreColumns.EQUATION);
        if (code.isEmpty()) {
            return equation;
        }
        return OrganicMatterEquation.find(code)
                .orElseThrow(() -> new IllegalArgumentException("equation '" + code + "' is not known"));
    }

    private double compaction() {
        String text = first(CoreColumns.COMPACTION);
        return text.isEmpty() ? Double.NaN : number("compaction_factor", text);
    }

    private double number(String column, String text) {
        try {
            double number = table.number(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        throw new IllegalArgumentException("'" + text + "' in column " + column + " is no number");
    }

    /** The first text in columns of these names that is not missing; empty when all are. */
    private String first(List<String> names) {
        for (int column : columns(names)) {
            String text = table.text(column);
            if (!isMissing(text)) {
                return text.replaceAll("\\s+", " ");
            }
        }
        return "";
    }

    private List<Integer> columns(List<String> names) {
        List<Integer> found = new ArrayList<>();
        for (String name : names) {
            for (int i = 0; i < table.header().size(); i++) {
                if (table.header().get(i).toLowerCase(Locale.ROOT).equals(name)) {
                    found.add(i);
                }
            }
        }
        return found;
    }

    private static boolean isMissing(String text) {
        return MISSING.contains(text.toLowerCase(Locale.ROOT));
    }
}
