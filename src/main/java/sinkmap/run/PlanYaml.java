package sinkmap.run;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.siting.Plan;
import sinkmap.siting.ProjectFigures;
import sinkmap.siting.RuleSet;
import sinkmap.siting.ScreeningPolicy;
import sinkmap.siting.SiteRules;
import sinkmap.siting.Unknown;

/** Reads plans and rule sets strictly and holds them against the catalog. */
final class PlanYaml {

    private final TermYaml terms;
    private final CriteriaYaml criteria;
    private final FiguresYaml figures;
    private final LayerNames layers;
    private final List<RuleSet> ruleSets;

    /** A reader of plans that may name these rule sets and factors. */
    PlanYaml(Catalog catalog, List<RuleSet> ruleSets, List<EmissionFactor> emissionFactors) {
        this.layers = new LayerNames(catalog);
        this.terms = new TermYaml(layers);
        this.criteria = new CriteriaYaml(layers);
        this.figures = new FiguresYaml(layers, emissionFactors, new TargetsFile(catalog).list());
        this.ruleSets = ruleSets;
    }

    RuleSet ruleSet(YamlNode file) {
        file.only("id", "title", "source", "valid", "technology", "land", "exclusions");
        checkName(file);
        Optional<YamlNode> valid = file.find("valid").map(node -> node.only("from", "to"));
        return new RuleSet(
                file.text("id"),
                TermYaml.title(file.bilingual("title")),
                file.text("source"),
                valid.flatMap(node -> node.find("from")).map(PlanYaml::date).orElse(null),
                valid.flatMap(node -> node.find("to")).map(PlanYaml::date).orElse(null),
                file.text("technology"),
                file.findList("land", layers::id),
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
                "screening",
                "land",
                "exclusions",
                "criteria",
                "weights_source",
                "weights",
                "aggregation",
                "sensitivity",
                "sites",
                "technology_figures",
                "avoided");
        checkName(file);
        ProjectFigures projectFigures = figures.figures(file);
        Plan plan = TermYaml.at(
                file,
                () -> new Plan(
                        file.text("id"),
                        TermYaml.title(file.bilingual("title")),
                        file.findBilingual("summary").map(TermYaml::title).orElse(null),
                        file.text("technology"),
                        file.find("rule_set").map(this::ruleSetId).orElse(null),
                        screening(file),
                        terms.term(file.node("land")),
                        file.findList("exclusions", terms::exclusion),
                        criteria.criteria(file),
                        criteria.weighting(file),
                        sites(file.node("sites"), projectFigures),
                        projectFigures));
        checkRuleSets(file, plan);
        return plan;
    }

    /** A plan must be consistent under every rule set that a run can choose. */
    private void checkRuleSets(YamlNode file, Plan plan) {
        for (RuleSet rules : ruleSets) {
            if (rules.regulates(plan) || rules.id().equals(plan.ruleSet())) {
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

    private static ScreeningPolicy screening(YamlNode file) {
        Unknown unknown = file.findChoice("unknown", Unknown.class).orElse(Unknown.EXCLUDED);
        if (!file.has("screening")) {
            return ScreeningPolicy.centre(unknown);
        }
        YamlNode node = file.node("screening").only("mode", "parts", "available_from");
        if (node.findChoice("mode", ScreeningMode.class).orElse(ScreeningMode.CENTRE) == ScreeningMode.CENTRE) {
            node.only("mode");
            return ScreeningPolicy.centre(unknown);
        }
        return TermYaml.at(
                node,
                () -> new ScreeningPolicy(
                        unknown,
                        node.integer("parts"),
                        node.findNumber("available_from").orElse(0.5)));
    }

    /** Whether cells are screened by their centre or by the share of them that is available. */
    private enum ScreeningMode {
        CENTRE,
        SHARE
    }

    private static SiteRules sites(YamlNode node, ProjectFigures figures) {
        node.only("connectivity", "min_area_ha", "max_capacity_mw", "fill_holes_ha", "neck_m", "simplify_m");
        return TermYaml.at(node, () -> {
            SiteRules rules = new SiteRules(
                    node.integer("connectivity"),
                    node.number("min_area_ha"),
                    node.findNumber("max_capacity_mw").orElse(Double.POSITIVE_INFINITY),
                    node.findNumber("fill_holes_ha").orElse(0.0),
                    node.findNumber("neck_m").orElse(0.0),
                    node.findNumber("simplify_m").orElse(0.0));
            rules.maxArea_ha(figures.density());
            return rules;
        });
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
