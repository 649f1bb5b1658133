package sinkmap.run;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.Criterion;
import sinkmap.siting.Density;
import sinkmap.siting.Plan;
import sinkmap.siting.PvYield;
import sinkmap.siting.RuleSet;
import sinkmap.siting.SiteRules;
import sinkmap.siting.Unknown;
import sinkmap.siting.WindYield;
import sinkmap.siting.Yield;

/** Reads plans and rule sets strictly and holds them against the catalog. */
final class PlanYaml {

    private static final double WEIGHT_TOLERANCE = 1e-6;

    private final LayerNames layers;
    private final TermYaml terms;
    private final List<RuleSet> ruleSets;
    private final List<EmissionFactor> emissionFactors;

    /** A reader of plans that may name these rule sets and factors. */
    PlanYaml(Catalog catalog, List<RuleSet> ruleSets, List<EmissionFactor> emissionFactors) {
        this.layers = new LayerNames(catalog);
        this.terms = new TermYaml(layers);
        this.ruleSets = ruleSets;
        this.emissionFactors = emissionFactors;
    }

    RuleSet ruleSet(YamlNode file) {
        file.only("id", "title", "source", "valid", "technology", "exclusions");
        checkName(file);
        Optional<YamlNode> valid = file.find("valid").map(node -> node.only("from", "to"));
        return new RuleSet(
                file.text("id"),
                TermYaml.title(file.bilingual("title")),
                file.text("source"),
                valid.flatMap(node -> node.find("from")).map(PlanYaml::date).orElse(null),
                valid.flatMap(node -> node.find("to")).map(PlanYaml::date).orElse(null),
                file.text("technology"),
                file.list("exclusions").stream().map(terms::exclusion).toList());
    }

    /** The plan without the rules of its rule set, which it names. */
    Plan plan(YamlNode file) {
        file.only(
                "id",
                "title",
                "summary",
                "technology",
                "rule_set",
                "unknown",
                "land",
                "exclusions",
                "criteria",
                "weights_source",
                "sites",
                "technology_figures",
                "avoided");
        checkName(file);
        YamlNode figures = file.node("technology_figures").only("density", "yield");
        Plan plan = TermYaml.at(
                file,
                () -> new Plan(
                        file.text("id"),
                        TermYaml.title(file.bilingual("title")),
                        file.findBilingual("summary").map(TermYaml::title).orElse(null),
                        file.text("technology"),
                        file.find("rule_set").map(this::ruleSetId).orElse(null),
                        file.findChoice("unknown", Unknown.class).orElse(Unknown.EXCLUDED),
                        terms.term(file.node("land")),
                        file.findList("exclusions", terms::exclusion),
                        criteria(file),
                        file.text("weights_source"),
                        sites(file.node("sites")),
                        density(figures.node("density")),
                        yieldOf(figures.node("yield")),
                        FactorFiles.find(emissionFactors, file.node("avoided")).id()));
        checkRuleSets(file, plan);
        return plan;
    }

    /** A plan must be consistent under every rule set that a run can choose. */
    private void checkRuleSets(YamlNode file, Plan plan) {
        for (RuleSet rules : ruleSets) {
            if (rules.technology().equals(plan.technology()) || rules.id().equals(plan.ruleSet())) {
                TermYaml.at(file.has("rule_set") ? file.node("rule_set") : file, () -> plan.under(rules));
            }
        }
    }

    private String ruleSetId(YamlNode at) {
        List<String> ids = ruleSets.stream().map(RuleSet::id).toList();
        if (!ids.contains(at.asText())) {
            throw at.error(
                    "there is no rule set '" + at.asText() + "' in plans/rules" + Suggestion.among(at.asText(), ids));
        }
        return at.asText();
    }

    private List<Criterion> criteria(YamlNode file) {
        List<Criterion> criteria =
                file.list("criteria").stream().map(terms::criterion).toList();
        double sum = criteria.stream().mapToDouble(Criterion::weight).sum();
        if (!(Math.abs(sum - 1) <= WEIGHT_TOLERANCE)) {
            throw file.node("criteria")
                    .error(String.format(
                            Locale.ROOT, "the weights of the criteria sum to %.6f; they must sum to 1", sum));
        }
        return criteria;
    }

    private static SiteRules sites(YamlNode node) {
        node.only("connectivity", "min_area_ha");
        return TermYaml.at(node, () -> new SiteRules(node.integer("connectivity"), node.number("min_area_ha")));
    }

    private static Density density(YamlNode node) {
        node.only("value", "low", "high", "unit", "source");
        return TermYaml.at(
                node,
                () -> new Density(
                        node.number("value"),
                        node.number("low"),
                        node.number("high"),
                        node.text("unit"),
                        node.text("source")));
    }

    private Yield yieldOf(YamlNode node) {
        node.only("pv", "wind");
        return node.oneOf("pv", "wind").equals("pv") ? pv(node.node("pv")) : wind(node.node("wind"));
    }

    private Yield pv(YamlNode node) {
        node.only("resource", "transposition", "performance_ratio", "source");
        return TermYaml.at(
                node,
                () -> new PvYield(
                        resource(node, "kWh/m2/yr"),
                        node.number("transposition"),
                        node.number("performance_ratio"),
                        node.text("source")));
    }

    private Yield wind(YamlNode node) {
        node.only(
                "resource",
                "weibull_k",
                "reference_height_m",
                "hub_height_m",
                "shear",
                "power_curve",
                "losses",
                "source");
        List<WindYield.PowerPoint> curve =
                node.list("power_curve").stream().map(PlanYaml::powerPoint).toList();
        return TermYaml.at(
                node,
                () -> new WindYield(
                        resource(node, "m/s"),
                        node.number("weibull_k"),
                        node.number("reference_height_m"),
                        node.number("hub_height_m"),
                        node.number("shear"),
                        curve,
                        node.number("losses"),
                        node.text("source")));
    }

    private static WindYield.PowerPoint powerPoint(YamlNode node) {
        List<YamlNode> pair = node.items();
        if (pair.size() != 2) {
            throw node.error("a point of the power curve is a pair: [wind speed in m/s, share of rated power]");
        }
        return new WindYield.PowerPoint(pair.get(0).asNumber(), pair.get(1).asNumber());
    }

    private String resource(YamlNode node, String unit) {
        YamlNode at = node.node("resource");
        RasterLayer layer = layers.raster(at);
        if (!layer.band().unit().equals(unit)) {
            throw at.error("layer '" + layer.id() + "' is in " + layer.band().unit() + "; this yield needs " + unit);
        }
        return layer.id();
    }

    private static LocalDate date(YamlNode at) {
        try {
            return LocalDate.parse(at.asText());
        } catch (DateTimeParseException e) {
            throw at.error("'" + at.name() + "' must be a day such as 2024-12-30, not '" + at.asText() + "'");
        }
    }

    private static void checkName(YamlNode file) {
        String name = file.file().getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!file.text("id").equals(name)) {
            throw file.node("id")
                    .error("the id '" + file.text("id") + "' must be the name of the file, '" + name + "'");
        }
    }
}
