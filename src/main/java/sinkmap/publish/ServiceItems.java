package sinkmap.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.Driver;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.LayerText;
import sinkmap.catalog.Region;
import sinkmap.catalog.Text;
import sinkmap.grid.SinkmapException;
import sinkmap.store.StoreSettings;
import tools.jackson.databind.node.ObjectNode;

/** What a GeoServer is to hold beside the layers: the workspace, the store over the database, the services' texts and limits. */
final class ServiceItems {

    /** Name of the store over the published views. */
    static final String STORE = "postgis";

    static final String WORKSPACE = "workspace";

    /** Key of the metadata by which a change of the password is noticed, which GeoServer does not show. */
    private static final String PASSWORD = "sinkmap.password";

    private static final String SERVICE = "service";

    private final Catalog catalog;
    private final PublishSettings settings;
    private final StoreSettings.DatabaseSettings database;

    ServiceItems(Catalog catalog, PublishSettings settings, StoreSettings.DatabaseSettings database) {
        this.catalog = catalog;
        this.settings = settings;
        this.database = database;
    }

    private String workspace() {
        return settings.workspace();
    }

    /** What everything else stands on. */
    List<Item> foundation() {
        Item workspace = new Item(
                WORKSPACE,
                workspace(),
                "/workspaces/" + workspace() + ".json",
                "/workspaces",
                "/workspaces/" + workspace(),
                Item.tree(Map.of("workspace", Map.of("name", workspace()))),
                Item.tree(Map.of("workspace", Map.of("name", workspace()))),
                false);
        String namespace = "/namespaces/" + workspace();
        return List.of(
                workspace,
                Item.setting(
                        "namespace",
                        workspace(),
                        namespace + ".json",
                        namespace,
                        Map.of("namespace", Map.of("prefix", workspace(), "uri", "urn:" + workspace()))),
                store());
    }

    private Item store() {
        Map<String, String> shown = connection();
        Map<String, String> sent = new LinkedHashMap<>(shown);
        sent.put("passwd", password());
        String digest = PasswordDigest.of(password(), settings.url() + " " + workspace() + " " + shown);
        return Item.marked(
                        "store",
                        STORE,
                        "/workspaces/" + workspace() + "/datastores",
                        Map.of("dataStore", dataStore(shown, digest)))
                .sending(Map.of("dataStore", dataStore(sent, digest)));
    }

    private static Map<String, Object> dataStore(Map<String, String> connection, String digest) {
        List<Map<String, Object>> entries = new ArrayList<>();
        connection.forEach((key, value) -> entries.add(Item.entry(key, value)));
        return Map.of(
                "name",
                STORE,
                "type",
                "PostGIS",
                "enabled",
                true,
                "metadata",
                Item.metadata(List.of(Item.entry(PASSWORD, digest))),
                "connectionParameters",
                Map.of("entry", entries));
    }

    /** Parameters of GeoTools' PostGIS store; the user who edits is told to the database, whose triggers record it. */
    private Map<String, String> connection() {
        var own = Driver.parseURL(database.url(), null);
        if (own == null) {
            throw new SinkmapException(
                    "the database URL cannot be read: " + database.url().replaceAll("[?;].*", ""));
        }
        PublishSettings.DatabaseAccess access = settings.database();
        Map<String, String> connection = new LinkedHashMap<>();
        connection.put("dbtype", "postgis");
        connection.put("host", or(access.host(), own.getProperty("PGHOST")));
        connection.put("port", or(access.port(), own.getProperty("PGPORT")));
        connection.put("database", or(access.name(), own.getProperty("PGDBNAME")));
        connection.put("schema", access.schema());
        connection.put("user", user());
        connection.put("Expose primary keys", "false");
        connection.put("fetch size", "1000");
        connection.put("Loose bbox", "false");
        connection.put("Estimated extends", "false");
        connection.put("validate connections", "true");
        connection.put("max connections", "20");
        connection.put("Connection timeout", "20");
        connection.put("Session startup SQL", "SELECT set_config('sinkmap.user', '${GSUSER,anonymous}', false)");
        return connection;
    }

    private String user() {
        return or(settings.database().user(), or(database.user(), fromUrl("user")));
    }

    private String password() {
        String own = or(database.user(), fromUrl("user"));
        return user().equals(own)
                ? or(settings.database().password(), or(database.password(), fromUrl("password")))
                : settings.database().password();
    }

    private String fromUrl(String key) {
        var own = Driver.parseURL(database.url(), null);
        return own == null || own.getProperty(key) == null ? "" : own.getProperty(key);
    }

    private static String or(String first, String second) {
        return first == null || first.isBlank() ? second == null ? "" : second : first;
    }

    /** Texts and limits of WMS and WFS, contact and addresses of the workspace. */
    List<Item> services() {
        String wms = "/services/wms/workspaces/" + workspace() + "/settings";
        String wfs = "/services/wfs/workspaces/" + workspace() + "/settings";
        String own = "/workspaces/" + workspace() + "/settings";
        return List.of(
                Item.setting("settings", workspace(), own + ".json", own, Map.of("settings", settings())),
                Item.setting(SERVICE, "wms", wms + ".json", wms, Map.of("wms", wms())),
                Item.setting(SERVICE, "wfs", wfs + ".json", wfs, Map.of("wfs", wfs())));
    }

    /** The item with all that GeoServer wants to be sent: a service of a workspace is made of the one of all workspaces. */
    Item whole(Item item, GeoServerClient client) {
        if (!item.kind().equals(SERVICE)) {
            return item;
        }
        ObjectNode all = (ObjectNode)
                client.find("/services/" + item.name() + "/settings.json").orElseThrow();
        ObjectNode service = (ObjectNode) all.get(item.name());
        service.remove("id");
        service.setAll((ObjectNode) item.wanted().get(item.name()));
        return new Item(
                item.kind(), item.name(), item.shown(), item.made(), item.changed(), item.wanted(), all, item.marked());
    }

    private Map<String, Object> settings() {
        Region.Contact contact = catalog.region().contact();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("workspace", Map.of("name", workspace()));
        if (contact != null) {
            content.put(
                    "contact",
                    Map.of(
                            "contactOrganization",
                            contact.organisation().both(),
                            "contactEmail",
                            contact.email() == null ? "" : contact.email()));
        }
        content.put("charset", "UTF-8");
        content.put("numDecimals", 9);
        content.put("localWorkspaceIncludesPrefix", false);
        if (!settings.proxyUrl().isBlank()) {
            content.put("proxyBaseUrl", settings.proxyUrl());
        }
        return content;
    }

    private Map<String, Object> service(String name) {
        Region region = catalog.region();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("workspace", Map.of("name", workspace()));
        content.put("enabled", true);
        content.put("name", name);
        content.put("title", region.title().both() + " - sinkmap");
        content.put("abstrct", LayerText.SERVICE_SUMMARY);
        content.put("fees", text(region.fees()));
        content.put("accessConstraints", text(region.accessConstraints()));
        content.put("keywords", Map.of("string", LayerText.SERVICE_KEYWORDS));
        return content;
    }

    private static String text(Text text) {
        return text == null ? "none" : text.both();
    }

    private Map<String, Object> wms() {
        Map<String, Object> content = service("WMS");
        content.put("maxRequestMemory", settings.limits().renderMemory_kb());
        content.put("maxRenderingTime", settings.limits().renderTime_s());
        content.put("maxRenderingErrors", 1000);
        return content;
    }

    private Map<String, Object> wfs() {
        boolean editable = catalog.listLayers().stream()
                .anyMatch(layer -> layer instanceof FeatureLayer features && features.editable());
        Map<String, Object> content = service("WFS");
        content.put("serviceLevel", editable ? "COMPLETE" : "BASIC");
        content.put("maxFeatures", settings.limits().features());
        return content;
    }
}
