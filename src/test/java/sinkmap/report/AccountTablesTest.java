package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoredRun.State;

class AccountTablesTest {

    @Test
    void theTablesAreThoseThatAreNamed() {
        assertThat(AccountTables.of(Accounts.full())).extracting(Table::name).isEqualTo(AccountTables.NAMES);
        assertThat(AccountTables.find(Accounts.full(), "startum")).isEmpty();
    }

    @Test
    void theSummaryHoldsTheTotalWithItsIntervalAndWhereItComesFrom() {
        List<Map<String, Object>> rows = rows("summary");
        assertThat(rows.get(1))
                .containsEntry("item", "stock")
                .containsEntry("value", 12345678.9)
                .containsEntry("low_95", 9000000.5)
                .containsEntry("high_95", 17000000.25)
                .containsEntry("unit", "t C");
        assertThat(rows)
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("item", "methane")
                        .containsEntry("value", 7.25)
                        .containsEntry("unit", "t CH4/yr"));
        assertThat(rows)
                .extracting(row -> row.get("value"))
                .contains("r1", "0.1.0", "7f444a08055d2c33", "illustrative", 200.0);
    }

    @Test
    void strataOfEveryMethodStandUnderItsName() {
        List<Map<String, Object>> rows = rows("strata");
        assertThat(rows)
                .extracting(row -> row.get("method") + " " + row.get("layer") + " " + row.get("stock_tc"))
                .containsExactly(
                        "local-first salt-marsh 9150.0", "local-first forest 1.23365289E7", "ipcc-2019 forest 2.0E7");
        assertThat(rows.get(0))
                .containsEntry("overlap_ha", 8.0)
                .containsEntry("blue", true)
                .containsEntry("sequestration_tc_yr", null);
        assertThat(rows("pools").get(1))
                .containsEntry("method", "ipcc-2019")
                .containsEntry("pool", "soil")
                .containsEntry("density_tc_ha", 64.0)
                .containsEntry("factors", "forest-soil-ipcc-2019");
    }

    @Test
    void aMethodStatesItsSetsAndWhatItHasNoFactorFor() {
        assertThat(rows("methods").get(0))
                .containsEntry("headline", true)
                .containsEntry("sets", "local; ipcc-2019")
                .containsEntry("without_factor_ha", 77.5);
        assertThat(rows("methods").get(1)).containsEntry("headline", false).containsEntry("stock_tc", 2.0E7);
        assertThat(rows("without-factor")).hasSize(1);
    }

    @Test
    void aFactorStandsOnceWithItsSourceAndItsUses() {
        assertThat(rows("factors"))
                .extracting(row -> row.get("id") + " <- " + row.get("used_by_methods") + ": " + row.get("used_by"))
                .containsExactly(
                        "marsh-soil <- local-first: salt-marsh suaeda",
                        "marsh-burial <- local-first: salt-marsh suaeda",
                        "forest-soil-ipcc-2019 <- ipcc-2019: forest *");
        assertThat(rows("factors").get(2))
                .containsEntry("source", "Volume 4, table 2.3")
                .containsEntry("tier", "1")
                .containsEntry("confidence", "high");
    }

    @Test
    void aFlowStatesItsUnit() {
        assertThat(rows("flows"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("measure", "sequestration")
                        .containsEntry("per_hectare", 4.115)
                        .containsEntry("value", 1234.5)
                        .containsEntry("unit", "t C/yr")
                        .containsEntry("factors", "marsh-burial"));
    }

    @Test
    void accountsKeptApartHaveATableOfTheirOwnAndNoRemovalWithoutActivity() {
        assertThat(rows("aside"))
                .extracting(row -> row.get("account") + " " + row.get("factor") + " " + row.get("removal_tc_yr"))
                .containsExactly(
                        "mariculture mariculture-clam 640.0",
                        "mariculture mariculture-scallop null",
                        "karst karst-limestone null");
        assertThat(rows("aside").get(2))
                .containsEntry("class", "limestone")
                .containsEntry("factor_value", 6.0)
                .containsEntry("factor_confidence", "low")
                .containsEntry("activity", null);
        assertThat(rows("summary")).extracting(row -> row.get("value")).doesNotContain(640.0);
    }

    @Test
    void zonesStandUnderTheirPartition() {
        assertThat(rows("zones"))
                .extracting(row -> row.get("partition_en"))
                .containsExactly("Cities", "Cities", "Protected areas");
        assertThat(rows("zones").get(0)).containsEntry("sequestration_tc_yr", -3.5);
        assertThat(rows("zone-strata"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("zone", "东营市 / Dongying").containsEntry("class", "suaeda"));
    }

    @Test
    void overlapsGapsAndUncertaintyAreThoseOfTheResult() {
        assertThat(rows("overlaps"))
                .extracting(row -> row.get("overlap_ha") + " ha to " + row.get("held_by_class"))
                .containsExactly("5.5 ha to zostera", "2.5 ha to *");
        assertThat(rows("gaps").get(0))
                .containsEntry("uncovered_ha", 8422.5)
                .containsEntry("uncovered_in_zones_ha", 4100.0);
        assertThat(rows("uncertainty").get(1))
                .containsEntry("approach", "approach2")
                .containsEntry("high_95_tc", 18100000.0)
                .containsEntry("draws", 10000);
        assertThat(rows("contributions").get(0)).containsEntry("share_of_variance", 0.75);
        assertThat(rows("inputs").get(1)).containsEntry("sha256", "0f343b0931126a20f133d67c2b018a3b");
        assertThat(rows("inputs").get(2)).containsEntry("file", null);
    }

    @Test
    void anOldAccountGivesWhatItHolds() {
        StoredAccount old = Accounts.of(Accounts.OLD);
        assertThat(rows(old, "strata"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("method", "").containsEntry("stock_tc", 300.0));
        assertThat(rows(old, "zones"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("zone", "甲市"));
        assertThat(rows(old, "overlaps"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("overlap_ha", 2.0));
        assertThat(rows(old, "gaps")).isEmpty();
        assertThat(rows(old, "uncertainty")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"methods\": 3, \"strata\": \"none\", \"partitions\": [7]}"})
    void aResultThatHoldsNothingOfItGivesTablesAllTheSame(String result) {
        for (Table table : AccountTables.of(Accounts.of(result))) {
            assertThat(table.rows().get())
                    .as(table.name())
                    .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
        }
    }

    @Test
    void onlyACompletedAccountIsOne() {
        assertThatThrownBy(() -> StoredAccount.of(Accounts.run("siting", State.COMPLETED, "{}")))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContainingAll("r1", "siting", "account");
        assertThatThrownBy(() -> StoredAccount.of(Accounts.run("account", State.FAILED, null)))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContainingAll("r1", "failed");
    }

    private static List<Map<String, Object>> rows(String table) {
        return rows(Accounts.full(), table);
    }

    static List<Map<String, Object>> rows(StoredAccount account, String name) {
        Table table = AccountTables.find(account, name).orElseThrow();
        assertThat(table.columns()).doesNotHaveDuplicates();
        return table.rows()
                .get()
                .map(row -> {
                    Map<String, Object> named = new LinkedHashMap<>();
                    for (int i = 0; i < row.length; i++) {
                        named.put(table.columns().get(i), row[i]);
                    }
                    return named;
                })
                .toList();
    }
}
