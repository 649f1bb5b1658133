package sinkmap.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Quality;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factors;
import sinkmap.sink.Impact;
import sinkmap.sink.Stratum;
import sinkmap.sink.Transition;

/** Reads the files of {@code scenarios/} and holds them against the account and the tables of factors. */
final class ScenarioYaml {

    private static final double ROUNDING = 1e-9;

    private final Optional<AccountPlan> account;
    private final Factors factors;
    private final TransitionRows rows;
    private final CarbonPrices prices;
    private final LayerNames layers;

    ScenarioYaml(
            Optional<AccountPlan> account,
            Factors factors,
            TransitionRows rows,
            CarbonPrices prices,
            LayerNames layers) {
        this.layers = layers;
        this.account = account;
        this.factors = factors;
        this.rows = rows;
        this.prices = prices;
    }

    /** The scenario of a file. */
    ScenarioPlan read(YamlNode file) {
        file.only(
                "id",
                "title",
                "areas",
                "quality",
                "base_year",
                "end_year",
                "method",
                "whole_account",
                "classes",
                "transitions",
                "states",
                "changes",
                "outside",
                "price");
        String id = file.text("id");
        if (!file.file().getFileName().toString().equals(id + ".yaml")) {
            throw file.node("id").error("the id '" + id + "' must be the name of the file without .yaml");
        }
        ScenarioPlan.Maps maps = ScenarioMapsYaml.find(file, account, layers);
        int baseYear =
                maps == null ? file.integer("base_year") : maps.states().get(0).year();
        int last = maps == null
                ? baseYear
                : maps.states().get(maps.states().size() - 1).year();
        int endYear = file.integer("end_year");
        if (endYear <= last) {
            throw file.node("end_year")
                    .error("the scenario must end after "
                            + (maps == null ? "its base year " : "the last of its states, ") + last);
        }
        AccountPlan.AccountMethod method = method(file);
        if (file.flag("whole_account", false) && method == null) {
            throw file.node("whole_account").error("there is no account.yaml; leave this out");
        }
        List<ScenarioPlan.OfClass> classes = classes(file, method);
        return new ScenarioPlan(
                file.file(),
                id,
                file.bilingual("title"),
                file.bilingual("areas"),
                file.choice("quality", Quality.class).name().toLowerCase(java.util.Locale.ROOT),
                baseYear,
                endYear,
                method,
                file.flag("whole_account", false),
                classes,
                transitions(file, classes, baseYear, endYear),
                maps,
                file.find("price").map(at -> price(at, baseYear, endYear)).orElse(null));
    }

    private AccountPlan.AccountMethod method(YamlNode file) {
        Optional<YamlNode> named = file.find("method");
        if (named.isEmpty()) {
            return account.map(AccountPlan::headline).orElse(null);
        }
        List<AccountPlan.AccountMethod> methods =
                account.map(AccountPlan::methods).orElse(List.of());
        YamlNode at = named.get();
        return methods.stream()
                .filter(m -> m.id().equals(at.asText()))
                .findFirst()
                .orElseThrow(() -> at.error("account.yaml has no method '" + at.asText() + "'"
                        + Suggestion.among(
                                at.asText(),
                                methods.stream()
                                        .map(AccountPlan.AccountMethod::id)
                                        .toList())));
    }

    private ScenarioPlan.Price price(YamlNode at, int baseYear, int endYear) {
        at.only("table", "between", "discount_rate_percent");
        String table = at.text("table");
        if (!prices.names().contains(table)) {
            throw at.node("table")
                    .error("there is no table '" + table + "' in factors/carbon-price.csv"
                            + Suggestion.among(table, prices.names()));
        }
        String between = at.findText("between").orElse("none");
        if (!List.of("none", "linear").contains(between)) {
            throw at.node("between").error("'between' is none or linear, not '" + between + "'");
        }
        double rate_percent = at.number("discount_rate_percent");
        if (rate_percent < 0 || rate_percent > 100) {
            throw at.node("discount_rate_percent")
                    .error("a discount rate lies between 0 and 100 percent, not " + rate_percent);
        }
        boolean linear = between.equals("linear");
        located(at.node("table"), () -> prices.table(table, linear, 0).check(baseYear + 1, endYear));
        return new ScenarioPlan.Price(table, linear, rate_percent / 100);
    }

    private List<ScenarioPlan.OfClass> classes(YamlNode file, AccountPlan.AccountMethod method) {
        ScenarioClassYaml yaml = new ScenarioClassYaml(account, method, factors, rows);
        List<ScenarioPlan.OfClass> classes = new ArrayList<>();
        Map<Stratum, Double> shares = new LinkedHashMap<>();
        for (YamlNode node : file.findList("classes")) {
            ScenarioPlan.OfClass of = yaml.read(node);
            if (classes.stream().anyMatch(other -> other.id().equals(of.id()))) {
                throw node.error("class '" + of.id() + "' is in the list twice; name it once");
            }
            if (file.has("states")) {
                checkMapped(node, of, classes);
            } else if (Double.isNaN(of.area_ha())) {
                double share = shares.merge(of.stratum(), of.share(), Double::sum);
                if (share > 1 + ROUNDING) {
                    throw node.error("the classes take " + number(share * 100) + " % of layer "
                            + of.stratum().layer() + ", class " + of.stratum().classCode()
                            + "; shares cannot exceed its area (100 %)");
                }
            }
            classes.add(of);
        }
        if (classes.isEmpty() && !file.flag("whole_account", false) && !file.has("states")) {
            throw file.error("a scenario needs 'classes', 'whole_account: true' or 'states'");
        }
        return List.copyOf(classes);
    }

    /** A class of a scenario of maps is one stratum, whole. */
    private static void checkMapped(YamlNode node, ScenarioPlan.OfClass of, List<ScenarioPlan.OfClass> others) {
        if (!Double.isNaN(of.area_ha()) || node.has("share_percent")) {
            throw node.error("the area of class '" + of.id() + "' is that of the maps; name its 'stratum' and no area");
        }
        if (others.stream().anyMatch(other -> other.stratum().equals(of.stratum()))) {
            throw node.error("class '" + of.id() + "' is a stratum that another class is already; keep one");
        }
    }

    // ---- transitions

    private List<ScenarioPlan.OfTransition> transitions(
            YamlNode file, List<ScenarioPlan.OfClass> classes, int baseYear, int endYear) {
        List<String> ids = classes.stream().map(ScenarioPlan.OfClass::id).toList();
        List<ScenarioPlan.OfTransition> transitions = new ArrayList<>();
        for (YamlNode node : file.findList("transitions")) {
            ScenarioPlan.OfTransition of = transition(node, ids);
            Transition moved = of.transition();
            if (transitions.stream().anyMatch(t -> t.transition().id().equals(moved.id()))) {
                throw node.error("transition '" + moved.id() + "' is in the list twice");
            }
            if (moved.startYear() < baseYear || moved.lastYear() >= endYear) {
                throw node.node("start_year")
                        .error("transition '" + moved.id() + "' moves land from " + moved.startYear() + " to "
                                + moved.lastYear() + ", but the scenario takes transitions from " + baseYear + " to "
                                + (endYear - 1) + "; shorten the ramp or start earlier");
            }
            checkRules(node, moved, classes);
            transitions.add(of);
        }
        return List.copyOf(transitions);
    }

    private void checkRules(YamlNode node, Transition moved, List<ScenarioPlan.OfClass> classes) {
        if (moved.impact() == null) {
            return;
        }
        String habitat = classes.stream()
                .filter(c -> c.id().equals(moved.from()))
                .findFirst()
                .orElseThrow()
                .habitat();
        List<String> known = rows.rules().stream()
                .map(TransitionRows.Rule::habitat)
                .distinct()
                .toList();
        if (habitat == null || !known.contains(habitat)) {
            throw node.node("impact")
                    .error("class '" + moved.from() + "' "
                            + (habitat == null ? "names no habitat" : "is of habitat '" + habitat + "'")
                            + ", and factors/transition.csv has disturbance rows for " + String.join(", ", known));
        }
    }

    private ScenarioPlan.OfTransition transition(YamlNode node, List<String> classes) {
        node.only(
                "id",
                "title",
                "action",
                "from",
                "to",
                "impact",
                "start_year",
                "ramp_years",
                "area_ha",
                "area_source",
                "cost");
        for (String key : List.of("from", "to")) {
            if (!classes.contains(node.text(key))) {
                throw node.node(key)
                        .error("there is no class '" + node.text(key) + "' in the scenario"
                                + Suggestion.among(node.text(key), classes));
            }
        }
        Transition transition = located(
                node,
                () -> new Transition(
                        node.text("id"),
                        node.text("from"),
                        node.text("to"),
                        node.integer("start_year"),
                        node.findInteger("ramp_years").orElse(1),
                        node.number("area_ha"),
                        node.findChoice("impact", Impact.class).orElse(null)));
        if (transition.from().equals(transition.to())) {
            throw node.node("to").error("land that keeps its class needs no transition; it keeps accumulating");
        }
        ScenarioPlan.Action action = node.choice("action", ScenarioPlan.Action.class);
        Optional<YamlNode> cost = node.find("cost").map(at -> at.only("once", "yearly"));
        return new ScenarioPlan.OfTransition(
                node.bilingual("title"),
                action,
                transition,
                node.text("area_source"),
                cost.map(at -> rows.find(at, "once", TransitionRows.Kind.COST_ONCE)
                                .orElse(Amount.ZERO))
                        .orElse(null),
                cost.flatMap(at -> rows.find(at, "yearly", TransitionRows.Kind.COST_YEARLY))
                        .orElse(Amount.ZERO));
    }

    // ---- errors

    static String number(double value) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(2, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** What the arithmetic refuses, with the place in the file. */
    static <T> T located(YamlNode at, Supplier<T> made) {
        try {
            return made.get();
        } catch (SinkmapException e) {
            throw e instanceof LayerFileException ? e : at.error(e.getMessage());
        }
    }
}
