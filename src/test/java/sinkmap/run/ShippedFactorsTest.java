package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.Catalog;
import sinkmap.sink.Factor;
import sinkmap.sink.Factors;
import sinkmap.sink.Formula;
import sinkmap.sink.Interval;
import sinkmap.sink.Measure;
import sinkmap.sink.Pool;
import sinkmap.sink.Quantity;
import sinkmap.sink.Stocks;
import sinkmap.sink.Stratum;
import sinkmap.sink.StratumModel;
import sinkmap.sink.Verification;

/** The table of factors that ships, by the methods of the account that ships. */
class ShippedFactorsTest {

    /** Open water holds no stock that a default gives: its sediment is not soil, and its plants are not known. */
    private static final List<String> DELIBERATELY_WITHOUT = List.of("lake", "river", "reservoir", "*");

    private final Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
    private final Factors factors = FactorFiles.carbon(catalog);
    private final AccountPlan plan = AccountYaml.read(catalog, factors).orElseThrow();

    private StratumModel model(String method, String layer, String classCode) {
        List<String> sets = plan.methods().stream()
                .filter(m -> m.id().equals(method))
                .findFirst()
                .orElseThrow()
                .sets();
        Stratum stratum = plan.strata().stream()
                .filter(s -> s.layer().equals(layer) && s.classCode().equals(classCode))
                .findFirst()
                .orElseThrow();
        return factors.model(stratum, sets);
    }

    private double stock(String method, String layer, String classCode, Pool... pools) {
        return model(method, layer, classCode).entries(Measure.STOCK).stream()
                .filter(entry -> List.of(pools).contains(entry.pool()))
                .mapToDouble(StratumModel.Entry::perHectare)
                .sum();
    }

    private double yearly(String method, String layer, String classCode) {
        return model(method, layer, classCode).perHectare(Measure.SEQUESTRATION);
    }

    @Test
    void everyStratumHasAStockInTheHeadlineOrLacksItDeliberately() {
        Stocks stocks = new Stocks(plan.strata(), factors, plan.headline().sets());
        for (StratumModel model : stocks.models()) {
            Stratum stratum = model.stratum();
            boolean water = stratum.layer().equals("wetland")
                    && DELIBERATELY_WITHOUT.contains(stratum.classCode().split("/")[0]);
            assertThat(model.lacks(Measure.STOCK)).as("%s", stratum).isEqualTo(water);
        }
    }

    @Test
    void seagrassHasAllPoolsOfTheSchemeButLitterWhichIsNamed() {
        Stocks stocks = new Stocks(plan.strata(), factors, plan.headline().sets());
        for (StratumModel model : stocks.models()) {
            List<Pool> known = model.entries(Measure.STOCK).stream()
                    .map(StratumModel.Entry::pool)
                    .toList();
            List<Pool> missing = plan.missingPools(model.stratum(), known);
            switch (model.stratum().layer()) {
                case "seagrass" -> assertThat(missing).as("%s", model.stratum()).containsExactly(Pool.LITTER);
                case "salt-marsh" -> {
                    if (!model.stratum().classCode().startsWith("*")) {
                        assertThat(missing).as("%s", model.stratum()).isEmpty();
                    }
                }
                default -> assertThat(missing).as("%s", model.stratum()).isEmpty();
            }
        }
    }

    @Test
    void everyRowNamesItsSourceAndHowFarItIsToBeTrusted() {
        assertThat(factors.list()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.source()).as(row.id()).isNotBlank();
            assertThat(row.basis()).as(row.id()).isNotBlank();
            assertThat(row.confidence()).as(row.id()).isIn("high", "medium", "low");
            if (row.verification() == Verification.SECOND_SOURCE
                    || row.verification() == Verification.SECOND_SOURCE_VALUE) {
                assertThat(row.basis()).as(row.id()).containsAnyOf("compared with", "by a public");
            }
        });
    }

    @Test
    void whatIsNotConfirmedIsNeverOfHighStandingUnlessAnIpccTable() {
        assertThat(factors.list())
                .filteredOn(row -> row.verification() == Verification.NOT_CONFIRMED)
                .filteredOn(row -> row.confidence().equals("high"))
                .allSatisfy(row ->
                        assertThat(row.method() + row.edition()).as(row.id()).containsAnyOf("IPCC", "Fourqurean"));
    }

    @Test
    void noMethodLeavesAFormulaOfTheForestIncomplete() {
        for (AccountPlan.AccountMethod method : plan.methods()) {
            assertThat(model(method.id(), "forest", "populus").missing()).isEmpty();
            assertThat(model(method.id(), "cropland", "*").missing()).isEmpty();
            assertThat(model(method.id(), "salt-marsh", "suaeda").missing()).isEmpty();
        }
    }

    @Test
    void everyRowIsInAMethodOrInTheSetForRestoredLand() {
        List<String> used =
                plan.methods().stream().flatMap(m -> m.sets().stream()).toList();
        assertThat(factors.list().stream()
                        .map(Factor::set)
                        .filter(set -> !used.contains(set))
                        .distinct())
                .containsExactly("ipcc-2013-restored");
    }

    @Test
    void poplarByFourMethodsComesOutAsByHand() {
        // 34.4 x 0.378 x 1.446 x 0.496 = 9.326 above, x 1.227 with the roots
        assertThat(stock("local-first", "forest", "populus", Pool.ABOVE, Pool.BELOW))
                .isCloseTo(9.326 * 1.227, within(0.01));
        // (0.4754 x 34.4 + 30.6034) x 0.4956, roots included: no second multiplication
        assertThat(stock("fang", "forest", "populus", Pool.BIOMASS)).isCloseTo(23.272, within(0.01));
        assertThat(stock("fang", "forest", "populus", Pool.ABOVE, Pool.BELOW)).isZero();
        // 34.4 x 1.7 x 0.48 x 1.46
        assertThat(stock("ipcc-2006", "forest", "populus", Pool.ABOVE, Pool.BELOW))
                .isCloseTo(40.98, within(0.01));
        // the refined table 4.4 has 0.303 for planted broadleaf: 34.4 x 1.7 x 0.48 x 1.303
        assertThat(stock("ipcc-2019", "forest", "populus", Pool.ABOVE, Pool.BELOW))
                .isCloseTo(36.58, within(0.01));
        // 120 x 0.47 x 1.26 by area and age class
        assertThat(stock("ipcc-2006-area", "forest", "populus/mature", Pool.ABOVE, Pool.BELOW))
                .isCloseTo(71.06, within(0.01));
        assertThat(stock("ipcc-2006-area", "forest", "populus", Pool.ABOVE, Pool.BELOW))
                .isCloseTo(40.98, within(0.01));
    }

    @Test
    void removalsByStockDifferenceAndByGainAndLoss() {
        // 0.9 / 5 x 1.7 x 0.48 x 1.46
        assertThat(yearly("ipcc-2006", "forest", "populus")).isCloseTo(0.2144, within(1e-4));
        // (2.5 x 1.3 - 2.3 x 1.89) x 0.47 x 1.46: cut nearly as fast as it grows, a source by the defaults
        assertThat(yearly("ipcc-2006-gain-loss", "forest", "populus")).isCloseTo(-0.7527, within(1e-4));
    }

    @Test
    void volumesByAgeClassTakeThePlaceOfTheMean() {
        List<Factor> rows = new ArrayList<>(factors.list());
        rows.addAll(factors.list().stream()
                .filter(row -> row.set().equals("local") && row.quantity() == Quantity.VOLUME)
                .map(row -> volume(row, "populus/mature", 96))
                .toList());
        StratumModel mature = new Factors(rows)
                .model(
                        new Stratum("forest", "populus/mature", 5, false, true),
                        plan.headline().sets());
        double biomass = mature.entries(Measure.STOCK).stream()
                .filter(entry -> entry.formula() == Formula.FOREST_BEF)
                .mapToDouble(StratumModel.Entry::perHectare)
                .sum();
        // 96 x 0.378 x 1.446 x 0.496 x 1.227; wood density, BEF, CF and R stay those of poplar
        assertThat(biomass).isCloseTo(31.934, within(0.01));
        assertThat(stock("local-first", "forest", "populus/young", Pool.ABOVE, Pool.BELOW))
                .isCloseTo(9.326 * 1.227, within(0.01));
    }

    private static Factor volume(Factor like, String classCode, double m3_ha) {
        Interval interval = new Interval(m3_ha, m3_ha * 0.9, m3_ha * 1.1);
        return new Factor(
                "inventory-" + classCode,
                like.set(),
                like.formula(),
                like.layer(),
                classCode,
                like.pool(),
                like.quantity(),
                interval,
                interval,
                like.unit(),
                like.method(),
                like.edition(),
                like.tier(),
                "inventory of the test",
                "given",
                Verification.MEASURED,
                "high");
    }

    @Test
    void editionsOfTheSoilFactorsStayApart() {
        // 24 x 0.76 against 38 x 0.80, t C/ha to 30 cm
        assertThat(stock("ipcc-2019", "cropland", "*", Pool.SOIL)).isCloseTo(18.24, within(1e-9));
        assertThat(stock("ipcc-2006", "cropland", "*", Pool.SOIL)).isCloseTo(30.4, within(1e-9));
        // 24 x 0.76 x (1 - 0.95) / 20
        assertThat(yearly("ipcc-2019", "cropland", "*")).isCloseTo(0.0456, within(1e-9));
        for (StratumModel.Entry entry : model("ipcc-2019", "cropland", "*").entries()) {
            assertThat(entry.factors()).extracting(Factor::edition).containsOnly("IPCC 2019 Refinement");
        }
    }

    @Test
    void marshSoilIsContentTimesBulkDensityTimesDepth() {
        // 0.200 % x 1.45 x 100 cm = 29.0, to 300 cm three times that; the default is 226
        assertThat(stock("local-first", "salt-marsh", "suaeda", Pool.SOIL)).isCloseTo(29.0, within(1e-9));
        assertThat(stock("local-300-cm", "salt-marsh", "suaeda", Pool.SOIL)).isCloseTo(87.0, within(1e-9));
        assertThat(stock("ipcc-2019", "salt-marsh", "suaeda", Pool.SOIL)).isEqualTo(226);
        // 0.161 x 1.40 x 100
        assertThat(stock("local-first", "saline-alkali-flat", "*", Pool.SOIL)).isCloseTo(22.54, within(1e-9));
    }

    @Test
    void methaneOfMarshFollowsTheSalinityOfThePatch() {
        // IPCC 2013 Wetlands Supplement, table 4.14: 193.7 kg CH4/ha/yr below 18 ppt, none above
        assertThat(methane_t_ha("phragmites")).isCloseTo(0.1937, within(1e-12));
        assertThat(methane_t_ha("phragmites/above-18")).isZero();
        assertThat(methane_t_ha("suaeda")).isZero();
        assertThat(methane_t_ha("suaeda/below-18")).isCloseTo(0.1937, within(1e-12));
        assertThat(model("local-first", "salt-marsh", "*").lacks(Measure.METHANE))
                .isTrue();
    }

    private double methane_t_ha(String classCode) {
        return model("local-first", "salt-marsh", classCode).perHectare(Measure.METHANE);
    }

    @Test
    void gradeOfAWetlandNarrowsItsSoil() {
        assertThat(lowestFactor("reed-marsh/national")).isEqualTo(0.9);
        assertThat(lowestFactor("reed-marsh/general")).isEqualTo(0.71);
        assertThat(lowestFactor("reed-marsh")).isEqualTo(0.71);
    }

    private double lowestFactor(String classCode) {
        return model("local-first", "wetland", classCode).entries(Measure.STOCK).stream()
                .filter(entry -> entry.formula() == Formula.SOC)
                .flatMap(entry -> entry.factors().stream())
                .filter(factor -> factor.quantity() == Quantity.F_LU)
                .findFirst()
                .orElseThrow()
                .interval()
                .low();
    }

    @Test
    void vegetationOfAMarshIsCountedAboveBelowAndAsLitter() {
        // reed: 6.35 t/ha x 0.45 above, x 1.81 below; litter with standing dead 2.0 x 0.45
        assertThat(stock("local-first", "salt-marsh", "phragmites", Pool.ABOVE)).isCloseTo(2.8575, within(1e-9));
        assertThat(stock("local-first", "salt-marsh", "phragmites", Pool.BELOW)).isCloseTo(5.172075, within(1e-9));
        assertThat(stock("local-first", "salt-marsh", "phragmites", Pool.LITTER))
                .isCloseTo(0.9, within(1e-9));
        // eelgrass: 646.6 g/m2 x 0.336 = 2.17 t C/ha, leaves and roots together
        assertThat(stock("local-first", "seagrass", "zostera-marina", Pool.BIOMASS))
                .isCloseTo(2.1726, within(1e-4));
    }

    @Test
    void intervalsOfEmissionFactorsAreTheAssumptionThatTheyNameAndSayWhatItIs() {
        double half = CsvTable.read(
                        Path.of("layers/factors/uncertainty.csv"),
                        "id",
                        "title_zh",
                        "title_en",
                        "value",
                        "unit",
                        "meaning",
                        "basis",
                        "confidence")
                .stream()
                .filter(row -> row.text("id").equals("grid-factor"))
                .findFirst()
                .orElseThrow()
                .number("value");
        for (EmissionFactor factor : FactorFiles.gridEmission(catalog)) {
            assertThat(factor.intervalBasis())
                    .as(factor.id())
                    .startsWith("assumption: half width 5 %, row grid-factor");
            assertThat(factor.low()).as(factor.id()).isEqualTo(factor.value() * (1 - half / 100), within(0.0001));
            assertThat(factor.high()).as(factor.id()).isEqualTo(factor.value() * (1 + half / 100), within(0.0001));
        }
    }
}
