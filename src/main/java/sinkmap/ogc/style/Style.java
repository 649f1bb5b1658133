package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.visitor.DefaultFilterVisitor;

/**
 * A style of a layer.
 *
 * @param name name in WMS
 * @param title title, "zh / en"
 * @param summary abstract, or empty
 * @param passes passes, painted one over the other
 */
public record Style(String name, String title, String summary, List<Pass> passes) {

    /**
     * A FeatureTypeStyle: all features are painted by its rules before the next pass begins.
     *
     * @param rules its rules
     */
    public record Pass(List<Rule> rules) {

        /** The rules for a feature at a scale, in order. */
        List<Rule> match(Map<String, Object> attributes, double denominator) {
            List<Rule> matching = new ArrayList<>();
            for (Rule rule : rules) {
                if (!rule.otherwise() && rule.atScale(denominator) && rule.takes(attributes)) {
                    matching.add(rule);
                }
            }
            if (matching.isEmpty()) {
                rules.stream()
                        .filter(rule -> rule.otherwise() && rule.atScale(denominator))
                        .forEach(matching::add);
            }
            return matching;
        }
    }

    /** All rules in order. */
    public List<Rule> rules() {
        return passes.stream().flatMap(pass -> pass.rules().stream()).toList();
    }

    /** Whether anything is painted at a scale. */
    public boolean visibleAt(double denominator) {
        return rules().stream().anyMatch(rule -> rule.atScale(denominator));
    }

    /** Names of the attributes that rules and labels look at. */
    public Set<String> attributes() {
        Set<String> names = new LinkedHashSet<>();
        DefaultFilterVisitor collector = new DefaultFilterVisitor() {
            @Override
            public Object visit(PropertyName expression, Object data) {
                names.add(expression.getPropertyName());
                return data;
            }
        };
        for (Rule rule : rules()) {
            rule.filter().accept(collector, null);
            for (Symbolizer symbolizer : rule.symbolizers()) {
                if (symbolizer instanceof Symbolizer.Label label) {
                    label.parts().stream()
                            .filter(Symbolizer.LabelPart::property)
                            .forEach(part -> names.add(part.text()));
                }
            }
        }
        return names;
    }

    /** How far symbols reach beyond their geometry, in pixels; labels are taken as 100. */
    public double reach() {
        double reach = 2;
        for (Rule rule : rules()) {
            for (Symbolizer symbolizer : rule.symbolizers()) {
                reach = Math.max(reach, reach(symbolizer));
            }
        }
        return reach;
    }

    private static double reach(Symbolizer symbolizer) {
        if (symbolizer instanceof Symbolizer.Point point) {
            return point.size() + (point.stroke() == null ? 0 : point.stroke().width());
        }
        if (symbolizer instanceof Symbolizer.Line line) {
            return line.stroke().width() + 1;
        }
        if (symbolizer instanceof Symbolizer.Area area) {
            return area.stroke() == null ? 1 : area.stroke().width() + 1;
        }
        return symbolizer instanceof Symbolizer.Label ? 100 : 0;
    }

    /** The raster symbolizer that applies at a scale. */
    public Optional<Symbolizer.Coverage> findCoverage(double denominator) {
        return rules().stream()
                .filter(rule -> rule.atScale(denominator))
                .flatMap(rule -> rule.symbolizers().stream())
                .filter(Symbolizer.Coverage.class::isInstance)
                .map(Symbolizer.Coverage.class::cast)
                .findFirst();
    }

    /** Smallest scale denominator at which anything is painted. */
    public double minScale() {
        return rules().stream().mapToDouble(Rule::minScale).min().orElse(0);
    }

    /** Scale denominator from which on nothing is painted; infinite without limit. */
    public double maxScale() {
        return rules().stream().mapToDouble(Rule::maxScale).max().orElse(Double.POSITIVE_INFINITY);
    }
}
