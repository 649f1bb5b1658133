import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Answers for schemas.opengis.net and www.w3.org from the class path, as a proxy on 127.0.0.1 that Java's own clients use for
 * these hosts only. Validators of the suite fetch schemas from there; so they find them on a machine that reaches neither, and
 * the published ones are not asked for at every run.
 */
final class SchemaHost extends ProxySelector {

    private static final Map<String, String> ROOTS = Map.of("schemas.opengis.net", "/ogc", "www.w3.org", "/sinkmap/ogc/schemas");

    private final Proxy proxy;

    private SchemaHost(InetSocketAddress address) {
        this.proxy = new Proxy(Proxy.Type.HTTP, address);
    }

    static void start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SchemaHost::answer);
        server.start();
        ProxySelector.setDefault(new SchemaHost(server.getAddress()));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange; InputStream schema = open(exchange.getRequestURI())) {
            byte[] bytes = schema == null ? new byte[0] : schema.readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(schema == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static InputStream open(URI address) {
        String root = ROOTS.get(address.getHost());
        String path = address.getHost().equals("www.w3.org")
                ? address.getPath().replaceFirst(".*/", "/")
                : address.getPath();
        return root == null ? null : SchemaHost.class.getResourceAsStream(root + path);
    }

    @Override
    public List<Proxy> select(URI address) {
        return List.of(ROOTS.containsKey(address.getHost()) ? proxy : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI address, SocketAddress socket, IOException problem) {
        System.err.println(address + ": " + problem);
    }
}
