package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sinkmap.catalog.Suggestion;
import sinkmap.grid.SinkmapException;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioGroup;
import sinkmap.siting.PortfolioGroup.Kind;
import sinkmap.siting.PortfolioMeasure;
import sinkmap.siting.PortfolioQuota;

/** Reads amounts, rows of {@code targets.csv} and shares into quotas, held against the candidates. */
final class PortfolioTargets {

    private static final Pattern AMOUNT =
            Pattern.compile("\\s*([0-9]+(?:\\.[0-9]+)?(?:[eE][0-9]+)?)\\s*(MW|GW|GWh|TWh)(?:/yr)?\\s*");
    private static final Pattern ROW = Pattern.compile("T[0-9]+");

    private final List<Target> rows;
    private final List<PortfolioCandidate> candidates;
    private final boolean netOfBaseline;

    PortfolioTargets(List<Target> rows, List<PortfolioCandidate> candidates, boolean netOfBaseline) {
        this.rows = rows;
        this.candidates = candidates;
        this.netOfBaseline = netOfBaseline;
    }

    /**
     * A quota and where it comes from.
     *
     * @param text as asked for
     * @param quota the quota
     * @param row the row of the plan's targets, or null
     * @param baseline what was subtracted from the row's value, in the row's unit; null when nothing was
     */
    record Asked(String text, PortfolioQuota quota, Target row, Double baseline) {}

    /** Targets first, in their order, then least and largest shares by name; shares count what the first target counts. */
    List<Asked> read(List<String> targets, Map<String, Double> minShares, Map<String, Double> maxShares) {
        List<Asked> asked = new ArrayList<>();
        targets.forEach(text -> asked.add(target(text.strip())));
        PortfolioMeasure measure = asked.get(0).quota().measure();
        shares(minShares, PortfolioQuota.Bound.AT_LEAST, "least share ", measure, asked);
        shares(maxShares, PortfolioQuota.Bound.AT_MOST, "largest share ", measure, asked);
        return asked;
    }

    private void shares(
            Map<String, Double> shares,
            PortfolioQuota.Bound bound,
            String name,
            PortfolioMeasure measure,
            List<Asked> asked) {
        new TreeMap<>(shares).forEach((group, share) -> {
            PortfolioQuota quota = PortfolioQuota.share(group(group), measure, bound, share);
            asked.add(new Asked(name + group + ":" + share, quota, null, null));
        });
    }

    private Asked target(String text) {
        int colon = text.lastIndexOf(':');
        PortfolioGroup group = colon < 0 ? PortfolioGroup.ALL : group(text.substring(0, colon));
        String amount = colon < 0 ? text : text.substring(colon + 1);
        if (ROW.matcher(amount).matches()) {
            if (colon >= 0) {
                throw new SinkmapException(
                        "'" + text + "': a target of the plan counts the sites that serve it; give an"
                                + " amount for a group, such as technology=wind-offshore:5GW");
            }
            return row(amount);
        }
        Matcher matcher = AMOUNT.matcher(amount);
        if (!matcher.matches()) {
            throw new SinkmapException(
                    "'" + text + "' is no target; give an amount in MW, GW, GWh or TWh a year such as"
                            + " 10GW, a row of targets.csv such as T11, or an amount of a group such as city=潍坊市:800MW");
        }
        return new Asked(text, quota(group, Double.parseDouble(matcher.group(1)), matcher.group(2)), null, null);
    }

    private static PortfolioQuota quota(PortfolioGroup group, double value, String unit) {
        return switch (unit) {
            case "MW" -> PortfolioQuota.atLeast(group, PortfolioMeasure.CAPACITY, value);
            case "GW" -> PortfolioQuota.atLeast(group, PortfolioMeasure.CAPACITY, value * 1000);
            case "GWh" -> PortfolioQuota.atLeast(group, PortfolioMeasure.ENERGY, value);
            default -> PortfolioQuota.atLeast(group, PortfolioMeasure.ENERGY, value * 1000);
        };
    }

    private Asked row(String id) {
        Target row = rows.stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SinkmapException("targets.csv has no row '" + id + "'"
                        + Suggestion.among(id, rows.stream().map(Target::id).toList())));
        if (row.targetValue() == null) {
            throw new SinkmapException("target " + id + " (" + row.nameEn() + ") has no number: " + row.operator()
                    + "; give an amount yourself, such as 10GW");
        }
        if (!row.unit().equals("GW")) {
            throw new SinkmapException("target " + id + " (" + row.nameEn() + ") is in " + row.unit()
                    + "; a portfolio reaches GW or GWh a year");
        }
        PortfolioGroup group = new PortfolioGroup(Kind.TARGET, id);
        if (candidates.stream().noneMatch(group::contains)) {
            throw new SinkmapException("no site of the plans named serves target " + id + " (" + row.nameEn()
                    + "); a plan says in technology_figures: targets what its sites count for, and its sites know it"
                    + " once it has run again");
        }
        Double baseline = netOfBaseline ? baseline(row) : null;
        double value = row.targetValue() - (baseline == null ? 0 : baseline);
        return new Asked(id, quota(group, Math.max(0, value), "GW"), row, baseline);
    }

    private static Double baseline(Target row) {
        if (row.baselineValue() == null) {
            throw new SinkmapException("target " + row.id() + " (" + row.nameEn()
                    + ") has no baseline that could be subtracted; ask for it without net of baseline");
        }
        return row.baselineValue();
    }

    /** A group such as {@code technology=wind-offshore}; one that holds no candidate is a mistake of the request. */
    private PortfolioGroup group(String text) {
        int equals = text.indexOf('=');
        String kind = equals < 0 ? text : text.substring(0, equals).strip();
        List<String> kinds = List.of("technology", "city", "plan");
        if (equals < 0 || !kinds.contains(kind)) {
            throw new SinkmapException("'" + text + "' names no group of sites" + Suggestion.among(kind, kinds)
                    + "; write technology=..., city=... or plan=...");
        }
        String value = text.substring(equals + 1).strip();
        PortfolioGroup group = new PortfolioGroup(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), value);
        if (candidates.stream().noneMatch(group::contains)) {
            throw new SinkmapException("no candidate site has the " + kind + " '" + value + "'"
                    + Suggestion.among(value, values(group.kind())));
        }
        return group;
    }

    private List<String> values(Kind kind) {
        return candidates.stream()
                .map(site -> switch (kind) {
                    case TECHNOLOGY -> site.technology();
                    case CITY -> site.city();
                    default -> site.plan();
                })
                .filter(value -> value != null)
                .distinct()
                .sorted()
                .toList();
    }
}
