package sinkmap.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Region;

/** The layer groups that a GeoServer is to hold: those of the region. */
final class GroupItems {

    private final Catalog catalog;
    private final PublishSettings settings;

    GroupItems(Catalog catalog, PublishSettings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** Addresses of all groups. */
    String collection() {
        return "/workspaces/" + settings.workspace() + "/layergroups";
    }

    List<Item> list() {
        return catalog.region().groups().stream().map(this::item).toList();
    }

    private Item item(Region.Group group) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", group.id());
        content.put("mode", "NAMED");
        content.put("title", group.title().both());
        content.put(
                "internationalTitle",
                Map.of("zh", group.title().zh(), "en", group.title().en()));
        content.put("workspace", Map.of("name", settings.workspace()));
        List<Map<String, Object>> layers =
                group.layers().stream().map(this::published).toList();
        content.put("publishables", Map.of("published", layers));
        content.put(
                "styles",
                Map.of("style", group.layers().stream().map(layer -> "").toList()));
        content.put("metadata", Item.metadata(List.of()));
        return Item.marked("layer group", group.id(), collection(), Map.of("layerGroup", content));
    }

    private Map<String, Object> published(String layer) {
        Map<String, Object> published = new LinkedHashMap<>();
        published.put("@type", "layer");
        published.put("name", settings.workspace() + ":" + layer);
        return published;
    }
}
