package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.catalog.Band;
import sinkmap.catalog.BitList;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Description;
import sinkmap.catalog.Interpolation;
import sinkmap.catalog.Quality;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Role;
import sinkmap.catalog.Text;
import sinkmap.grid.Grid;
import sinkmap.grid.Raster;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.style.Styles;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GetFeatureInfo on a raster whose values are sets of rules. */
class BitsInfoTest {

    private static final RasterLayer EXCLUSION = new RasterLayer(
            new Description(
                    "exclusion-pv",
                    new Text("排除因素", "Exclusions"),
                    new Text("排除因素", "Exclusions"),
                    List.of(),
                    "base",
                    Role.DERIVED,
                    "made up",
                    "CC0",
                    "2026",
                    Quality.PUBLISHED,
                    "depth",
                    null,
                    "pv"),
            new Band(
                    "1",
                    0.0,
                    16777215.0,
                    Interpolation.NEAREST,
                    List.of(),
                    new BitList(
                            "exclusions",
                            new Text("排除它的规则", "Excluded by"),
                            new Text("可用", "Available"),
                            new Text("不在用地范围内", "Not in the land"))),
            "EPSG:32650");

    private static final String RULES = """
            {"exclusions": [
              {"id": "roads", "title": {"zh": "距道路 200 米", "en": "200 m from roads"}},
              {"id": "redline", "title": {"zh": "生态保护红线", "en": "Ecological <redline>"}},
              {"id": "unknown"}]}""";

    @TempDir
    private Path directory;

    private Store store;
    private OgcServer server;

    @BeforeEach
    void writeRaster() {
        Catalog tiny = new TinyRegion().catalog;
        Catalog catalog = new Catalog(tiny.directory(), tiny.styles(), tiny.region(), List.of(EXCLUSION), List.of());
        store = Store.open(StoreSettings.embedded(directory), catalog);
        server = new OgcServer(new Wms(
                catalog, Styles.load(catalog), store.features(), store.rasters(), store.runs(), OgcServer.SETTINGS));
        // one row: available, roads, redline, both, undecided and by roads, beyond the list, not in the land
        run("r1", RULES, 0, 1, 2, 3, 5, 8, Float.NaN);
    }

    private void run(String id, String result, float... values) {
        OffsetDateTime requested = OffsetDateTime.parse("2026-02-03T04:05:06Z");
        store.runs()
                .add(new StoredRun(
                        id,
                        "siting",
                        "pv",
                        "{}",
                        StoredRun.State.QUEUED,
                        0,
                        "queued",
                        requested,
                        null,
                        null,
                        null,
                        null,
                        false));
        Grid grid = new Grid("EPSG:32650", 500_000, 4_150_000, 100, 1, values.length);
        store.rasters().write(EXCLUSION, id, new Raster(grid, values, "1"));
        store.runs().complete(id, result);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    private String info(int column, String format, String language) {
        MockHttpServletResponse response = server.get(
                "/wms",
                "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetFeatureInfo&STYLES=&CRS=EPSG:32650&LAYERS=exclusion-pv"
                        + "&QUERY_LAYERS=exclusion-pv&BBOX=500000,4149900,500700,4150000&WIDTH=7&HEIGHT=1&J=0&I="
                        + column + "&INFO_FORMAT=" + format + "&LANGUAGE=" + language);
        assertThat(response.getStatus()).as(OgcServer.text(response)).isEqualTo(200);
        return OgcServer.text(response);
    }

    private JsonNode json(int column, String language) {
        return JsonMapper.shared()
                .readTree(info(column, "application/json", language))
                .get("features")
                .get(0)
                .get("properties");
    }

    @Test
    void aCellWithoutAnyRuleIsAvailable() {
        assertThat(info(0, "text/plain", "en")).isEqualTo("Exclusions\n  Value: Available\n");
        assertThat(info(0, "text/plain", "zh")).contains("可用");
        assertThat(json(0, "en").get("class").stringValue()).isEqualTo("Available");
        assertThat(json(0, "en").get("bits")).isEmpty();
    }

    @Test
    void everyRuleThatExcludesACellIsNamedInTheLanguageAskedFor() {
        assertThat(info(3, "text/plain", "en"))
                .isEqualTo("Exclusions\n  Excluded by: 200 m from roads\n  Excluded by: Ecological <redline>\n");
        assertThat(info(3, "text/html", "zh")).contains("排除它的规则", "距道路 200 米", "生态保护红线");
        assertThat(info(2, "text/html", "en"))
                .contains("Ecological &lt;redline&gt;")
                .doesNotContain("roads");
    }

    @Test
    void jsonHoldsTheSumAndTheRulesInTheOrderOfTheirBits() {
        JsonNode both = json(3, "zh");

        assertThat(both.get("value").intValue()).isEqualTo(3);
        assertThat(both.has("class")).isFalse();
        assertThat(both.get("bits").toString())
                .isEqualTo("[{\"bit\":0,\"id\":\"roads\",\"title\":\"距道路 200 米\"},"
                        + "{\"bit\":1,\"id\":\"redline\",\"title\":\"生态保护红线\"}]");
    }

    @Test
    void anEntryWithoutTitleIsNamedByItsId() {
        assertThat(info(4, "text/plain", "en")).contains("200 m from roads", "Excluded by: unknown");
    }

    @Test
    void aBitThatTheRunDoesNotListIsNamedByItsNumber() {
        assertThat(info(5, "text/plain", "en")).contains("Excluded by: no. 4");
        assertThat(json(5, "en").get("bits").get(0).get("id").stringValue()).isEmpty();
    }

    @Test
    void aCellWithoutDataIsNotInTheLand() {
        assertThat(info(6, "text/plain", "en")).contains("Not in the land").doesNotContain("Available");
        assertThat(json(6, "zh").get("value").isNull()).isTrue();
        assertThat(json(6, "zh").get("class").stringValue()).isEqualTo("不在用地范围内");
    }

    @Test
    void theRulesAreThoseOfTheRunThatIsShown() {
        run(
                "r2",
                "{\"exclusions\": [{\"id\": \"slope\", \"title\": {\"zh\": \"坡度\", \"en\": \"Slope\"}}]}",
                1,
                1,
                1,
                1,
                1,
                1,
                1);

        assertThat(info(3, "text/plain", "en")).contains("Slope").doesNotContain("roads");
    }
}
