package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roofs of two counties by hand; a cell is 1 ha, the sun gives 1000 x 0.8 = 800 hours. */
class RooftopRunTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @TempDir
    private Path folder;

    private FixtureRegion region() {
        FixtureRegion region = new FixtureRegion(folder);
        region.file("assessments").toFile().mkdir();
        return region.withFile("assessments/roofs.yaml", """
                id: roofs
                title: {zh: 屋顶, en: Roofs}
                technology: pv-rooftop
                zones: {layer: city, name: name_zh}
                ground: {layer: field, class: state}
                uses:
                  - {class: free, roof_share: {value: 0.2, low: 0.1, high: 0.4, source: a}, usable_share: 0.5, usable_source: b}
                  - {class: used, roof_share: {value: 0.5, low: 0.4, high: 0.6, source: a}, usable_share: 0.25, usable_source: b}
                density: {value: 100, low: 80, high: 120, source: c}
                yield: {resource: sun, transposition: 1, performance_ratio: 0.8, source: d}
                """.lines().toList());
    }

    private StoredRun run(FixtureService service) {
        return service.runs.runNow(new RunRequest("assessment", "roofs", null, null), progress -> {});
    }

    private static void city(FixtureService service, String name, int column, int lastColumn) {
        service.add(
                "city",
                service.cells(0, column, 56, lastColumn),
                Map.of("name_zh", name, "name_en", name, "adcode", name));
    }

    @Test
    void roofsOfACountyAreCountedByUseWithoutSites() {
        try (FixtureService service = new FixtureService(region(), folder)) {
            city(service, "west", 0, 20);
            city(service, "east", 20, 40);
            // 100 ha of free ground in the west, 50 in the east, 10 in neither; 50 ha of used ground in the west
            service.add("field", service.cells(10, 10, 20, 25), Map.of("state", "free"));
            service.add("field", service.cells(0, 50, 2, 55), Map.of("state", "free"));
            service.add("field", service.cells(30, 15, 40, 20), Map.of("state", "used"));
            // lies over ground that is counted already
            service.add("field", service.cells(10, 10, 12, 12), Map.of("state", "used"));
            service.fill("sun", 1000);
            StoredRun run = run(service);
            assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);

            Map<String, Object> west = county(service, "west");
            assertThat((Double) west.get("area_ha")).isEqualTo(20 * 56, EXACT);
            assertThat((Double) west.get("built_ha")).isEqualTo(150, EXACT);
            // 0.2 x 100 + 0.5 x 50
            assertThat((Double) west.get("roof_ha")).isEqualTo(45, EXACT);
            assertThat((Double) west.get("roof_share")).isEqualTo(45 / 1120.0, EXACT);
            // 0.5 x 20 + 0.25 x 25
            assertThat((Double) west.get("usable_ha")).isEqualTo(16.25, EXACT);
            assertThat((Double) west.get("capacity_mw")).isEqualTo(16.25, EXACT);
            assertThat((Double) west.get("energy_gwh")).isEqualTo(13, within(1e-6));
            // 100 x 0.1 x 0.5 x 0.8 + 50 x 0.4 x 0.25 x 0.8, 100 x 0.4 x 0.5 x 1.2 + 50 x 0.6 x 0.25 x 1.2
            assertThat((Double) west.get("capacity_low_mw")).isEqualTo(8, EXACT);
            assertThat((Double) west.get("capacity_high_mw")).isEqualTo(33, EXACT);
            Map<String, Object> east = county(service, "east");
            assertThat((Double) east.get("capacity_mw")).isEqualTo(5, EXACT);
            assertThat((Double) east.get("full_load_hours")).isEqualTo(800, within(1e-4));

            JsonNode result = JsonMapper.shared().readTree(run.result());
            assertThat(result.path("counties").asInt()).isEqualTo(2);
            assertThat(result.path("by_county"))
                    .extracting(county -> county.path("name_zh").asString())
                    .containsExactly("west", "east");
            assertThat(result.at("/by_county/1/roof_share").asDouble()).isEqualTo(10 / 1120.0, EXACT);
            assertThat(result.at("/by_county/1/energy_gwh").asDouble()).isEqualTo(4, within(1e-6));
            assertThat(result.at("/total/capacity_mw").asDouble()).isEqualTo(21.25, EXACT);
            assertThat(result.path("outside_counties_ha").asDouble()).isEqualTo(10, EXACT);
            assertThat(service.list("candidate-site")).isEmpty();
        }
    }

    @Test
    void groundWithoutDataOnTheSunHasRoofsButNoKnownEnergyAndIsCounted() {
        try (FixtureService service = new FixtureService(region(), folder)) {
            city(service, "west", 0, 20);
            service.add("field", service.cells(10, 10, 20, 20), Map.of("state", "free"));
            service.fill("sun", Float.NaN);
            StoredRun run = run(service);
            assertThat(run.state()).as(run.error()).isEqualTo(State.COMPLETED);
            Map<String, Object> west = county(service, "west");
            assertThat((Double) west.get("roof_ha")).isEqualTo(20, EXACT);
            assertThat(west.get("energy_gwh")).isNull();
            assertThat(west.get("full_load_hours")).isNull();
            assertThat(JsonMapper.shared()
                            .readTree(run.result())
                            .path("without_resource_ha")
                            .asDouble())
                    .isEqualTo(100, EXACT);
        }
    }

    @Test
    void whatIsWrongAboutAnAssessmentIsNamedWithItsFile() {
        FixtureRegion region = region().with("assessments/roofs.yaml", "class: used", "class: usde");
        assertThatThrownBy(() -> RooftopPlan.get(region.catalog(), "roofs"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("assessments/roofs.yaml:8")
                .hasMessageContaining("there is no class 'usde'; did you mean 'used'?");
    }

    private static Map<String, Object> county(FixtureService service, String name) {
        List<Map<String, Object>> found = service.list("rooftop-potential").stream()
                .map(feature -> feature.attributes())
                .filter(attributes -> attributes.get("name_zh").equals(name))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
