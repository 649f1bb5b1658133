package sinkmap.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factors;
import sinkmap.siting.Criterion;
import sinkmap.siting.Exclusion;
import sinkmap.siting.Plan;
import sinkmap.siting.Screening;
import sinkmap.siting.Site;
import sinkmap.siting.Sites;
import sinkmap.siting.Suitability;
import sinkmap.siting.Term;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Progress;

/** A siting run: screen, score, gather to sites, put the carbon beside them, write. */
final class SitingRun implements Work {

    private final Catalog catalog;
    private final Plans plans;
    private final Optional<AccountPlan> account;
    private final Factors factors;
    private final Stores stores;
    private final Grids grids;

    SitingRun(
            Catalog catalog,
            Plans plans,
            Optional<AccountPlan> account,
            Factors factors,
            Stores stores,
            RunSettings settings) {
        this.catalog = catalog;
        this.plans = plans;
        this.account = account;
        this.factors = factors;
        this.stores = stores;
        this.grids = new Grids(catalog, settings);
    }

    @Override
    public void check(RunRequest request) {
        if (request.plan() == null || request.plan().isBlank()) {
            throw new SinkmapException("a siting run needs a plan; there are "
                    + String.join(", ", plans.list().stream().map(Plan::id).toList()));
        }
        Plan plan = plans.get(request.plan(), request.ruleSet());
        DerivedLayers derived = new DerivedLayers(catalog);
        derived.candidateSite();
        derived.suitability(plan.id());
        derived.exclusion(plan.id());
        grids.of(request.cell());
    }

    @Override
    public String run(String run, RunRequest request, Progress progress) {
        Plan plan = plans.get(request.plan(), request.ruleSet());
        Grid region = grids.of(request.cell());
        Stages stages = new Stages(progress);
        Inputs inputs = new Inputs(catalog, stores.loads());
        StoreEvidence whole = new StoreEvidence(region, catalog, rastersAskedForTwice(plan), stores, inputs, stages);
        DerivedLayers derived = new DerivedLayers(catalog);

        stages.begin("land", 0.01, 0.05);
        Grid grid = LandWindow.of(plan.land(), whole);
        StoreEvidence evidence = whole.on(grid);
        stages.begin("screening", 0.05, 0.4);
        Screening screening = Screening.of(plan, evidence);
        stages.begin("write exclusion", 0.4, 0.5);
        stages.during(() -> stores.rasters().write(derived.exclusion(plan.id()), run, screening.reasons()));
        stages.begin("scoring", 0.5, 0.7);
        Suitability suitability = Suitability.of(plan, screening, evidence);
        stages.begin("write suitability", 0.7, 0.8);
        stages.during(() -> stores.rasters().write(derived.suitability(plan.id()), run, suitability.score()));
        stages.begin("sites", 0.8, 0.88);
        List<Site> sites = Sites.of(plan, screening, suitability, evidence);
        stages.begin("carbon", 0.88, 0.95);
        RegionFeatures features = new RegionFeatures(stores.features());
        Optional<SiteCarbon> carbon = SiteCarbon.read(account, factors, grid, features, inputs, stages);
        Optional<ZoneMap> zones = account.map(a -> ZoneMap.read(a, features, grid, inputs, stages));
        stages.begin("write sites", 0.95, 1);
        String quality = inputs.quality();
        FeatureLayer layer = derived.candidateSite();
        write(
                sites,
                new SiteFeatures(plan, grid, layer, carbon, zones, plans.avoided(plan), quality),
                layer,
                run,
                stages);
        stages.end();
        return Json.write(new SitingResult(
                plan.id(),
                plan.ruleSet(),
                SitingResult.of(region),
                SitingResult.areas(region, screening, suitability),
                SitingResult.exclusions(screening),
                SitingResult.criteria(plan, suitability),
                SitingResult.sites(sites),
                SiteFeatures.basis(plans.avoided(plan)),
                stages.seconds(),
                stages.peakHeap_mb(),
                inputs.list(),
                inputs.quality(),
                plans.hash(plan),
                inputs.definitions(),
                Version.current()));
    }

    private void write(List<Site> sites, SiteFeatures features, FeatureLayer layer, String run, Stages stages) {
        try (FeatureWriter writer = stores.features().write(layer, run)) {
            for (Site site : sites) {
                stages.tick();
                writer.add(features.feature(site));
            }
            writer.commit();
        }
    }

    private static Set<String> rastersAskedForTwice(Plan plan) {
        Map<String, Integer> uses = new HashMap<>();
        Stream<Term> terms =
                Stream.concat(Stream.of(plan.land()), plan.exclusions().stream().map(Exclusion::when));
        terms.flatMap(Term::leaves).forEach(term -> {
            if (term instanceof Term.Value value) {
                uses.merge(value.layer(), 1, Integer::sum);
            }
        });
        for (Criterion criterion : plan.criteria()) {
            if (criterion.value() instanceof Criterion.RasterValue value) {
                uses.merge(value.layer(), 1, Integer::sum);
            }
        }
        uses.merge(plan.figures().yield().resource(), 1, Integer::sum);
        return uses.keySet().stream().filter(layer -> uses.get(layer) > 1).collect(Collectors.toSet());
    }
}
