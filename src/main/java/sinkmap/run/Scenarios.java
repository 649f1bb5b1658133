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
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Measure;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;
import sinkmap.store.RunStore;

/**
 * The scenarios of {@code scenarios/}: read strictly when the service starts, answered from the areas of the current
 * account whenever they are asked.
 */
public final class Scenarios {

    private final Optional<AccountPlan> account;
    private final Factors factors;
    private final TransitionRows rows;
    private final CarbonPrices prices;
    private final RunStore runs;
    private final StateMaps maps;
    /** Maps take memory by the cell, so only one scenario of maps is reckoned at a time. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    private final List<ScenarioPlan> plans;

    Scenarios(Catalog catalog, Optional<AccountPlan> account, Factors factors, RunStore runs, StateMaps maps) {
        this.maps = maps;
        this.account = account;
        this.factors = factors;
        this.runs = runs;
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
     */
    public record Listed(String id, Text title, String quality, int baseYear, int endYear) {}

    /** All scenarios, in the order of their files. */
    public List<Listed> list() {
        return plans.stream()
                .map(p -> new Listed(p.id(), p.title(), p.quality(), p.baseYear(), p.endYear()))
                .toList();
    }

    /** Whether there is a scenario of that id. */
    public boolean has(String id) {
        return plans.stream().anyMatch(p -> p.id().equals(id));
    }

    /** Whether a scenario is one of dated maps, and has a map of every year. */
    public boolean mapped(String id) {
        return get(id).maps() != null;
    }

    /** What a scenario comes to; a {@link SinkmapException} when there is none or its areas do not allow it. */
    public ScenarioResult answer(String id) {
        ScenarioPlan plan = get(id);
        if (plan.maps() != null) {
            return inTurn(plan, () -> {
                StateMaps.Land land = maps.read(account.orElseThrow(), plan.maps());
                MappedScenario mapped = mapped(plan, land);
                return new ScenarioAnswer(model(mapped), mapped.passing())
                        .result(null, ofMaps(plan, land), mapped.without());
            });
        }
        boolean needsAccount = plan.wholeAccount() || plan.classes().stream().anyMatch(c -> Double.isNaN(c.area_ha()));
        AccountAreas areas = needsAccount ? AccountAreas.read(runs, account.orElseThrow()) : null;
        return answer(plan, areas);
    }

    /**
     * Writes the carbon density of every year of a scenario of dated maps as one GeoTIFF: t C/ha, a band a year, NaN where
     * it is not known. A {@link SinkmapException} when the scenario has no maps.
     */
    public void write(String id, Path file) {
        write(id, (mapped, model) -> mapped.write(file, model));
    }

    /**
     * Writes what the carbon density of a scenario of dated maps changed between two years as one GeoTIFF, t C/ha. A {@link
     * SinkmapException} when the scenario has no maps, or not these years.
     */
    public void writeChange(String id, int from, int to, Path file) {
        write(id, (mapped, model) -> mapped.writeChange(file, model, from, to));
    }

    /**
     * Writes the carbon density of every state of a scenario of dated maps and, as the last band, what changed from the first
     * to the last, by the densities of the account; t C/ha. A {@link SinkmapException} when the scenario has no maps.
     */
    public void writeStates(String id, Path file) {
        ScenarioPlan plan = ofMaps(id);
        inTurn(plan, () -> {
            accounts(plan, maps.read(account.orElseThrow(), plan.maps())).write(file);
            return file;
        });
    }

    private void write(String id, BiConsumer<MappedScenario, ScenarioModel> writer) {
        ScenarioPlan plan = ofMaps(id);
        inTurn(plan, () -> {
            MappedScenario mapped = mapped(plan, maps.read(account.orElseThrow(), plan.maps()));
            writer.accept(mapped, model(mapped));
            return mapped;
        });
    }

    private ScenarioPlan ofMaps(String id) {
        ScenarioPlan plan = get(id);
        if (plan.maps() == null) {
            throw new SinkmapException(
                    "scenario '" + id + "' has areas and no maps, so no map of its years can be made");
        }
        return plan;
    }

    private <T> T inTurn(ScenarioPlan plan, Supplier<T> work) {
        oneAtATime.lock();
        try {
            return work.get();
        } catch (SinkmapException e) {
            throw located(plan, e);
        } finally {
            oneAtATime.unlock();
        }
    }

    private MappedScenario mapped(ScenarioPlan plan, StateMaps.Land land) {
        return new MappedScenario(plan, account.orElseThrow(), factors, rows.rules(), land.histories());
    }

    private ScenarioModel model(MappedScenario mapped) {
        ScenarioPlan plan = mapped.plan();
        return new ScenarioModel(plan, plan.classes(), mapped.area_ha(), rows.rules(), prices);
    }

    private StateAccounts accounts(ScenarioPlan plan, StateMaps.Land land) {
        List<Stratum> strata = account.orElseThrow().strata();
        return new StateAccounts(
                land.dated(), strata, new Stocks(strata, factors, plan.method().sets()));
    }

    private ScenarioResult.OfMaps ofMaps(ScenarioPlan plan, StateMaps.Land land) {
        List<StateAccounts.OfState> accounts = accounts(plan, land).list();
        List<ScenarioResult.OfState> states = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            StateAccounts.OfState of = accounts.get(i);
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
        return new ScenarioResult.OfMaps(
                land.histories().grid().cellSize(),
                states,
                land.inputs().stream()
                        .map(in -> new ScenarioResult.OfInput(in.layer(), in.file(), in.checksum(), in.quality()))
                        .toList());
    }

    private ScenarioPlan get(String id) {
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

    private static SinkmapException located(ScenarioPlan plan, SinkmapException e) {
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
