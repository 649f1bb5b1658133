package sinkmap.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.RasterLayer;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.SinkmapException;
import sinkmap.sink.Factors;
import sinkmap.siting.NearestCells;
import sinkmap.siting.Obstacles;
import sinkmap.siting.Plan;
import sinkmap.siting.ScoreSpread;
import sinkmap.siting.Scorer;
import sinkmap.siting.Sensitivity;
import sinkmap.siting.Site;
import sinkmap.siting.SiteArea;
import sinkmap.siting.SiteAreas;
import sinkmap.siting.SiteStability;
import sinkmap.siting.Sites;
import sinkmap.siting.Term;
import sinkmap.siting.Weights;
import sinkmap.store.Feature;
import sinkmap.store.FeatureWriter;
import sinkmap.store.RasterWriter;

/**
 * A siting run: screens the land of a plan window by window, gathers what is left to sites, counts what lies in them in a
 * second way through the windows, puts the carbon beside the sites, tests their ranking, writes them, and last draws the
 * maps of exclusions and of scores in further ways. Besides a few masks, memory does not grow with the number of cells.
 */
final class SitingRun implements Work {

    /** A few masks of all cells and the rows of areas are in memory, the rest window by window. */
    private static final int BYTES_PER_CELL = 4;

    /** Regulations hold by the day in China. */
    private static final ZoneId RULES_ZONE = ZoneId.of("Asia/Shanghai");

    private final Catalog catalog;
    private final Plans plans;
    private final CarbonTables tables;
    private final Stores stores;
    private final Grids grids;
    private final int windowCells;
    private final Clock clock;

    SitingRun(
            Catalog catalog,
            Plans plans,
            Optional<AccountPlan> account,
            Factors factors,
            Stores stores,
            RunSettings settings,
            Clock clock) {
        this.catalog = catalog;
        this.plans = plans;
        this.tables = CarbonTables.read(catalog, plans, account, factors);
        this.stores = stores;
        this.grids = new Grids(catalog, settings, BYTES_PER_CELL);
        this.windowCells = settings.windowCells();
        this.clock = clock;
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
        derived.siteCarbonBalance();
        derived.suitability(plan.id());
        derived.exclusion(plan.id());
        Grid grid = grids.of(request.cell());
        grid.refined(plan.screening().parts());
        tables.check(plan);
    }

    @Override
    public String run(String run, RunRequest request, RunProgress progress) {
        return new Siting(run, request, progress).run();
    }

    /** One run and what it works on. */
    private final class Siting {

        private final String run;
        private final LocalDate day = LocalDate.now(clock.withZone(RULES_ZONE));
        private final Plan plan;
        private final Grid region;
        private final RunProgress progress;
        private final Stages stages;
        private final Inputs inputs;
        private final DerivedLayers derived;
        private final RegionEvidence evidence;
        private final RegionEvidence parts;
        private final List<Plan> others;
        private final int perSide;
        /** What is taken over from earlier runs. */
        private final List<String> reused = new ArrayList<>();

        Siting(String run, RunRequest request, RunProgress progress) {
            this.run = run;
            this.plan = plans.get(request.plan(), request.ruleSet());
            this.region = grids.of(request.cell());
            this.progress = progress;
            this.stages = new Stages(progress);
            this.inputs = new Inputs(catalog, stores);
            this.derived = new DerivedLayers(catalog);
            this.evidence = new RegionEvidence(region, catalog, stores, inputs, stages);
            this.others = OtherRuleSets.list(plan, plans);
            this.perSide = plan.screening().parts();
            this.parts = perSide == 1
                    ? evidence
                    : new RegionEvidence(region.refined(perSide), catalog, stores, inputs, stages);
            for (RegionEvidence of : perSide == 1 ? List.of(evidence) : List.of(evidence, parts)) {
                of.prepare(plan);
                others.forEach(of::prepare);
            }
        }

        String run() {
            stages.begin("land", 0, 0.02);
            Grid window = LandWindow.of(plan.land(), evidence);
            List<Bands.Band> bands = Bands.of(window, perSide, windowCells);
            int rows = bands.get(0).grid().rows();
            evidence.over(window, rows);
            parts.over(window.refined(perSide), rows * perSide);
            CarbonEvidence carbon = new CarbonEvidence(tables, catalog, plan, () -> readCarbon(window));
            evidence.carbon(carbon);
            OtherRuleSets known = OtherRuleSets.of(others, parts, window.refined(perSide));
            CacheKeys keys = new CacheKeys(catalog, inputs.states());
            evidence.keys(keys);
            parts.keys(keys);
            try (CachedTruths truths =
                    new CachedTruths(stores.cache(), keys, window.refined(perSide), "of " + region, run)) {
                Mask eligible = ScreeningPass.eligible(plan, window, bands, parts, truths);
                ScreenedCache cache = new ScreenedCache(stores.cache(), keys, plan, known.plans(), evidence, window);
                try (LandColumns columns = new LandColumns(
                        plan, eligible, bands, evidence, stores.cache(), keys, cache.key("shares"), run)) {
                    ScreenedLand land =
                            new ScreenedLand(plan, eligible, known.plans().size(), columns);
                    if (!restore(land, columns, cache)) {
                        screen(land, known, truths, columns);
                        cache.keep(land);
                    }
                    stages.begin("sites", 0.45, 0.5);
                    SiteAreas areas = SiteAreas.of(
                            land.scored(), plan.sites(), plan.figures().density());
                    return describe(land, known, areas, cache, carbon, truths);
                }
            }
        }

        private Optional<SiteCarbon> readCarbon(Grid window) {
            return SiteCarbon.read(
                    tables, plan.technology(), window, new RegionFeatures(stores.features()), inputs, stages);
        }

        /** Takes over what an earlier run has found on the same land; false when that is not known. */
        private boolean restore(ScreenedLand land, LandColumns columns, ScreenedCache cache) {
            if (plan.weighting().needsStatistics() || !columns.known() || !cache.restore(land)) {
                return false;
            }
            reused.add("screening");
            return true;
        }

        private void screen(ScreenedLand land, OtherRuleSets known, CachedTruths truths, LandColumns columns) {
            stages.begin("screening", 0.02, 0.45);
            new ScreeningPass(plan, known.plans(), evidence, parts, truths, columns).run(land);
        }

        /** Draws the maps of what is excluded and what is left, or takes over those of an earlier run. */
        private void draw(ScreenedLand land, ScreenedCache cache, CachedTruths truths) {
            stages.begin("screening maps", 0.8, 0.87);
            RasterLayer exclusion = derived.exclusion(plan.id());
            Optional<RasterLayer> availability = derived.availability(plan.id());
            Map<RasterLayer, String> names = new LinkedHashMap<>(Map.of(exclusion, "exclusion"));
            availability.ifPresent(layer -> names.put(layer, "availability"));
            Map<RasterLayer, byte[]> maps = new LinkedHashMap<>();
            names.forEach((layer, name) -> cache.findMap(layer, name).ifPresent(file -> maps.put(layer, file)));
            if (maps.keySet().equals(names.keySet())) {
                maps.forEach((layer, file) -> stores.rasters().add(layer, run, land.window(), file));
                return;
            }
            List<Term> rules = ScreeningPass.rules(plan, List.of());
            rules.forEach(truths::add);
            try (RasterWriter reasons = stores.rasters().open(exclusion, run, land.window());
                    OptionalWriter shares = OptionalWriter.of(availability, run, land.window(), stores)) {
                new ScreeningMaps(plan, parts, truths).write(land, reasons, shares.writer(), stages);
                stages.during(() -> {
                    reasons.commit();
                    shares.commit();
                });
            }
            names.forEach(
                    (layer, name) -> cache.keepMap(layer, name, stores.rasters().file(layer, run)));
        }

        private String describe(
                ScreenedLand land,
                OtherRuleSets known,
                SiteAreas areas,
                ScreenedCache cache,
                CarbonEvidence carbonEvidence,
                CachedTruths truths) {
            stages.begin("carbon", 0.5, 0.54);
            RegionFeatures features = new RegionFeatures(stores.features());
            Optional<SiteCarbon> carbon = carbonEvidence.get();
            Optional<ZoneMap> zones = tables.account()
                    .map(a -> ZoneMap.read(
                            a.cities().layer(), a.cities().name(), features, land.window(), inputs, stages));
            stages.begin("scoring", 0.54, 0.7);
            Weights weights = plan.weighting().weights(plan.criteria(), land.statistics());
            SiteTally[] tallies = count(land, areas.sites(), weights, carbon, zones, cache);
            stages.begin("describe sites", 0.7, 0.77);
            List<Site> sites = new Sites(plan, units(), land.window().cellArea_ha())
                    .describe(
                            areas.sites(),
                            Arrays.stream(tallies).map(SiteTally::sums).toList(),
                            obstacles(land, areas, cache),
                            weights.toArray(),
                            SitePlants.read(plan, catalog, region, features, inputs, stages)::figures);
            List<SiteStability> stability = stability(sites, weights, land);
            stages.begin("write sites", 0.77, 0.8);
            FeatureLayer layer = derived.candidateSite();
            BalanceTerms terms = tables.terms(plan, plans.avoidedBases(plan));
            SiteFeatures writer = new SiteFeatures(plan, land, known, layer, carbon, zones, terms, inputs.quality());
            write(sites, tallies, stability, writer, layer);
            SitingCarbon together = SitingCarbon.of(plan, carbon, terms, sites, strata_ha(tallies, land));
            stages.end();
            SitingResults results = new SitingResults(plan, land, known, areas, sites, weights, day);
            double answer_s = stages.total();
            Supplier<String> result =
                    () -> Json.write(results.result(region, stages, inputs, plans, together, reused, answer_s));
            progress.answer(result.get());
            draw(land, cache, truths);
            draw(land, weights);
            stages.end();
            return result.get();
        }

        /** Area of all sites by stratum. */
        private double[] strata_ha(SiteTally[] tallies, ScreenedLand land) {
            double[] area_ha =
                    new double[tables.account().map(a -> a.strata().size()).orElse(0)];
            for (SiteTally tally : tallies) {
                for (int i = 0; i < area_ha.length; i++) {
                    area_ha[i] += tally.strata()[i] * land.window().cellArea_ha();
                }
            }
            return area_ha;
        }

        private List<List<Site.Obstacle>> obstacles(ScreenedLand land, SiteAreas areas, ScreenedCache cache) {
            Obstacles obstacles = new Obstacles(plan);
            NearestCache nearest =
                    new NearestCache(stores.cache(), cache.keys(), obstacles.kinds(), evidence, land.window());
            Obstacles.Search search = obstacles.search(areas.sites(), land.scored(), nearest.find());
            if (search.settled()) {
                reused.add("obstacles");
            }
            NearestCells found = search.nearest(new StoreEvidence(evidence, land.window()));
            nearest.keep(found);
            return obstacles.around(found);
        }

        private SiteTally[] count(
                ScreenedLand land,
                List<SiteArea> areas,
                Weights weights,
                Optional<SiteCarbon> carbon,
                Optional<ZoneMap> zones,
                ScreenedCache screened) {
            SiteTally[] tallies = CountingPass.tallies(areas.size(), land, carbon, zones);
            TallyCache cache = new TallyCache(stores.cache(), screened, land, tables.account(), areas);
            CountingPass.Wanted wanted = cache.restore(tallies);
            if (!wanted.any()) {
                reused.add("sums");
            }
            Optional<String> placesKey = PlaceRuns.key(screened.keys(), tables.account(), land.window());
            new CountingPass(land, areas, tallies, wanted, scorer(land, weights), carbon, zones, placesKey)
                    .run(stores.cache(), stages);
            cache.keep(tallies, wanted);
            return tallies;
        }

        /** Scores cells; null where there is none. */
        private Scorer scorer(ScreenedLand land, Weights weights) {
            return land.scored().isEmpty()
                    ? null
                    : plan.weighting().aggregation().scorer(weights.toArray(), land.statistics());
        }

        private void draw(ScreenedLand land, Weights weights) {
            Grid window = land.window();
            try (RasterWriter suitability = stores.rasters().open(derived.suitability(plan.id()), run, window);
                    OptionalWriter spreads = OptionalWriter.of(derived.scoreSpread(plan.id()), run, window, stores)) {
                stages.begin("score maps", 0.87, 0.98);
                if (!land.scored().isEmpty()) {
                    ScoreSpread spread = ScoreSpread.of(plan.weighting(), weights, land.statistics());
                    new ScoreMaps(land, scorer(land, weights), spread).write(suitability, spreads.writer(), stages);
                }
                stages.begin("write suitability", 0.98, 1);
                stages.during(() -> {
                    suitability.commit();
                    spreads.commit();
                });
            }
        }

        private List<SiteStability> stability(List<Site> sites, Weights weights, ScreenedLand land) {
            if (sites.isEmpty()) {
                return List.of();
            }
            double[][] memberships = sites.stream()
                    .map(site -> site.parts().stream()
                            .mapToDouble(Site.Part::membership)
                            .toArray())
                    .toArray(double[][]::new);
            return Sensitivity.of(plan.weighting(), weights, land.statistics(), memberships, stages::tick);
        }

        private List<String> units() {
            return plan.criteria().stream()
                    .map(criterion -> evidence.unit(criterion.value()))
                    .toList();
        }

        private void write(
                List<Site> sites,
                SiteTally[] tallies,
                List<SiteStability> stability,
                SiteFeatures features,
                FeatureLayer layer) {
            List<Feature> written = IntStream.range(0, sites.size())
                    .parallel()
                    .mapToObj(i -> {
                        stages.tick();
                        Site site = sites.get(i);
                        return features.feature(site, tallies[site.number() - 1], stability.get(i));
                    })
                    .toList();
            write(layer, written);
            write(derived.siteCarbonBalance(), TradeOff.of(written));
        }

        private void write(FeatureLayer layer, List<Feature> features) {
            try (FeatureWriter writer = stores.features().write(layer, run)) {
                features.forEach(writer::add);
                writer.commit();
            }
        }
    }
}
