package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.Aggregation;
import sinkmap.siting.Ahp;
import sinkmap.siting.Blend;
import sinkmap.siting.SensitivityRules;
import sinkmap.siting.WeightMethod;
import sinkmap.siting.Weighting;

/** Reads how the criteria of a plan are weighed, what makes a score of them, and how the ranking is tested. */
final class WeightingYaml {

    private static final Pattern FRACTION = Pattern.compile("([1-9][0-9]?)\\s*/\\s*([1-9][0-9]?)");

    private enum Method {
        EXPLICIT,
        AHP,
        ENTROPY,
        CRITIC,
        BLEND
    }

    private final YamlNode file;
    private final YamlNode weights;

    private WeightingYaml(YamlNode file) {
        this.file = file;
        this.weights = file.find("weights")
                .map(node -> node.only("source", "method", "ahp", "blend"))
                .orElse(null);
    }

    static Weighting weighting(YamlNode file) {
        WeightingYaml yaml = new WeightingYaml(file);
        String source = yaml.source();
        WeightMethod method = yaml.method();
        yaml.checkUsed(method);
        Aggregation aggregation =
                file.find("aggregation").map(WeightingYaml::aggregation).orElse(new Aggregation.Wlc());
        SensitivityRules sensitivity =
                file.find("sensitivity").map(WeightingYaml::sensitivity).orElse(SensitivityRules.USUAL);
        return new Weighting(source, method, aggregation, sensitivity);
    }

    private String source() {
        boolean inside = weights != null && weights.has("source");
        if (inside && file.has("weights_source")) {
            throw file.node("weights_source").error("the source stands in 'weights' already; take one of them out");
        }
        return inside ? weights.text("source") : file.text("weights_source");
    }

    private WeightMethod method() {
        return weights == null
                ? new WeightMethod.Explicit()
                : method(weights.findChoice("method", Method.class).orElse(Method.EXPLICIT));
    }

    private WeightMethod method(Method method) {
        return switch (method) {
            case EXPLICIT -> new WeightMethod.Explicit();
            case ENTROPY -> new WeightMethod.Entropy();
            case CRITIC -> new WeightMethod.Critic();
            case AHP -> ahp(weights.node("ahp"));
            case BLEND -> blend(weights.node("blend"));
        };
    }

    /** What has no effect must not stand there. */
    private void checkUsed(WeightMethod method) {
        if (weights == null) {
            return;
        }
        for (String part : List.of("ahp", "blend")) {
            if (weights.has(part) && method.parts().noneMatch(used -> used.id().equals(part))) {
                throw weights.node(part)
                        .error("'" + part + "' has no effect when the method is " + method.id()
                                + "; take it out or change 'method'");
            }
        }
    }

    private Blend blend(YamlNode node) {
        node.only("explicit", "ahp", "entropy", "critic");
        List<Blend.Share> shares = new ArrayList<>();
        for (String part : node.keys()) {
            YamlNode share = node.node(part);
            WeightMethod method = method(Method.valueOf(part.toUpperCase(Locale.ROOT)));
            shares.add(TermYaml.at(share, () -> new Blend.Share(method, share.asNumber())));
        }
        return TermYaml.at(node, () -> new Blend(shares));
    }

    private Ahp ahp(YamlNode node) {
        node.only("experts", "accept_inconsistency");
        List<String> criteria =
                file.list("criteria").stream().map(item -> item.text("id")).toList();
        List<String> accepted = node.findList("accept_inconsistency", YamlNode::asText);
        List<Ahp.Expert> experts = new ArrayList<>();
        for (YamlNode item : node.list("experts")) {
            Ahp.Expert expert = expert(item);
            List<String> own = accepted.contains(expert.name()) ? List.of(expert.name()) : List.of();
            // alone first, so that an error names the line of the expert
            TermYaml.at(item, () -> new Ahp(criteria, List.of(expert), own));
            experts.add(expert);
        }
        return TermYaml.at(node, () -> new Ahp(criteria, experts, accepted));
    }

    private static Ahp.Expert expert(YamlNode node) {
        node.only("name", "title", "matrix");
        List<List<Double>> matrix = node.list("matrix").stream()
                .map(row -> row.items().stream().map(WeightingYaml::judgement).toList())
                .toList();
        return TermYaml.at(
                node,
                () -> new Ahp.Expert(
                        node.text("name"),
                        node.findBilingual("title").map(TermYaml::title).orElse(null),
                        matrix));
    }

    /** A number such as 3, or a fraction such as 1/3. */
    private static double judgement(YamlNode node) {
        Matcher fraction = FRACTION.matcher(node.asText());
        return fraction.matches()
                ? (double) Integer.parseInt(fraction.group(1)) / Integer.parseInt(fraction.group(2))
                : node.asNumber();
    }

    private static Aggregation aggregation(YamlNode node) {
        String[] kinds = {"wlc", "owa", "topsis"};
        String kind = node.only(kinds).oneOf(kinds);
        YamlNode of = node.node(kind);
        return switch (kind) {
            case "owa" -> {
                of.only("alpha");
                yield TermYaml.at(of, () -> new Aggregation.Owa(of.number("alpha")));
            }
            case "wlc" -> {
                of.only();
                yield new Aggregation.Wlc();
            }
            default -> {
                of.only();
                yield new Aggregation.Topsis();
            }
        };
    }

    private static SensitivityRules sensitivity(YamlNode node) {
        node.only("draws", "seed", "top", "change", "concentration");
        SensitivityRules usual = SensitivityRules.USUAL;
        return TermYaml.at(
                node,
                () -> new SensitivityRules(
                        node.findInteger("draws").orElse(usual.draws()),
                        node.findInteger("seed").map(Integer::longValue).orElse(usual.seed()),
                        node.findInteger("top").orElse(usual.top()),
                        node.findNumber("change").orElse(usual.change()),
                        node.findNumber("concentration").orElse(usual.concentration())));
    }
}
