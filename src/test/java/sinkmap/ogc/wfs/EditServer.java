package sinkmap.ogc.wfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mock.web.MockHttpServletResponse;
import sinkmap.catalog.Catalog;
import sinkmap.ogc.Extents;
import sinkmap.ogc.OgcServer;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Web Feature Service with the editable layers of the conformance region, on a store of its own that is empty. */
final class EditServer implements AutoCloseable {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/cite");

    final OgcServer server;
    private final Store store;

    EditServer() throws IOException {
        Catalog catalog = Catalog.read(LAYERS, LAYERS.resolve("styles"));
        store = Store.open(StoreSettings.embedded(Files.createTempDirectory("edits")), catalog);
        Wfs reading = new Wfs(
                catalog, store.features(), new Extents(catalog, store.features(), store.rasters()), OgcServer.SETTINGS);
        server = new OgcServer(new EditingWfs(reading, new FeatureTypes(catalog), store.features(), store.edits()));
    }

    static String transaction(String version, String actions) {
        boolean two = version.equals("2.0.0");
        return "<wfs:Transaction service='WFS' version='" + version + "' xmlns:wfs='http://www.opengis.net/wfs"
                + (two ? "/2.0" : "")
                + "' xmlns:fes='http://www.opengis.net/fes/2.0' xmlns:ogc='http://www.opengis.net/ogc'"
                + " xmlns:gml='http://www.opengis.net/gml" + (two ? "/3.2" : "")
                + "' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:sinkmap='urn:sinkmap'>"
                + actions + "</wfs:Transaction>";
    }

    /** Sends a transaction of the surveyor Li. */
    MockHttpServletResponse send(String version, String actions) {
        return server.post("/wfs", transaction(version, actions), "li", "surveyor");
    }

    static String filter(String version, String fid) {
        return version.equals("2.0.0")
                ? "<fes:Filter><fes:ResourceId rid='" + fid + "'/></fes:Filter>"
                : "<ogc:Filter><ogc:FeatureId fid='" + fid + "'/></ogc:Filter>";
    }

    /** The answer to a GetFeature request, which must succeed. */
    String get(String version, String layer, String query) {
        MockHttpServletResponse response = server.get(
                "/wfs", "SERVICE=WFS&REQUEST=GetFeature&VERSION=" + version + "&TYPENAMES=" + layer + "&" + query);
        String text = OgcServer.text(response);
        if (response.getStatus() != 200 || text.contains("Exception")) {
            throw new AssertionError(query + ": " + response.getStatus() + " " + text);
        }
        return text;
    }

    /** Features as GeoJSON. */
    List<JsonNode> find(String layer, String query) {
        List<JsonNode> features = new ArrayList<>();
        String json = get("2.0.0", layer, "OUTPUTFORMAT=application/json&" + query);
        JsonMapper.shared().readTree(json).get("features").forEach(features::add);
        return features;
    }

    @Override
    public void close() {
        store.close();
    }
}
