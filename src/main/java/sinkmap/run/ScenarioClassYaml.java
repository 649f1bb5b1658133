package sinkmap.run;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.run.TransitionRows.Kind;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Formula;
import sinkmap.sink.Measure;
import sinkmap.sink.Pool;
import sinkmap.sink.SoilPath;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;

/** Reads the classes of a scenario. A class that is a stratum of the account has what the account's method gives it. */
final class ScenarioClassYaml {

    private static final double KG_PER_T = 1000;

    private final Optional<AccountPlan> account;
    private final AccountPlan.AccountMethod method;
    private final Factors factors;
    private final TransitionRows rows;

    ScenarioClassYaml(
            Optional<AccountPlan> account, AccountPlan.AccountMethod method, Factors factors, TransitionRows rows) {
        this.account = account;
        this.method = method;
        this.factors = factors;
        this.rows = rows;
    }

    ScenarioPlan.OfClass read(YamlNode node) {
        node.only(
                "id",
                "title",
                "habitat",
                "stratum",
                "share_percent",
                "area_ha",
                "area_source",
                "area_uncertainty_percent",
                "pools",
                "methane");
        String id = node.text("id");
        Stratum stratum = node.find("stratum").map(this::stratum).orElse(null);
        boolean given = node.has("area_ha") || stratum == null;
        double area_ha = given ? atLeastZero(node, "area_ha") : Double.NaN;
        Map<Pool, ScenarioPlan.OfPool> ofAccount = stratum == null ? Map.of() : pools(model(stratum));
        Map<Pool, ScenarioPlan.OfPool> pools = new EnumMap<>(Pool.class);
        pools.putAll(ofAccount);
        for (YamlNode at : node.findList("pools")) {
            Pool pool = pool(at);
            ScenarioPlan.OfPool before = pools.put(pool, ofPool(at, ofAccount.get(pool), area_ha == 0));
            if (before != ofAccount.get(pool)) {
                throw at.error("pool '" + pool.code() + "' is in the list twice; name it once");
            }
        }
        checkPools(node, stratum, pools);
        Amount methane = rows.find(node, "methane", Kind.METHANE)
                .orElseGet(() -> stratum == null ? Amount.ZERO : methane(model(stratum)));
        return new ScenarioPlan.OfClass(
                id,
                node.bilingual("title"),
                node.findText("habitat").orElse(null),
                stratum,
                share(node, given),
                area_ha,
                uncertainty_percent(node, stratum, given),
                !given ? "account" : area_ha == 0 ? "none at first" : node.text("area_source"),
                pools,
                methane);
    }

    /** A stratum of the account that no class of the file names; it stays what it is. */
    static ScenarioPlan.OfClass rest(StratumModel model, Text title, double share) {
        Stratum stratum = model.stratum();
        return new ScenarioPlan.OfClass(
                stratum.layer() + ":" + stratum.classCode(),
                title,
                null,
                stratum,
                share,
                Double.NaN,
                stratum.areaUncertainty_percent(),
                "account",
                pools(model),
                methane(model));
    }

    private static double share(YamlNode node, boolean given) {
        Optional<Double> percent = node.findNumber("share_percent");
        if (percent.isPresent() && given) {
            throw node.node("share_percent").error("a share is of the area of a stratum; leave 'area_ha' out");
        }
        double share = percent.orElse(100.0) / 100;
        if (!(share >= 0 && share <= 1)) {
            throw node.node("share_percent").error("a share lies between 0 and 100 percent, not " + percent.get());
        }
        return share;
    }

    private static double uncertainty_percent(YamlNode node, Stratum stratum, boolean given) {
        if (!given && node.has("area_uncertainty_percent")) {
            throw node.node("area_uncertainty_percent")
                    .error("account.yaml says how uncertain the area of a stratum is; leave this out");
        }
        return given
                ? node.has("area_uncertainty_percent") ? atLeastZero(node, "area_uncertainty_percent") : 0
                : stratum.areaUncertainty_percent();
    }

    private static void checkPools(YamlNode node, Stratum stratum, Map<Pool, ScenarioPlan.OfPool> pools) {
        if (pools.containsKey(Pool.BIOMASS) && (pools.containsKey(Pool.ABOVE) || pools.containsKey(Pool.BELOW))) {
            throw node.error("class '" + node.text("id") + "' has biomass as one and above or below ground beside it,"
                    + " which would count twice; keep one way");
        }
        if (stratum != null && pools.isEmpty()) {
            throw node.error("there is no factor for layer " + stratum.layer() + ", class " + stratum.classCode()
                    + "; add rows to factors/carbon.csv, or give the pools of class '" + node.text("id") + "' here");
        }
    }

    private StratumModel model(Stratum stratum) {
        return factors.model(stratum, method.sets());
    }

    private Stratum stratum(YamlNode node) {
        node.only("layer", "class");
        AccountPlan plan = account.orElseThrow(
                () -> node.error("there is no account.yaml, so no class can be a stratum of it; give 'area_ha'"));
        String layer = node.text("layer");
        String code = node.findText("class").orElse(Factor.ANY);
        List<Stratum> strata = plan.strata();
        List<String> layers = strata.stream().map(Stratum::layer).distinct().toList();
        if (!layers.contains(layer)) {
            throw node.node("layer")
                    .error("layer '" + layer + "' is not in account.yaml" + Suggestion.among(layer, layers));
        }
        List<String> codes = strata.stream()
                .filter(s -> s.layer().equals(layer))
                .map(Stratum::classCode)
                .toList();
        return strata.stream()
                .filter(s -> s.layer().equals(layer) && s.classCode().equals(code))
                .findFirst()
                .orElseThrow(() -> node.error("layer '" + layer + "' has no class '" + code + "' in account.yaml"
                        + Suggestion.among(code, codes)));
    }

    /** What the account's method gives a stratum. */
    private static Map<Pool, ScenarioPlan.OfPool> pools(StratumModel model) {
        Map<Pool, ScenarioPlan.OfPool> pools = new EnumMap<>(Pool.class);
        for (StratumModel.Entry entry : model.entries(Measure.STOCK)) {
            pools.put(entry.pool(), new ScenarioPlan.OfPool(Amount.of(entry), Amount.ZERO, null));
        }
        for (StratumModel.Entry entry : model.entries(Measure.SEQUESTRATION)) {
            ScenarioPlan.OfPool pool =
                    pools.getOrDefault(entry.pool(), new ScenarioPlan.OfPool(Amount.ZERO, Amount.ZERO, null));
            Amount rate = pool.rate().plus(Amount.of(entry));
            pools.put(
                    entry.pool(), new ScenarioPlan.OfPool(pool.density(), rate, ceiling(entry, pool.density(), rate)));
        }
        return pools;
    }

    /** A soil on its way to another balance comes to it within the years of its path; all else never stops by itself. */
    private static Amount ceiling(StratumModel.Entry entry, Amount density, Amount rate) {
        return entry.formula() == Formula.SOC && rate.best() > 0
                ? density.plus(rate.times(SoilPath.DEFAULT_YEARS))
                : null;
    }

    private static Amount methane(StratumModel model) {
        Amount sum = Amount.ZERO;
        for (StratumModel.Entry entry : model.entries(Measure.METHANE)) {
            sum = sum.plus(Amount.of(entry));
        }
        return sum.times(KG_PER_T);
    }

    private static Pool pool(YamlNode node) {
        String code = node.text("pool");
        List<String> codes = Arrays.stream(Pool.values()).map(Pool::code).toList();
        return Pool.find(code)
                .orElseThrow(() ->
                        node.node("pool").error("there is no pool '" + code + "'" + Suggestion.among(code, codes)));
    }

    /** A pool as the file states it; what it leaves out is that of the account. */
    private ScenarioPlan.OfPool ofPool(YamlNode node, ScenarioPlan.OfPool account, boolean empty) {
        node.only("pool", "density", "rate", "ceiling");
        if (!node.has("density") && account == null && !empty) {
            throw node.error("pool '" + node.text("pool") + "' needs 'density': the class has land at first");
        }
        Amount density =
                rows.find(node, "density", Kind.DENSITY).orElse(account == null ? Amount.ZERO : account.density());
        Amount rate = rows.find(node, "rate", Kind.RATE).orElse(account == null ? Amount.ZERO : account.rate());
        Amount ceiling = account == null || node.has("rate") ? null : account.ceiling();
        if (node.findText("ceiling").filter("account"::equals).isPresent()) {
            if (account == null) {
                throw node.node("ceiling").error("the account has no density of this pool to grow to; name a row");
            }
            ceiling = account.density();
        } else {
            ceiling = rows.find(node, "ceiling", Kind.CEILING).orElse(ceiling);
        }
        return new ScenarioPlan.OfPool(density, rate, ceiling);
    }

    private static double atLeastZero(YamlNode node, String key) {
        double number = node.number(key);
        if (number < 0) {
            throw node.node(key).error("'" + key + "' cannot be negative, but is " + number);
        }
        return number;
    }
}
