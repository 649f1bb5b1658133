package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A style of a layer, as its file describes it. */
public final class Style {

    /** Labels are taken to reach so far from their feature, in pixels. */
    private static final double LABEL_REACH_PX = 100;

    private final String name;
    private final String title;
    private final String summary;
    private final List<Pass> passes;
    private final List<Rule> rules;
    private final Set<String> attributes;
    private final double reach;
    private final boolean lasting;

    Style(String name, String title, String summary, List<Pass> passes) {
        this(name, title, summary, passes, false);
    }

    private Style(String name, String title, String summary, List<Pass> passes, boolean lasting) {
        this.lasting = lasting;
        this.name = name;
        this.title = title;
        this.summary = summary;
        this.passes = List.copyOf(passes);
        this.rules = passes.stream().flatMap(pass -> pass.rules().stream()).toList();
        this.attributes = Set.copyOf(StyleAttributes.of(rules));
        this.reach = rules.stream()
                .flatMap(rule -> rule.symbolizers().stream())
                .mapToDouble(Style::reach)
                .reduce(2, Math::max);
    }

    /**
     * A FeatureTypeStyle: all features are painted by its rules before the next pass begins.
     *
     * @param rules its rules
     * @param firstMatch whether only the first rule that fits a feature applies
     */
    record Pass(List<Rule> rules, boolean firstMatch) {

        /** The rules for a feature at a scale, in order. */
        List<Rule> match(Map<String, Object> attributes, double denominator) {
            List<Rule> matching = new ArrayList<>();
            for (Rule rule : rules) {
                if (!rule.otherwise()
                        && rule.atScale(denominator)
                        && rule.condition().holds(attributes)) {
                    matching.add(rule);
                    if (firstMatch) {
                        return matching;
                    }
                }
            }
            if (matching.isEmpty()) {
                rules.stream()
                        .filter(rule -> rule.otherwise() && rule.atScale(denominator))
                        .forEach(matching::add);
            }
            return matching;
        }

        /** A pass is itself alone: comparing all of its content takes long, and it serves as a key. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /** Name in WMS. */
    public String name() {
        return name;
    }

    /** Title, "zh / en". */
    public String title() {
        return title;
    }

    /** Abstract, or empty. */
    public String summary() {
        return summary;
    }

    List<Pass> passes() {
        return passes;
    }

    /** All rules in order. */
    List<Rule> rules() {
        return rules;
    }

    Style named(String newName) {
        return new Style(newName, title, summary, passes, lasting);
    }

    Style forGood() {
        return new Style(name, title, summary, passes, true);
    }

    /** Whether it is one of the styles of a layer, not one that came with a request: what is worked out for it may be kept. */
    public boolean lasting() {
        return lasting;
    }

    /** Whether anything is painted at a scale. */
    public boolean visibleAt(double denominator) {
        return rules.stream().anyMatch(rule -> rule.atScale(denominator));
    }

    /** Names of the attributes that rules and symbolizers look at. */
    public Set<String> attributes() {
        return attributes;
    }

    /** How far symbols reach beyond their geometry, in pixels; labels are taken as 100. */
    public double reach() {
        return reach;
    }

    private static double reach(Symbolizer symbolizer) {
        if (symbolizer instanceof Symbolizer.Point point) {
            return point.graphic().reach();
        }
        if (symbolizer instanceof Symbolizer.Line line) {
            return line.stroke().reach()
                    + 1
                    + (line.offset() == null ? 0 : Math.abs(line.offset().constantOr(32)));
        }
        if (symbolizer instanceof Symbolizer.Area area) {
            return area.stroke() == null ? 1 : area.stroke().reach() + 1;
        }
        return symbolizer instanceof Label ? LABEL_REACH_PX : 0;
    }

    /** The raster symbolizer that applies at a scale. */
    public Optional<Symbolizer.Coverage> findCoverage(double denominator) {
        return rules.stream()
                .filter(rule -> rule.atScale(denominator))
                .flatMap(rule -> rule.symbolizers().stream())
                .filter(Symbolizer.Coverage.class::isInstance)
                .map(Symbolizer.Coverage.class::cast)
                .findFirst();
    }

    /** Smallest scale denominator at which anything is painted. */
    public double minScale() {
        return rules.stream().mapToDouble(Rule::minScale).min().orElse(0);
    }

    /** Scale denominator from which on nothing is painted; infinite without limit. */
    public double maxScale() {
        return rules.stream().mapToDouble(Rule::maxScale).max().orElse(Double.POSITIVE_INFINITY);
    }
}
