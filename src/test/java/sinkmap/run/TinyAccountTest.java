package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.Raster;
import sinkmap.store.Feature;
import tools.jackson.databind.JsonNode;

/** The account of the tiny region; a cell is 1 ha. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TinyAccountTest {

    private FixtureService service;
    private JsonNode account;

    @BeforeAll
    void fillAndRun(@TempDir Path folder) {
        service = TinyRegion.open(folder);
        account = TinyRegion.run(service, new RunRequest("account", null, null, null));
    }

    @AfterAll
    void close() {
        service.close();
    }

    @Test
    void accountCountsOverlapOnceAndListsWhatHasNoFactor() {
        JsonNode result = account;
        // reed 100 ha x 35, Suaeda 10 ha x 30
        assertThat(result.get("total").get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
        assertThat(result.get("total").get("area_ha").asDouble()).isEqualTo(110);
        assertThat(result.get("total").get("stock_tco2e").asDouble()).isCloseTo(3800 * 44.0 / 12, within(1e-6));
        assertThat(result.get("without_factor").get(0).get("layer").asString()).isEqualTo("wood");
        assertThat(result.get("without_factor").get(0).get("features").asInt()).isEqualTo(1);
        // 40 ha of wood, of which 20 lie under reed
        assertThat(result.get("without_factor").get(0).get("area_ha").asDouble())
                .isEqualTo(20);
        JsonNode reed = result.get("strata").get(0);
        assertThat(reed.get("class").asString()).isEqualTo("reed");
        assertThat(reed.get("pools").get(1).get("factors").get(0).get("id").asString())
                .isEqualTo("marsh-soil");
        assertThat(reed.get("pools").get(1).get("stock_tc").asDouble()).isEqualTo(3000);
    }

    @Test
    void methodsStandSideBySideOverTheSameAreas() {
        JsonNode methods = account.get("methods");
        assertThat(methods.size()).isEqualTo(2);
        assertThat(methods.get(0).get("id").asString()).isEqualTo("best");
        assertThat(methods.get(0).get("total").get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
        // by defaults only the soil of reed is known, 100 ha x 226; Suaeda and wood have no row
        JsonNode defaults = methods.get(1);
        assertThat(defaults.get("total").get("stock_tc").asDouble()).isCloseTo(22600, within(1e-9));
        assertThat(defaults.get("total").get("area_ha").asDouble()).isEqualTo(100);
        assertThat(defaults.get("without_factor").get(0).get("class").asString())
                .isEqualTo("suaeda");
        assertThat(defaults.get("without_factor").get(0).get("area_ha").asDouble())
                .isEqualTo(10);
        assertThat(defaults.get("without_factor").get(1).get("layer").asString())
                .isEqualTo("wood");
    }

    @Test
    void accountOfTheCitiesAddsUp() {
        JsonNode zones = account.get("zones");
        assertThat(zones.size()).isEqualTo(2);
        // Suaeda: columns 28 and 29 in the first city, 30 to 32 in the second, two rows each
        assertThat(zones.get(0).get("stock_tc").asDouble()).isCloseTo(3500 + 120, within(1e-9));
        assertThat(zones.get(1).get("stock_tc").asDouble()).isCloseTo(180, within(1e-9));
        List<Feature> accounts = service.list("sink-account");
        assertThat(accounts).extracting(f -> f.attributes().get("name_en")).containsExactly("Jia", "Yi");
        assertThat((Double) accounts.get(1).attributes().get("area_ha")).isEqualTo(6);
        Raster density = service.store.rasters().read(service.raster("carbon-density"), service.grid);
        assertThat(density.at(30, 12)).isEqualTo(35);
        assertThat(density.at(30, 22)).isNaN();
    }

    @Test
    void bothApproachesToUncertaintyStandSideBySide() {
        JsonNode uncertainty = account.get("uncertainty");
        JsonNode first = uncertainty.get("approach1");
        // area: 15 % of 3500 and of 300; soil, one row, 110 ha x 6; biomass of reed 100 ha x 1
        double half = Math.sqrt(525 * 525 + 45 * 45 + 660 * 660 + 100 * 100);
        assertThat(first.get("low").asDouble()).isCloseTo(3800 - half, within(1e-6));
        JsonNode second = uncertainty.get("approach2");
        assertThat(second.get("draws").asInt()).isEqualTo(10_000);
        assertThat(second.get("value").asDouble()).isCloseTo(3800, within(30.0));
        assertThat(second.get("low").asDouble()).isCloseTo(3800 - half, within(60.0));
        // half widths of the soil are 660 and 1100: a standard deviation of about 450 beside 268 of the area
        JsonNode contributions = uncertainty.get("contributions");
        assertThat(contributions.get(0).get("input").asString()).isEqualTo("marsh-soil");
        assertThat(contributions.get(0).get("share").asDouble()).isBetween(0.6, 0.85);
        assertThat(contributions.get(1).get("input").asString()).isEqualTo("marsh/reed");
        assertThat(contributions.get(1).get("kind").asString()).isEqualTo("area");
        assertThat(uncertainty.get("sequestration").isNull()).isTrue();
    }

    @Test
    void flowsWithoutFactorAreNullAndNotZero() {
        JsonNode total = account.get("total");
        assertThat(total.get("sequestration_tc_yr").isNull()).isTrue();
        assertThat(total.get("sequestration_area_ha").asDouble()).isZero();
        assertThat(total.get("methane_tco2e_yr").isNull()).isTrue();
    }

    @Test
    void everyPartitionHasWhatLiesOutside() {
        JsonNode partitions = account.get("partitions");
        assertThat(partitions.get(0).get("zones")).isEqualTo(account.get("zones"));
        JsonNode reserves = partitions.get(1).get("zones");
        // the heath is 20 x 10 cells without any sink
        assertThat(reserves.get(0).get("name").asString()).isEqualTo("heath");
        assertThat(reserves.get(0).get("stock_tc").asDouble()).isZero();
        assertThat(reserves.get(0).get("uncovered_ha").asDouble()).isEqualTo(200);
        assertThat(reserves.get(1).get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
    }

    @Test
    void strataAreSummedUpByLayerAndHabitat() {
        JsonNode partitions = account.get("partitions");
        JsonNode layers = partitions.get(2);
        assertThat(layers.get("id").asString()).isEqualTo("layer");
        JsonNode marsh = layers.get("zones").get(0);
        assertThat(marsh.get("name").asString()).isEqualTo("marsh");
        // reed 100 ha x (30 + 5), Suaeda 10 ha x 30
        assertThat(marsh.get("area_ha").asDouble()).isEqualTo(110);
        assertThat(marsh.get("stock_tc").asDouble()).isCloseTo(3800, within(1e-9));
        assertThat(marsh.get("low_tc")).isEqualTo(account.get("total").get("low_tc"));
        assertThat(marsh.get("uncovered_ha").isNull()).isTrue();
        // the rest of the wood has no factor
        assertThat(layers.get("zones").get(1).get("without_factor_ha").asDouble())
                .isEqualTo(20);
        JsonNode habitats = partitions.get(3);
        assertThat(habitats.get("id").asString()).isEqualTo("habitat");
        assertThat(habitats.get("zones").get(0).get("name").asString()).isEqualTo("沼泽 / bog");
        assertThat(habitats.get("zones").get(0).get("without_factor_ha").asDouble())
                .isEqualTo(20);
    }

    @Test
    void everyPartitionAddsUpToTheWholeAndZonesToTheirPools() {
        JsonNode total = account.get("total");
        JsonNode partitions = account.get("partitions");
        assertThat(partitions.size()).isEqualTo(4);
        for (JsonNode partition : partitions) {
            double stock_tc = 0;
            double area_ha = 0;
            double unknown_ha = 0;
            for (JsonNode zone : partition.get("zones")) {
                stock_tc += zone.get("stock_tc").asDouble();
                area_ha += zone.get("area_ha").asDouble();
                unknown_ha += zone.get("without_factor_ha").asDouble();
                double pools_tc = 0;
                for (JsonNode pool : zone.get("pools")) {
                    pools_tc += pool.get("stock_tc").asDouble();
                }
                assertThat(pools_tc).isCloseTo(zone.get("stock_tc").asDouble(), within(1e-9));
            }
            assertThat(stock_tc).isCloseTo(total.get("stock_tc").asDouble(), within(1e-9));
            assertThat(area_ha).isEqualTo(total.get("area_ha").asDouble());
            assertThat(unknown_ha).isEqualTo(20);
        }
    }

    @Test
    void theZonesOfAllPartitionsAreALayer() {
        List<Feature> stocks = service.list("carbon-stock");
        assertThat(stocks)
                .extracting(
                        f -> f.attributes().get("partition"),
                        f -> f.attributes().get("stock_tc"))
                .containsExactly(tuple("city", 3620.0), tuple("city", 180.0), tuple("reserve", 0.0));
        assertThat((String) stocks.get(0).attributes().get("by_pool")).contains("biomass", "soil");
        assertThat(stocks.get(0).attributes().get("density_tc_ha")).isEqualTo(3620.0 / 104);
        assertThat(stocks.get(2).attributes().get("density_tc_ha")).isNull();
    }

    @Test
    void gapsAndOverlapsAreListed() {
        JsonNode gaps = account.get("gaps");
        assertThat(gaps.get("region_ha").asDouble()).isEqualTo(service.grid.size());
        // reed 100, Suaeda 10, wood beside reed 20
        assertThat(gaps.get("covered_ha").asDouble()).isEqualTo(130);
        assertThat(gaps.get("uncovered_ha").asDouble()).isEqualTo(service.grid.size() - 130);
        JsonNode overlaps = account.get("overlaps");
        assertThat(overlaps.size()).isEqualTo(1);
        assertThat(overlaps.get(0).get("layer").asString()).isEqualTo("wood");
        assertThat(overlaps.get(0).get("overlap_ha").asDouble()).isEqualTo(20);
        JsonNode under = overlaps.get(0).get("under");
        assertThat(under.size()).isEqualTo(1);
        assertThat(under.get(0).get("class").asString()).isEqualTo("reed");
        assertThat(under.get(0).get("area_ha").asDouble()).isEqualTo(20);
    }
}
