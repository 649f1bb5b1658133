package sinkmap.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cores from the rows of depth series: what cannot be true is left out and named, what contradicts itself takes the
 * whole core out, what is only unlikely is used and named.
 *
 * @param cores the cores, by study, site and name; also those of which no slice could be used
 * @param findings what was found, by row
 */
public record Cores(List<Core> cores, List<CoreFinding> findings) {

    /** Density of quartz and most soil minerals, g/cm3: no dry soil is denser. */
    private static final double MINERAL_DENSITY_G_CM3 = 2.65;

    /** How many times denser than the mixing model a slice may be before it is doubted; a choice of this package. */
    private static final double DOUBTFUL_RATIO = 2;

    public Cores {
        cores = List.copyOf(cores);
        findings = List.copyOf(findings);
    }

    /** Checks rows in the order of their file. */
    public static Cores of(List<CoreSample> samples) {
        Map<CoreId, List<CoreSample>> byCore = new TreeMap<>();
        for (CoreSample sample : samples) {
            byCore.computeIfAbsent(sample.core(), id -> new ArrayList<>()).add(sample);
        }
        List<CoreFinding> findings = new ArrayList<>();
        List<Core> cores = new ArrayList<>();
        byCore.forEach((id, rows) -> cores.add(core(id, rows, findings)));
        findings.sort(Comparator.comparingLong(CoreFinding::row));
        return new Cores(cores, findings);
    }

    private static Core core(CoreId id, List<CoreSample> rows, List<CoreFinding> findings) {
        List<CoreInterval> intervals = new ArrayList<>();
        for (CoreSample row : rows) {
            CoreInterval interval = interval(row, findings);
            if (interval != null) {
                intervals.add(interval);
            }
        }
        String fault = compactionFault(rows);
        if (fault == null) {
            sort(id, intervals, findings);
            dropRepeated(id, intervals, findings);
            fault = overlap(intervals);
        }
        if (fault != null) {
            findings.add(new CoreFinding(rows.get(0).row(), id, CoreFinding.Kind.CORE_REJECTED, fault));
            return new Core(id, List.of(), fault);
        }
        double factor = rows.get(0).compactionFactor();
        if (factor < 1) {
            findings.add(new CoreFinding(
                    rows.get(0).row(),
                    id,
                    CoreFinding.Kind.REPAIRED,
                    "compaction factor " + factor + ": depths divided and bulk densities multiplied by it"));
            intervals.replaceAll(interval -> interval.decompacted(factor));
        }
        return new Core(id, intervals, null);
    }

    /** The slice of a row; null when it cannot be used, which is noted. */
    private static CoreInterval interval(CoreSample row, List<CoreFinding> findings) {
        String wrong = wrong(row);
        if (wrong != null) {
            findings.add(new CoreFinding(row.row(), row.core(), CoreFinding.Kind.REJECTED, wrong));
            return null;
        }
        String missing = missing(row);
        if (missing != null) {
            findings.add(new CoreFinding(row.row(), row.core(), CoreFinding.Kind.MISSING, missing));
            return null;
        }
        boolean measured = !Double.isNaN(row.carbonShare());
        double carbon = measured ? row.carbonShare() : row.equation().carbonShare(row.organicMatterShare());
        if (!measured) {
            findings.add(new CoreFinding(
                    row.row(),
                    row.core(),
                    CoreFinding.Kind.REPAIRED,
                    "organic carbon from organic matter by " + row.equation().source()));
        }
        CoreInterval interval = new CoreInterval(
                row.row(),
                row.top_cm(),
                row.bottom_cm(),
                row.bulkDensity_g_cm3(),
                carbon,
                measured ? null : row.equation());
        if (interval.bulkDensity_g_cm3() > DOUBTFUL_RATIO * mixedDensity_g_cm3(carbon)) {
            findings.add(new CoreFinding(row.row(), row.core(), CoreFinding.Kind.DOUBTFUL, doubt(interval)));
        }
        return interval;
    }

    private static String wrong(CoreSample row) {
        if (!(row.top_cm() >= 0) || !(row.bottom_cm() > row.top_cm()) || row.bottom_cm() > 1e5) {
            return "the depths " + row.top_cm() + " to " + row.bottom_cm()
                    + " cm are no interval: both are needed, the upper one from 0, the lower one below it";
        }
        if (row.bulkDensity_g_cm3() <= 0 || row.bulkDensity_g_cm3() > MINERAL_DENSITY_G_CM3) {
            return "dry bulk density " + row.bulkDensity_g_cm3() + " g/cm3 is not above 0 and at most "
                    + MINERAL_DENSITY_G_CM3 + ", the density of minerals";
        }
        if (row.carbonShare() < 0 || row.carbonShare() > 1) {
            return "organic carbon of " + row.carbonShare() * 100 + " % of the dry mass is not 0 to 100 %";
        }
        if (row.organicMatterShare() < 0 || row.organicMatterShare() > 1) {
            return "organic matter of " + row.organicMatterShare() * 100 + " % of the dry mass is not 0 to 100 %";
        }
        if (row.carbonShare() > row.organicMatterShare()) {
            return "more organic carbon (" + row.carbonShare() * 100 + " %) than organic matter ("
                    + row.organicMatterShare() * 100 + " %)";
        }
        return null;
    }

    private static String missing(CoreSample row) {
        boolean noDensity = Double.isNaN(row.bulkDensity_g_cm3());
        boolean noCarbon = Double.isNaN(row.carbonShare());
        if (noCarbon && !Double.isNaN(row.organicMatterShare())) {
            noCarbon = row.equation() == null;
            if (noCarbon && !noDensity) {
                return "organic matter without organic carbon, and no equation between them is stated";
            }
        }
        if (noDensity && noCarbon) {
            return "neither dry bulk density nor organic carbon";
        }
        return noDensity ? "no dry bulk density" : noCarbon ? "no organic carbon" : null;
    }

    /**
     * Dry bulk density of a soil whose organic matter and minerals each keep their own packing: 1 / (OM / 0.085 + (1 -
     * OM) / 1.99), Morris et al. 2016, Earth's Future 4:110-121; organic matter as carbon times 1.724.
     */
    private static double mixedDensity_g_cm3(double carbonShare) {
        double organicMatter = Math.min(1, carbonShare * 1.724);
        return 1 / (organicMatter / 0.085 + (1 - organicMatter) / 1.99);
    }

    private static String doubt(CoreInterval interval) {
        return String.format(
                Locale.ROOT,
                "%.2f %% organic carbon at %.2f g/cm3: soil with that much carbon has about %.2f g/cm3 (Morris et al."
                        + " 2016); is the unit of the carbon right, such as g/kg for %%?",
                interval.carbonShare() * 100,
                interval.bulkDensity_g_cm3(),
                mixedDensity_g_cm3(interval.carbonShare()));
    }

    private static String compactionFault(List<CoreSample> rows) {
        double first = rows.get(0).compactionFactor();
        for (CoreSample row : rows) {
            double factor = row.compactionFactor();
            if (factor <= 0 || factor > 1) {
                return "row " + row.row() + ": the compaction factor " + factor + " is not above 0 and at most 1";
            }
            if (Double.compare(factor, first) != 0) {
                return "rows " + rows.get(0).row() + " and " + row.row() + " state different compaction factors ("
                        + first + " and " + factor + ")";
            }
        }
        return null;
    }

    private static void sort(CoreId id, List<CoreInterval> intervals, List<CoreFinding> findings) {
        for (int i = 1; i < intervals.size(); i++) {
            if (intervals.get(i).top_cm() < intervals.get(i - 1).top_cm()) {
                findings.add(new CoreFinding(
                        intervals.get(i).row(),
                        id,
                        CoreFinding.Kind.REPAIRED,
                        "out of the order of depth; the core was sorted"));
                break;
            }
        }
        intervals.sort(Comparator.comparingDouble(CoreInterval::top_cm).thenComparingLong(CoreInterval::row));
    }

    private static void dropRepeated(CoreId id, List<CoreInterval> intervals, List<CoreFinding> findings) {
        for (int i = intervals.size() - 1; i > 0; i--) {
            CoreInterval above = intervals.get(i - 1);
            CoreInterval interval = intervals.get(i);
            if (same(above, interval)) {
                findings.add(new CoreFinding(
                        interval.row(), id, CoreFinding.Kind.REPEATED, "repeats row " + above.row() + "; counts once"));
                intervals.remove(i);
            }
        }
    }

    private static boolean same(CoreInterval a, CoreInterval b) {
        return a.top_cm() == b.top_cm()
                && a.bottom_cm() == b.bottom_cm()
                && a.bulkDensity_g_cm3() == b.bulkDensity_g_cm3()
                && a.carbonShare() == b.carbonShare();
    }

    private static String overlap(List<CoreInterval> intervals) {
        for (int i = 1; i < intervals.size(); i++) {
            CoreInterval above = intervals.get(i - 1);
            CoreInterval interval = intervals.get(i);
            if (interval.top_cm() < above.bottom_cm() - StockToDepth.SAME_DEPTH_CM) {
                return "rows " + above.row() + " and " + interval.row() + " overlap (" + above.top_cm() + " to "
                        + above.bottom_cm() + " cm and " + interval.top_cm() + " to " + interval.bottom_cm()
                        + " cm) and differ";
            }
        }
        return null;
    }
}
