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
import sinkmap.catalog.LayerFileException;
import sinkmap.catalog.Suggestion;
import sinkmap.catalog.Text;
import sinkmap.catalog.YamlNode;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Measure;
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
    private final List<ScenarioPlan> plans;

    Scenarios(Catalog catalog, Optional<AccountPlan> account, Factors factors, RunStore runs) {
        this.account = account;
        this.factors = factors;
        this.runs = runs;
        this.rows = TransitionRows.read(catalog);
        this.prices = CarbonPrices.read(catalog);
        rows.differFrom(factors.list().stream().map(Factor::id).toList());
        ScenarioYaml yaml = new ScenarioYaml(account, factors, rows, prices);
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

    /** What a scenario comes to; a {@link SinkmapException} when there is none or its areas do not allow it. */
    public ScenarioResult answer(String id) {
        ScenarioPlan plan = plans.stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new SinkmapException("there is no scenario '" + id + "'"
                        + Suggestion.among(
                                id, plans.stream().map(ScenarioPlan::id).toList())));
        boolean needsAccount = plan.wholeAccount() || plan.classes().stream().anyMatch(c -> Double.isNaN(c.area_ha()));
        AccountAreas areas = needsAccount ? AccountAreas.read(runs, account.orElseThrow()) : null;
        return answer(plan, areas);
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
            return new ScenarioAnswer(model).result(areas == null ? null : areas.run(), without);
        } catch (SinkmapException e) {
            throw e instanceof LayerFileException ? e : new LayerFileException(plan.file(), 1, e.getMessage());
        }
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
