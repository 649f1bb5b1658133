package sinkmap.publish;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * As much of a GeoServer's REST interface as the publisher uses: documents under addresses, made by POST to a collection and
 * changed by PUT, as GeoServer keeps them. It can fail on request. Maps show one dot; WFS counts what the test says.
 */
final class FakeGeoServer implements AutoCloseable {

    static final String PASSWORD = "a password of our own";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    final Map<String, ObjectNode> documents = new ConcurrentSkipListMap<>();
    final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
    final List<String> changes = new CopyOnWriteArrayList<>();
    final List<String> emptied = new CopyOnWriteArrayList<>();
    final Map<String, Long> counts = new TreeMap<>();
    /** Passwords, as they were sent, of users who were made. */
    final Map<String, String> passwords = new ConcurrentSkipListMap<>();

    final Map<String, Set<String>> roles = new ConcurrentSkipListMap<>();
    volatile String password = PASSWORD;
    volatile boolean shippedPassword;
    /** How long each answer takes. */
    volatile Duration delay = Duration.ZERO;

    volatile boolean blankMaps;
    /** Given the number of the changing request, from 1: whether it is answered with 500. */
    volatile IntPredicate fails = number -> false;
    /** Text in a style that this GeoServer cannot read. */
    volatile String unreadable = "<Broken";

    FakeGeoServer() throws IOException {
        this(0);
    }

    FakeGeoServer(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/geoserver", this::answer);
        for (String service : List.of("wms", "wfs")) {
            documents.put(
                    "/services/" + service + "/settings", object("{'" + service + "': {'id': 1, 'versions': '2'}}"));
        }
        documents.put("/security/acl/layers", object("{'*.*.r': '*', '*.*.w': 'ADMIN'}"));
        documents.put("/security/acl/services", object("{}"));
        documents.put("/security/roles", object("{'roles': ['ADMIN']}"));
        documents.put("/about/version", object("{'about': 'fake'}"));
        documents.put("/security/usergroup/users", object("{'users': [{'userName': 'admin', 'enabled': true}]}"));
        server.start();
    }

    static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/geoserver";
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Thread.sleep(delay.toMillis());
            byte[] body = exchange.getRequestBody().readAllBytes();
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath().substring("/geoserver".length());
            if (path.startsWith("/rest") && !signedIn(exchange)) {
                send(exchange, 401, "");
            } else if (method.equals("GET")) {
                show(exchange, path);
            } else {
                changes.add(method + " " + path);
                if (fails.test(changes.size())) {
                    send(exchange, 500, "out of order");
                } else {
                    change(exchange, method, path, body);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean signedIn(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String user = new String(Base64.getDecoder().decode(given), StandardCharsets.UTF_8);
        return user.equals("admin:" + password) || shippedPassword && user.equals("admin:geoserver");
    }

    private void show(HttpExchange exchange, String path) throws IOException {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.startsWith("/rest/resource")) {
            byte[] file = files.get(path.substring("/rest/resource".length()));
            send(exchange, file == null ? 404 : 200, file == null ? new byte[0] : file);
        } else if (path.startsWith("/rest")) {
            showDocument(exchange, path.substring("/rest".length()).replaceAll("\\.json$", ""));
        } else if (path.startsWith("/gwc")) {
            ObjectNode cache = documents.get(path.replaceAll("\\.\\w+$", ""));
            send(exchange, cache == null ? 404 : 200, String.valueOf(cache));
        } else if (query.contains("GetMap")) {
            send(exchange, 200, map());
        } else if (query.contains("hits")) {
            String layer = query.substring(query.lastIndexOf(':') + 1);
            send(exchange, 200, "<wfs numberMatched=\"" + counts.getOrDefault(layer, 0L) + "\"/>");
        } else {
            StringBuilder names = new StringBuilder();
            documents.keySet().stream()
                    .filter(key -> key.startsWith("/layers/"))
                    .forEach(key -> names.append("<Name>")
                            .append(key.substring(key.indexOf(':') + 1))
                            .append("</Name>"));
            send(exchange, 200, names.toString());
        }
    }

    private void changeUser(String method, String path, byte[] body) {
        // as GeoServer does, which takes what follows the last dot for a format
        String last = path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.[^.]*$", "");
        if (path.startsWith("/security/roles/role/")) {
            String role = path.split("/")[4];
            Set<String> roleSet = roles.computeIfAbsent(last, name -> new TreeSet<>());
            boolean unused = method.equals("DELETE") ? roleSet.remove(role) : roleSet.add(role);
        } else if (method.equals("DELETE")) {
            passwords.remove(last);
        } else {
            JsonNode user = JSON.readTree(body).get("user");
            passwords.put(user.get("userName").asString(), user.get("password").asString());
        }
        ArrayNode users = JSON.createArrayNode();
        users.addObject().put("userName", "admin");
        passwords.keySet().forEach(name -> users.addObject().put("userName", name));
        documents.get("/security/usergroup/users").set("users", users);
    }

    private void showDocument(HttpExchange exchange, String path) throws IOException {
        if (path.startsWith("/security/roles/user/")) {
            ObjectNode answer = JSON.createObjectNode();
            ArrayNode names = answer.putArray("roles");
            roles.getOrDefault(path.substring(path.lastIndexOf('/') + 1), Set.of())
                    .forEach(names::add);
            send(exchange, 200, answer.toString());
            return;
        }
        ObjectNode document = documents.get(path);
        if (document == null && path.matches(".*/(featuretypes|coveragestores|styles|layergroups)")) {
            document = collection(path);
        }
        send(exchange, document == null ? 404 : 200, String.valueOf(document));
    }

    private ObjectNode collection(String path) {
        ArrayNode items = JSON.createArrayNode();
        documents.keySet().stream()
                .filter(key -> key.matches("\\Q" + path + "\\E/[^/]+"))
                .forEach(key -> items.add(JSON.createObjectNode().put("name", key.substring(path.length() + 1))));
        ObjectNode singular = JSON.createObjectNode();
        singular.set("item", items);
        ObjectNode plural = JSON.createObjectNode();
        plural.set("items", singular);
        return plural;
    }

    private byte[] map() throws IOException {
        BufferedImage image = new BufferedImage(8, 4, BufferedImage.TYPE_INT_ARGB);
        if (!blankMaps) {
            image.setRGB(5, 1, 0xff336699);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private void change(HttpExchange exchange, String method, String path, byte[] body) throws IOException {
        if (path.equals("/gwc/rest/masstruncate")) {
            String layer = new String(body, StandardCharsets.UTF_8).replaceAll(".*:([^<]*)</layerName>.*", "$1");
            emptied.add(layer);
        } else if (path.startsWith("/gwc")) {
            documents.put(
                    path.replaceAll("\\.xml$", ""),
                    object("{'GeoServerLayer': {'enabled': true, 'expireClients': 600, 'mimeFormats':"
                            + " ['image/jpeg', 'image/png', 'image/png8']}}"));
        } else if (exchange.getRequestHeaders().getFirst("Content-Type") != null
                && exchange.getRequestHeaders().getFirst("Content-Type").contains("sld")) {
            if (new String(body, StandardCharsets.UTF_8).contains(unreadable)) {
                send(exchange, 400, "cannot parse");
                return;
            }
            files.put(path.substring("/rest".length()) + ".sld", body);
        } else {
            changeDocument(method, path.substring("/rest".length()), body);
        }
        send(exchange, 200, "");
    }

    private void changeDocument(String method, String path, byte[] body) {
        if (path.endsWith("/reset")) {
            return;
        }
        if (path.startsWith("/security/usergroup") || path.contains("/user/")) {
            changeUser(method, path, body);
        } else if (path.startsWith("/security/roles/role/")) {
            ((ArrayNode) documents.get("/security/roles").get("roles")).add(path.substring(path.lastIndexOf('/') + 1));
        } else if (path.startsWith("/security/acl") && !method.equals("DELETE")) {
            documents.get(path).setAll((ObjectNode) JSON.readTree(body));
        } else if (path.startsWith("/security/acl")) {
            documents.get(path.substring(0, path.lastIndexOf('/'))).remove(path.substring(path.lastIndexOf('/') + 1));
        } else if (method.equals("DELETE")) {
            documents.keySet().removeIf(key -> key.equals(path) || key.startsWith(path + "/"));
            documents.remove("/layers/sinkmap:" + path.substring(path.lastIndexOf('/') + 1));
        } else {
            put(method, path, (ObjectNode) JSON.readTree(body));
        }
    }

    private void put(String method, String path, ObjectNode body) {
        String tag = body.propertyNames().iterator().next();
        JsonNode content = body.get(tag);
        String key = method.equals("POST") ? path + "/" + content.get("name").asString() : path;
        ObjectNode document = documents.computeIfAbsent(key, k -> object("{'" + tag + "': {}}"));
        ((ObjectNode) document.get(tag)).setAll((ObjectNode) content);
        if (key.matches(".*/(featuretypes|coverages)/[^/]+")) {
            String name = key.substring(key.lastIndexOf('/') + 1);
            documents.putIfAbsent("/layers/sinkmap:" + name, object("{'layer': {}}"));
        }
        if (key.matches("/workspaces/[^/]+")) {
            documents.putIfAbsent(
                    "/namespaces/" + key.substring(key.lastIndexOf('/') + 1), object("{'namespace': {}}"));
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
