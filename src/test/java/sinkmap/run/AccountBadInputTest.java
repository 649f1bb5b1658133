package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import sinkmap.grid.SinkmapException;
import tools.jackson.databind.JsonNode;

/** What an account does with layers that hold what they should not; a cell is 1 ha. */
class AccountBadInputTest {

    private static final RunRequest ACCOUNT = new RunRequest("account", null, null, null);

    @TempDir
    private Path folder;

    private FixtureService service;

    @BeforeEach
    void open() {
        service = new FixtureService(new FixtureRegion(folder), folder);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void anUnknownClassIsNamedAndNeverCountedAsAnother() {
        service.add("marsh", service.cells(10, 10, 20, 20), Map.of("species", "mangrove"));
        assertThatThrownBy(() -> service.runs.runNow(ACCOUNT, progress -> {}))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("layer 'marsh', feature")
                .hasMessageContaining("'species' is 'mangrove', which is no class of the layer");
    }

    @Test
    void aClassWithoutFactorIsCountedAndListedWithItsArea() {
        service.add("wood", service.cells(10, 10, 14, 20), Map.of());
        service.add("wood", service.cells(20, 10, 23, 12), Map.of());
        JsonNode account = TinyRegion.run(service, ACCOUNT);
        JsonNode without = account.get("without_factor");
        assertThat(without.size()).isEqualTo(1);
        assertThat(without.get(0).get("features").asInt()).isEqualTo(2);
        assertThat(without.get(0).get("area_ha").asDouble()).isEqualTo(46);
        assertThat(account.get("total").get("area_ha").asDouble()).isZero();
        assertThat(account.get("strata").isEmpty()).isTrue();
    }

    @Test
    void anOutlineThatCrossesItselfCountsWhatItsTwoHalvesCover() {
        // a bow tie over 20 x 20 cells: half of them
        Polygon whole = service.cells(10, 10, 30, 30);
        Coordinate[] c = whole.getCoordinates();
        Polygon tie = new GeometryFactory().createPolygon(new Coordinate[] {c[0], c[1], c[3], c[2], c[0]});
        assertThat(tie.isValid()).isFalse();
        service.add("marsh", tie, Map.of("species", "reed"));
        JsonNode account = TinyRegion.run(service, ACCOUNT);
        assertThat(account.get("total").get("area_ha").asDouble()).isCloseTo(200, within(20.0));
        assertThat(account.get("total").get("stock_tc").asDouble())
                .isEqualTo(account.get("total").get("area_ha").asDouble() * 35);
    }

    @Test
    void nothingToAccountForIsSaid() {
        assertThatThrownBy(() -> service.runs.runNow(ACCOUNT, progress -> {}))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("none of the layers marsh, wood holds a feature in the region");
    }
}
