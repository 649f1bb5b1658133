package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.FeatureLayer;
import sinkmap.store.Feature;
import sinkmap.store.FeatureStore;
import sinkmap.store.FeatureWriter;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

/** Traffic that would exhaust a service, on the whole service in a heap of 192 MB with 10,000 features, about 8 MB of GeoJSON. */
class SmallHeapTest {

    private static final Path LAYERS = Path.of("src/test/resources/sinkmap/ogc/api/layers");
    private static final Path STYLES = Path.of("src/test/resources/sinkmap/ogc/layers/styles");
    private static final int FEATURES = 10_000;
    private static final int PLACES = 4;
    private static final int SLOW_s = 3;
    private static final long GIGABYTE = 1L << 30;

    /** How an answer ends that is sent in chunks. */
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private static final String MAP = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=meadow&STYLES=&CRS=CRS:84"
            + "&BBOX=118,37,120,38&WIDTH=1400&HEIGHT=700&FORMAT=image/png";
    private static final String ALL =
            "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=meadow" + "&OUTPUTFORMAT=application/json";
    private static final String ONE = ALL + "&COUNT=1";

    @TempDir
    static Path data;

    private static LiveService service;

    @BeforeAll
    static void start() throws IOException {
        Catalog catalog = Catalog.read(LAYERS, STYLES);
        FeatureLayer meadow = (FeatureLayer) catalog.getLayer("meadow");
        try (Store store = Store.open(StoreSettings.embedded(data), catalog);
                FeatureWriter writer = store.features().write(meadow, FeatureStore.Mode.REPLACE)) {
            for (int i = 0; i < FEATURES; i++) {
                writer.add(new Feature(0, meadow(i), Map.of("code", "m" + i, "species", "ruppia")));
            }
            writer.commit();
        }
        service = new LiveService(
                192,
                LAYERS,
                STYLES,
                data,
                "sinkmap.ogc.load.features=" + PLACES,
                // how long a write to a client may wait, and how long what is left of a refused body is waited for
                "server.tomcat.connection-timeout=" + SLOW_s + "s",
                "sinkmap.ogc.load.slow-for=2s",
                "sinkmap.ogc.load.patience=3s",
                "sinkmap.ogc.load.waiting=40");
    }

    /** A polygon of 24 corners, 0.01 degrees wide. */
    private static org.locationtech.jts.geom.Geometry meadow(int i) {
        Coordinate[] ring = new Coordinate[25];
        for (int corner = 0; corner < 24; corner++) {
            double angle = 2 * Math.PI * corner / 24;
            ring[corner] = new Coordinate(
                    118.01 + 0.0098 * (i % 200) + 0.005 * Math.cos(angle),
                    37.01 + 0.0098 * (i / 200) + 0.005 * Math.sin(angle));
        }
        ring[24] = ring[0].copy();
        GeometryFactory factory = new GeometryFactory();
        return factory.createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {factory.createPolygon(ring)});
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
    }

    @AfterEach
    void isAliveAndNeverOutOfMemory() throws IOException {
        assertThat(service.alive()).as(service.log()).isTrue();
        assertThat(service.log()).doesNotContain("OutOfMemory");
        HttpResponse<String> one = once(ONE);
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(one.body()).contains("\"numberReturned\":1");
    }

    /** Asks as often as a client would that does what Retry-After says. */
    private static HttpResponse<String> once(String path) throws IOException {
        HttpResponse<String> answer = service.get(path);
        for (int i = 0; i < 6 && answer.statusCode() == 503; i++) {
            sleep_s(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()));
            answer = service.get(path);
        }
        return answer;
    }

    private static void sleep_s(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "map " + MAP + " image/png",
                "features " + ALL + " application/json",
                "items /ogc/features/collections/meadow/items?limit=9000 application/geo+json",
                "tiles /ogc/features/collections/meadow/tiles/WebMercatorQuad/9/198/ application/vnd.mapbox-vector-tile"
            })
    void twoHundredClientsAtOnceAreAnsweredOrToldToComeBack(String what, String path, String type) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(200);
        try {
            List<Callable<HttpResponse<String>>> requests = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String at = what.equals("tiles") ? path + (i % 2 == 0 ? 423 : 424) : path;
                requests.add(() -> service.get(at));
            }
            Map<Integer, Integer> answers = new HashMap<>();
            for (Future<HttpResponse<String>> sent : clients.invokeAll(requests, 120, TimeUnit.SECONDS)) {
                HttpResponse<String> answer = sent.get();
                answers.merge(answer.statusCode(), 1, Integer::sum);
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
                    assertThat(answer.body()).contains("more requests than it can take on");
                } else {
                    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                            .startsWith(type);
                }
            }
            assertThat(answers.keySet()).isSubsetOf(200, 503);
            assertThat(answers.get(200)).as("answered: " + answers).isGreaterThanOrEqualTo(4);
            if (!what.equals("tiles")) {
                assertThat(answers).as("a queue that is bounded").containsKey(503);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /wfs, text/xml",
        "POST, /wms, text/xml",
        "POST, /wms, application/x-www-form-urlencoded",
        "POST, /ogc/features/collections/meadow/items, application/geo+json",
        "PUT, /ogc/features/collections/meadow/items/1, application/geo+json"
    })
    void aGigabyteThatIsAnnouncedIsRefusedUnread(String method, String path, String type) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nContent-Type: " + type + "\r\nAuthorization: "
                + service.authorization() + "\r\nConnection: close\r\nContent-Length: " + GIGABYTE;
        try (Socket socket = service.open(head)) {
            assertThat(LiveService.rest(socket)).startsWith("HTTP/1.1 4").containsAnyOf("longer than", "too many");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /wfs, text/xml",
        "POST, /wms, text/xml",
        "POST, /wms, application/x-www-form-urlencoded",
        "POST, /ogc/features/collections/meadow/items, application/geo+json",
        "PUT, /ogc/features/collections/meadow/items/1, application/geo+json"
    })
    void aGigabyteThatIsNotAnnouncedIsCutOffSoon(String method, String path, String type) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nContent-Type: " + type + "\r\nAuthorization: "
                + service.authorization() + "\r\nTransfer-Encoding: chunked";
        try (Socket socket = service.open(head)) {
            // what the service takes and what fits into the buffers of both sockets
            assertThat(stream(socket)).isLessThan(64L << 20);
        }
    }

    /** Sends a gigabyte in chunks, and says how many bytes the other side let pass. */
    private static long stream(Socket socket) throws IOException {
        byte[] chunk = ("10000\r\n" + "<a b='c'>text</a>".repeat(5000).substring(0, 0x10000) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        OutputStream out = socket.getOutputStream();
        long sent = 0;
        try {
            while (sent < GIGABYTE) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    @ParameterizedTest
    @CsvSource({
        "'/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=meadow&OUTPUTFORMAT=application/json'",
        "/ogc/features/collections/meadow/items?limit=9000"
    })
    void readersThatStopReadingAreCutOffAndOthersAreServed(String path) throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < PLACES; i++) {
                stalled.add(service.open("GET " + path + " HTTP/1.1\r\nConnection: close"));
            }
            assertThat(service.get(MAP).statusCode()).isEqualTo(200);
            assertThat(once(ONE).statusCode()).isEqualTo(200);
            sleep_s(2 * SLOW_s);
            for (Socket socket : stalled) {
                assertThat(LiveService.rest(socket)).startsWith("HTTP/1.1 200").doesNotEndWith(LAST_CHUNK);
            }
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    @Test
    void aBodyOfNothingButTagsIsRefused() throws IOException {
        String body = "<GetFeature service='WFS'>" + "<a/>".repeat(2_400_000) + "</GetFeature>";
        HttpResponse<String> answer = service.post("/wfs", "text/xml", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("more than 500000 elements");
    }
}
