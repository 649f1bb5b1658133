package sinkmap.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.LandHistories;
import sinkmap.sink.Measure;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;
import sinkmap.store.BandStacks;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;

/**
 * The scenarios of {@code scenarios/}: read strictly when the service starts. Those that state areas are answered from the
 * current account whenever they are asked, those of dated maps by the run that was made of them.
 */
public final class Scenarios {

    /** The kind of their runs. */
    public static final String KIND = "scenario";

    /** Map of the carbon density of every year, a band a year. */
    public static final String YEARS = "years";

    /** Map of the carbon density of each dated map by the account, and of the change from the first to the last. */
    public static final String STATES = "states";

    private final Optional<AccountPlan> account;
    private final Factors factors;
    private final TransitionRows rows;
    private final CarbonPrices prices;
    private final RunStore runs;
    private final BandStacks stacks;
    private final List<ScenarioPlan> plans;

    Scenarios(Catalog catalog, Optional<AccountPlan> account, Factors factors, RunStore runs, BandStacks stacks) {
        this.account = account;
        this.factors = factors;
        this.runs = runs;
        this.stacks = stacks;
        this.rows = TransitionRows.read(catalog);
        this.prices = CarbonPrices.read(catalog);
        rows.differFrom(factors.list().stream().map(Factor::id).toList());
        ScenarioYaml yaml = new ScenarioYaml(account, factors, rows, prices, new LayerNames(catalog));
        this.plans = files(catalog.directory().resolve("scenarios")).stream()
                .map(file -> yaml.read(YamlNode.read(file)))
                .toList();
    }

    /**
     * A scenario in a list.
     *
     * @param quality {@code illustrative}, {@code published} or {@code official}
     * @param mapped whether it is one of dated maps, which must be run
     */
    public record Listed(String id, Text title, String quality, int baseYear, int endYear, boolean mapped) {}

    /** All scenarios, in the order of their files. */
    public List<Listed> list() {
        return plans.stream()
                .map(p -> new Listed(p.id(), p.title(), p.quality(), p.baseYear(), p.endYear(), p.maps() != null))
                .toList();
    }

    /** Whether there is a scenario of that id. */
    public boolean has(String id) {
        return plans.stream().anyMatch(p -> p.id().equals(id));
    }

    /** Whether a scenario is one of dated maps, and has a map of every year. */
    public boolean mapped(String id) {
        return plan(id).maps() != null;
    }

    /**
     * What a scenario comes to. A {@link SinkmapException} when there is none, when its areas do not allow it, or when it is
     * one of dated maps that was not run.
     */
    public ScenarioResult answer(String id) {
        ScenarioPlan plan = plan(id);
        return plan.maps() == null
                ? ofAreas(plan)
                : read(findRun(id)
                        .orElseThrow(() -> new SinkmapException(
                                "scenario '" + id + "' has dated maps and was not run yet; run it first")));
    }

    /** The run that a scenario was last completed by. */
    public Optional<StoredRun> findRun(String id) {
        return runs.findCurrent(KIND, id).filter(run -> run.result() != null);
    }

    /** What a run of a scenario has found. */
    public static ScenarioResult read(StoredRun run) {
        return Json.read(run.result(), ScenarioResult.class);
    }

    /** The same, of the result as JSON. */
    public static ScenarioResult read(JsonNode result) {
        return Json.read(result.toString(), ScenarioResult.class);
    }

    /**
     * A map that a run of a scenario of dated maps has made.
     *
     * @param name {@link #YEARS} or {@link #STATES}
     */
    public Optional<Path> findMap(StoredRun run, String name) {
        return stacks.find(run.id(), name).map(BandStacks.Stack::file);
    }

    /**
     * Writes what the carbon density changed between two years of a run of a scenario of dated maps as one GeoTIFF, t C/ha; a
     * {@link SinkmapException} when the run has no maps, or not these years.
     */
    public void writeChange(StoredRun run, int from, int to, Path file) {
        BandStacks.Stack years = stacks.find(run.id(), YEARS)
                .orElseThrow(() -> new SinkmapException("run " + run.id() + " has no map of its years"));
        ScenarioResult result = read(run);
        for (int year : new int[] {from, to}) {
            if (year < result.baseYear() || year > result.endYear()) {
                throw new SinkmapException("the scenario has the years " + result.baseYear() + " to " + result.endYear()
                        + ", and not " + year);
            }
        }
        BandStacks.writeDifference(years, from - result.baseYear(), to - result.baseYear(), to + " less " + from, file);
    }

    /** A scenario of stated areas, from the current account where it takes areas from it. */
    ScenarioResult ofAreas(ScenarioPlan plan) {
        boolean needsAccount = plan.wholeAccount() || plan.classes().stream().anyMatch(c -> Double.isNaN(c.area_ha()));
        AccountAreas areas = needsAccount ? AccountAreas.read(runs, account.orElseThrow()) : null;
        return answer(plan, areas);
    }

    AccountPlan account() {
        return account.orElseThrow();
    }

    MappedScenario mapped(ScenarioPlan plan, LandHistories land) {
        return new MappedScenario(plan, account(), factors, rows.rules(), land);
    }

    ScenarioModel model(MappedScenario mapped) {
        ScenarioPlan plan = mapped.plan();
        return new ScenarioModel(plan, plan.classes(), mapped.area_ha(), rows.rules(), prices);
    }

    StateAccounts accounts(ScenarioPlan plan, LandHistories land) {
        List<Stratum> strata = account().strata();
        return new StateAccounts(
                land, strata, new Stocks(strata, factors, plan.method().sets()));
    }

    static ScenarioResult.OfMaps ofMaps(ScenarioPlan plan, Grid grid, StateAccounts accounts) {
        List<StateAccounts.OfState> list = accounts.list();
        List<ScenarioResult.OfState> states = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            StateAccounts.OfState of = list.get(i);
            states.add(new ScenarioResult.OfState(
                    of.year(),
                    plan.maps().states().get(i).layers().values().stream()
                            .map(FeatureLayer::id)
                            .toList(),
                    of.area_ha(),
                    new ScenarioResult.Range(
                            of.stock().value().value(),
                            of.stock().low().value(),
                            of.stock().high().value()),
                    ScenarioAnswer.range(of.flows().sequestration().value()),
                    ScenarioAnswer.range(of.flows().methane().value())));
        }
        return new ScenarioResult.OfMaps(grid.cellSize(), states);
    }

    ScenarioPlan plan(String id) {
        return plans.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SinkmapException("there is no scenario '" + id + "'"
                        + Suggestion.among(
                                id, plans.stream().map(ScenarioPlan::id).toList())));
    }

    private ScenarioResult answer(ScenarioPlan plan, AccountAreas areas) {
        List<ScenarioPlan.OfClass> classes = new ArrayList<>(plan.classes());
        List<ScenarioResult.WithoutFactor> without = new ArrayList<>();
        if (plan.wholeAccount()) {
            addRest(plan, areas, classes, without);
        }
        try {
            Map<String, Double> area_ha = new HashMap<>();
            for (ScenarioPlan.OfClass of : classes) {
                area_ha.put(
                        of.id(),
                        Double.isNaN(of.area_ha()) ? of.share() * areas.get(of.id(), of.stratum()) : of.area_ha());
            }
            ScenarioModel model = new ScenarioModel(plan, classes, area_ha, rows.rules(), prices);
            return new ScenarioAnswer(model, Map.of()).result(areas == null ? null : areas.run(), null, without);
        } catch (SinkmapException e) {
            throw located(plan, e);
        }
    }

    static SinkmapException located(ScenarioPlan plan, SinkmapException e) {
        return e instanceof LayerFileException ? e : new LayerFileException(plan.file(), 1, e.getMessage());
    }

    /** Adds what the account has and no class names. */
    private void addRest(
            ScenarioPlan plan,
            AccountAreas areas,
            List<ScenarioPlan.OfClass> classes,
            List<ScenarioResult.WithoutFactor> without) {
        Map<Stratum, Double> taken = new LinkedHashMap<>();
        plan.classes().stream()
                .filter(c -> Double.isNaN(c.area_ha()))
                .forEach(c -> taken.merge(c.stratum(), c.share(), Double::sum));
        for (Map.Entry<Stratum, Double> of : areas.all().entrySet()) {
            Stratum stratum = of.getKey();
            double share = 1 - taken.getOrDefault(stratum, 0.0);
            if (!stratum.sink() || share <= 1e-9) {
                continue;
            }
            StratumModel model = factors.model(stratum, plan.method().sets());
            Text title = account.orElseThrow().title(stratum);
            if (model.lacks(Measure.STOCK)) {
                without.add(new ScenarioResult.WithoutFactor(
                        stratum.layer(), stratum.classCode(), title, share * of.getValue()));
            } else {
                classes.add(ScenarioClassYaml.rest(model, title, share));
            }
        }
    }

    /** A result as JSON. */
    public static String json(ScenarioResult result) {
        return Json.write(result);
    }

    /** The list as JSON. */
    public String listJson() {
        return Json.write(list());
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new LayerFileException(folder, 1, "the folder cannot be read: " + e.getMessage());
        }
    }
}
