package sinkmap.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tile caches of a GeoServer: on for every layer, with a life time, emptied when the content changes. */
final class TileCaches {

    private final GeoServerClient client;
    private final PublishSettings settings;

    TileCaches(GeoServerClient client, PublishSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    private String name(String layer) {
        return settings.workspace() + ":" + layer;
    }

    /** What differs from what is wanted in the cache of a layer; all of it where there is none. */
    List<String> differences(String layer) {
        GeoServerClient.Answer answer = client.send("GET", "/gwc/rest/layers/" + name(layer) + ".json", null, null);
        if (answer.status() != 200) {
            return List.of("missing");
        }
        JsonNode shown = JsonMapper.shared().readTree(answer.body());
        Map<String, Object> wanted = Map.of(
                "enabled",
                true,
                "expireClients",
                settings.limits().clientCache_s(),
                "mimeFormats",
                List.of("image/png", "image/png8", "image/jpeg"));
        return Difference.of(Item.tree(Map.of("GeoServerLayer", wanted)), shown);
    }

    void put(String layer) {
        String xml = "<GeoServerLayer><enabled>true</enabled><inMemoryCached>true</inMemoryCached><name>" + name(layer)
                + "</name><mimeFormats><string>image/png</string><string>image/png8</string><string>image/jpeg</string>"
                + "</mimeFormats><gridSubsets><gridSubset><gridSetName>EPSG:4326</gridSetName></gridSubset><gridSubset>"
                + "<gridSetName>EPSG:900913</gridSetName></gridSubset></gridSubsets><metaWidthHeight><int>4</int>"
                + "<int>4</int></metaWidthHeight><expireCache>0</expireCache><expireClients>"
                + settings.limits().clientCache_s()
                + "</expireClients><parameterFilters><styleParameterFilter><key>STYLES"
                + "</key><defaultValue></defaultValue></styleParameterFilter></parameterFilters><gutter>0</gutter>"
                + "</GeoServerLayer>";
        client.change(
                "PUT",
                "/gwc/rest/layers/" + name(layer) + ".xml",
                GeoServerClient.XML,
                xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Throws away what was drawn of a layer. */
    void empty(String layer) {
        String xml = "<truncateLayer><layerName>" + name(layer) + "</layerName></truncateLayer>";
        client.change("POST", "/gwc/rest/masstruncate", GeoServerClient.XML, xml.getBytes(StandardCharsets.UTF_8));
    }
}
