package sinkmap.ogc.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tiles, decoded by GDAL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TilesTest {

    private static final String TILES = "/collections/meadow/tiles/WebMercatorQuad/";

    @TempDir
    private Path folder;

    private ApiServer server;

    @BeforeAll
    void open(@TempDir Path data) {
        server = new ApiServer(data);
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** The tile as GDAL reads it: GeoJSON in Web Mercator. */
    private JsonNode decoded(byte[] tile, int z, int y, int x) throws Exception {
        Path file = Files.write(folder.resolve("tile.pbf"), tile);
        try {
            Process process = new ProcessBuilder(
                            "ogr2ogr",
                            "-f",
                            "GeoJSON",
                            "-lco",
                            "RFC7946=NO",
                            "-oo",
                            "X=" + x,
                            "-oo",
                            "Y=" + y,
                            "-oo",
                            "Z=" + z,
                            "-oo",
                            "CLIP=NO",
                            "/vsistdout/",
                            "MVT:" + file)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(json).isZero();
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            Assumptions.abort("NOT TESTED AGAINST GDAL: there is no ogr2ogr; install gdal-bin");
            throw e;
        }
    }

    @Test
    void gdalReadsFeaturesWithTheirAttributesInTheirPlace() throws Exception {
        // level 9: column floor((118.3 + 180) / 360 * 512) = 424, row by Mercator = 198
        MockHttpServletResponse response = server.get(TILES + "9/198/424");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).isEqualTo("application/vnd.mapbox-vector-tile");
        JsonNode features =
                decoded(response.getContentAsByteArray(), 9, 198, 424).get("features");
        JsonNode b = null;
        for (JsonNode feature : features) {
            if (feature.at("/properties/code").asString().equals("B")) {
                b = feature;
            }
        }
        assertThat(b).isNotNull();
        assertThat(b.at("/properties/species").asString()).isEqualTo("ruppia");
        assertThat(b.at("/properties/area_km2").doubleValue()).isEqualTo(0.5);
        assertThat(b.at("/properties/observed").asString()).startsWith("2021");
        assertThat(b.get("properties").has("shoots")
                        && !b.at("/properties/shoots").isNull())
                .isFalse();
        Envelope bounds = bounds(b.get("geometry"));
        double cell = 2 * 20037508.342789244 / 512 / 4096;
        assertThat(bounds.getMinX()).isCloseTo(6378137 * Math.toRadians(118.25), within(cell));
        assertThat(bounds.getMaxX()).isCloseTo(6378137 * Math.toRadians(118.35), within(cell));
    }

    private static Envelope bounds(JsonNode geometry) {
        Envelope bounds = new Envelope();
        collect(geometry.get("coordinates"), bounds);
        return bounds;
    }

    private static void collect(JsonNode node, Envelope bounds) {
        if (node.get(0).isNumber()) {
            bounds.expandToInclude(node.get(0).doubleValue(), node.get(1).doubleValue());
        } else {
            node.forEach(part -> collect(part, bounds));
        }
    }

    @Test
    void whatIsSmallerThanACellIsStillThereAndWhatIsLeftOutIsCounted() throws Exception {
        MockHttpServletResponse world = server.get(TILES + "0/0/0");
        assertThat(world.getHeader("Tile-Features-Left-Out")).isEqualTo("3");
        JsonNode features = decoded(world.getContentAsByteArray(), 0, 0, 0).get("features");
        assertThat(features.size()).isEqualTo(4);
    }

    @Test
    void aTileWhereNothingIsHasNoContent() {
        MockHttpServletResponse response = server.get(TILES + "9/10/10");
        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void aTileIsKeptUntilTheLayerChanges() {
        MockHttpServletResponse first = server.get(TILES + "9/198/424");
        long cached = server.tiles.cachedBytes();
        assertThat(cached).isPositive();
        String tag = first.getHeader("ETag");
        assertThat(server.send(HttpMethod.GET, TILES + "9/198/424", r -> r.header("If-None-Match", tag))
                        .getStatus())
                .isEqualTo(304);
        server.fill();
        MockHttpServletResponse after =
                server.send(HttpMethod.GET, TILES + "9/198/424", r -> r.header("If-None-Match", tag));
        assertThat(after.getStatus()).isEqualTo(200);
        assertThat(after.getHeader("ETag")).isNotEqualTo(tag);
    }

    @Test
    void theCacheStaysInItsBounds() {
        TileCache cache = new TileCache(10_000);
        for (int i = 0; i < 100; i++) {
            TileCache.Key key = new TileCache.Key("meadow", "1", TileMatrixSet.WebMercatorQuad, 9, i, 0);
            VectorTile made = new VectorTile(new byte[1000], i, 0);
            assertThat(cache.get(key, () -> made)).isSameAs(made);
            assertThat(cache.bytes()).isLessThanOrEqualTo(10_000);
        }
        TileCache.Key last = new TileCache.Key("meadow", "1", TileMatrixSet.WebMercatorQuad, 9, 99, 0);
        assertThat(cache.get(last, () -> null).features()).isEqualTo(99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23/0/0", "2/4/0", "2/0/4", "x/0/0", "1/-1/0", "99999999999/0/0", "0/0/1"})
    void tilesOutsideTheMatrixAre404(String tile) {
        assertThat(server.get(TILES + tile).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"WebMercatorQuad, 559082264.0287178, 156543.03392804097", "WorldCRS84Quad, 279541132.0143589, 0.703125"
    })
    void matrixSetsHaveTheScalesOfTheStandard(String set, double denominator, double cell) {
        JsonNode first =
                server.json("/tileMatrixSets/" + set).get("tileMatrices").get(0);
        assertThat(first.get("scaleDenominator").doubleValue()).isCloseTo(denominator, within(1e-3));
        assertThat(first.get("cellSize").doubleValue()).isCloseTo(cell, within(1e-8));
    }

    @Test
    void limitsOfATilesetHoldTheLayer() {
        JsonNode limits = server.json(TILES.replaceFirst("/$", ""))
                .get("tileMatrixSetLimits")
                .get(9);
        assertThat(limits.get("minTileCol").intValue()).isEqualTo(423);
        assertThat(limits.get("maxTileCol").intValue()).isEqualTo(425);
        assertThat(limits.get("minTileRow").intValue()).isEqualTo(198);
    }

    @Test
    void geometriesAreClippedSimplifiedAndValidInWholeCells() {
        TileGeometry cells = new TileGeometry(new Envelope(0, 4096, 0, 4096), false);
        Geometry wide = cells.of(ApiServer.wkt("POLYGON ((-9000 10, 9000 10, 9000 4000, -9000 4000, -9000 10))"));
        assertThat(wide.getEnvelopeInternal()).isEqualTo(new Envelope(-80, 4176, 96, 4086));
        Geometry wavy = cells.of(ApiServer.wkt("LINESTRING (0 0, 10 1, 20 -1, 30 1, 40 0, 40 500)"));
        assertThat(wavy.getNumPoints()).isEqualTo(3);
        Geometry tiny = cells.of(ApiServer.wkt("POLYGON ((10.2 20.2, 10.4 20.2, 10.4 20.4, 10.2 20.2))"));
        assertThat(tiny.getArea()).isEqualTo(1);
        Geometry pinched =
                cells.of(ApiServer.wkt("POLYGON ((0 0, 100 0, 100 0.2, 50 0.2, 50 0.3, 100 0.4, 100 90, 0 90, 0 0))"));
        assertThat(pinched.isValid()).isTrue();
        assertThat(cells.of(ApiServer.wkt("POINT (9000 9000)"))).isNull();
    }
}
