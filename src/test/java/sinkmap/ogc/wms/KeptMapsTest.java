package sinkmap.ogc.wms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.ogc.OgcServer;
import sinkmap.ogc.TinyRegion;
import sinkmap.ogc.style.Styles;
import sinkmap.store.LayerVersion;

/** How often the store is read for maps that are asked for again. */
class KeptMapsTest {

    private static final String MAP =
            "SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&STYLES=&CRS=EPSG:4490&WIDTH=200&HEIGHT=100" + "&LAYERS=marsh";
    private static final String PNG = "&FORMAT=image/png&BBOX=37,118,38,120";

    private final TinyRegion region = new TinyRegion();
    private final OgcServer server = new OgcServer(new Wms(
            region.catalog,
            Styles.load(region.catalog),
            region.features,
            region.rasters,
            region.runs,
            OgcServer.SETTINGS));

    private byte[] map(String parameters) {
        MockHttpServletResponse response = server.get("/wms", MAP + parameters);
        assertThat(response.getContentType()).as(OgcServer.text(response)).startsWith("image/");
        return response.getContentAsByteArray();
    }

    @Test
    void theSameMapIsReadOnce() {
        byte[] first = map(PNG);
        assertThat(map(PNG)).isEqualTo(first);
        assertThat(region.queries).hasSize(1);
    }

    @Test
    void aChangeOfTheLayerIsShown() {
        map(PNG);
        region.version = new LayerVersion(2, region.version.changed());
        map(PNG);
        // the same number in another database is another state
        region.version = new LayerVersion(2, region.version.changed().plusSeconds(1));
        map(PNG);
        assertThat(region.queries).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&FORMAT=image/jpeg&BBOX=37,118,38,120",
                "&FORMAT=image/png8&BBOX=37,118,38,120",
                "&FORMAT=image/png&BBOX=37,118,38,120.01",
                "&FORMAT=image/png&BBOX=37,118,38,120&TRANSPARENT=TRUE",
                "&FORMAT=image/png&BBOX=37,118,38,120&BGCOLOR=0x0000FF",
                "&FORMAT=image/png&BBOX=37,118,38,120&DPI=200",
                "&FORMAT=image/png&BBOX=37,118,38,120&CQL_FILTER=rank = 1"
            })
    void anotherMapIsReadByItself(String parameters) {
        byte[] first = map(PNG);
        byte[] other = map(parameters);
        assertThat(region.queries).hasSize(2);
        assertThat(map(PNG)).isEqualTo(first);
        assertThat(map(parameters)).isEqualTo(other);
    }

    @Test
    void mapsWithFiltersAreNotKept() {
        map(PNG + "&CQL_FILTER=rank = 1");
        map(PNG + "&CQL_FILTER=rank = 1");
        assertThat(region.queries).hasSize(2);
    }

    @Test
    void mapsWithStylesOfTheirOwnAreNotKept() {
        String style = "&SLD_BODY=<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>marsh</Name><UserStyle>"
                + "<FeatureTypeStyle><Rule><PolygonSymbolizer><Fill><CssParameter name=\"fill\">#0000ff</CssParameter>"
                + "</Fill></PolygonSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
        map(PNG + style);
        map(PNG + style);
        assertThat(region.queries).hasSize(2);
    }
}
