package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MissingPoolsTest {

    private static String method(String id, String... pools) {
        String list = Stream.of(pools).map(p -> "{\"pool\": \"" + p + "\"}").collect(Collectors.joining(", "));
        return "{\"id\": \"" + id
                + "\", \"strata\": [{\"layer\": \"wood\", \"class\": \"oak\", \"area_ha\": 7.5, \"pools\": [" + list
                + "]}]}";
    }

    private static List<MissingPools> of(String... methods) {
        return MissingPools.of(Accounts.of("{\"methods\": [" + String.join(", ", methods) + "]}"));
    }

    @Test
    void whatOneMethodHasAndAnotherHasNotIsNamed() {
        assertThat(of(
                        method("a", "above", "below", "soil"),
                        method("b", "soil"),
                        method("c", "soil", "above", "litter")))
                .extracting(m -> m.method().id(), MissingPools::pools)
                .containsExactly(
                        tuple("a", List.of("litter")),
                        tuple("b", List.of("above", "below", "litter")),
                        tuple("c", List.of("below")));
    }

    @Test
    void whatTheSchemeAsksForAndNoMethodHasIsNamedForEach() {
        String asked =
                method("a", "biomass", "soil").replace("\"area_ha\"", "\"missing_pools\": [\"litter\"], \"area_ha\"");
        assertThat(of(asked, method("b", "soil")))
                .extracting(m -> m.method().id(), MissingPools::pools)
                .containsExactly(tuple("a", List.of("litter")), tuple("b", List.of("biomass", "litter")));
    }

    @Test
    void biomassAsOneHoldsItsParts() {
        assertThat(of(method("fang", "biomass", "soil"), method("ipcc", "above", "below", "soil")))
                .isEmpty();
        assertThat(of(method("fang", "biomass"), method("half", "above")))
                .extracting(m -> m.method().id(), MissingPools::pools)
                .containsExactly(tuple("half", List.of("biomass")));
    }

    @Test
    void theTableAndTheReportListThem() throws Exception {
        StoredAccount account =
                Accounts.of("{\"methods\": [" + method("a", "above", "soil") + ", " + method("b", "soil") + "]}");
        Table table = AccountTables.find(account, "missing-pools").orElseThrow();
        assertThat(table.rows().get())
                .singleElement()
                .satisfies(row -> assertThat(row).contains("b", "wood", "oak", 7.5, "above"));
    }
}
