package sinkmap.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import sinkmap.Sinkmap;
import sinkmap.publish.Publications;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over an embedded store, as whoever watches over it sees it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {

    private static final String MAP = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=marsh&STYLES="
            + "&CRS=EPSG:4326&BBOX=37,118,38,120&WIDTH=40&HEIGHT=20&FORMAT=image/png";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path data;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void open(@TempDir Path folder) {
        data = folder.resolve("data");
        service = start(data);
    }

    private static ConfigurableApplicationContext start(Path data) {
        String layers = "src/test/resources/sinkmap/ogc/layers";
        return new SpringApplicationBuilder(Sinkmap.class)
                .run(
                        "--server.port=0",
                        "--sinkmap.layers=" + layers,
                        "--sinkmap.styles=" + layers + "/styles",
                        "--sinkmap.data=" + data,
                        "--management.health.diskspace.threshold=1KB",
                        "--logging.level.sinkmap.operations.RequestId=debug",
                        // nothing listens on the discard port
                        "--sinkmap.publish.url=http://127.0.0.1:9/geoserver");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    private static int port(ConfigurableApplicationContext of) {
        return Integer.parseInt(of.getEnvironment().getProperty("local.server.port"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(service) + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder asAdmin(String path) throws IOException {
        String password = Files.readString(data.resolve("admin-password.txt")).strip();
        String pair = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + pair);
    }

    private JsonNode health() throws Exception {
        return JsonMapper.shared().readTree(send(asAdmin("/actuator/health")).body());
    }

    private String metrics() throws Exception {
        return send(asAdmin("/actuator/prometheus")).body();
    }

    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    @Test
    void everybodyLearnsWhetherItWorksAndNothingElse() throws Exception {
        HttpResponse<String> health = send(request("/actuator/health"));

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(health.body()).propertyNames())
                .containsExactlyInAnyOrder("status", "groups");
        assertThat(send(request("/actuator/health/readiness")).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(send(request("/actuator/health/liveness")).body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void theRestIsForAdministrators() throws Exception {
        assertThat(send(request("/actuator/prometheus")).statusCode()).isEqualTo(401);
        assertThat(send(request("/actuator/env")).statusCode()).isEqualTo(401);
        assertThat(send(asAdmin("/actuator/prometheus")).statusCode()).isEqualTo(200);
        assertThat(send(asAdmin("/actuator/env")).statusCode())
                .as("not offered to anybody")
                .isEqualTo(404);
    }

    @Test
    void aGeoServerThatIsAwayDegradesButLeavesTheServiceUp() throws Exception {
        JsonNode health = health();

        assertThat(health.at("/components/db/status").asString()).isEqualTo("UP");
        assertThat(health.at("/components/diskSpace/details/path").asString())
                .isEqualTo(data.toAbsolutePath().toString());
        assertThat(health.at("/components/geoServer/status").asString()).isEqualTo("DEGRADED");
        assertThat(health.at("/components/geoServer/details/error").asString()).contains("does not answer");
        assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
    }

    @Test
    void theLastRunThatEndedCounts() throws Exception {
        end("20260101-000000-000-aaaa", 100, State.FAILED, "layer 'marsh' is empty");
        JsonNode failed = health().at("/components/run");
        assertThat(failed.path("status").asString()).isEqualTo("DEGRADED");
        assertThat(failed.at("/details/error").asString()).isEqualTo("layer 'marsh' is empty");

        end("20260101-000001-000-bbbb", 200, State.CANCELLED, null);
        JsonNode cancelled = health().at("/components/run");
        assertThat(cancelled.path("status").asString()).isEqualTo("UP");
        assertThat(cancelled.at("/details/last").asString()).isEqualTo("20260101-000001-000-bbbb");
    }

    private void end(String id, int seconds, State state, String error) {
        OffsetDateTime began = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        StoredRun run =
                new StoredRun(id, "account", "", "{}", State.QUEUED, 0, "queued", began, null, null, null, null, false);
        OffsetDateTime finished = began.plusSeconds(seconds);
        service.getBean(RunStore.class).add(run);
        StoredRun ended =
                new StoredRun(id, "account", "", "{}", state, 0.5, "stage", began, began, finished, null, error, false);
        service.getBean(RunStore.class).update(ended);
        service.publishEvent(ended);
    }

    @Test
    void runsAreCountedByHowTheyEndedAndTimed() throws Exception {
        end("20260101-000003-000-cccc", 5, State.INTERRUPTED, null);

        String series = "{kind=\"account\",state=\"interrupted\"}";
        assertThat(value(metrics(), "sinkmap_runs_seconds_count" + series)).isEqualTo(1);
        assertThat(value(metrics(), "sinkmap_runs_seconds_sum" + series)).isEqualTo(5);
        assertThat(metrics()).contains("sinkmap_runs_waiting 0.0", "sinkmap_runs_working 0.0");
    }

    @Test
    void aPublicationThatFailsIsCountedAndRepeated() throws Exception {
        Publications publications = service.getBean(Publications.class);
        publications.request();
        waitUntil(() -> publications.failures() > 0 && publications.findNext().isPresent());

        assertThat(value(metrics(), "sinkmap_publications_failing")).isPositive();
        assertThat(value(metrics(), "sinkmap_publications_seconds_count{result=\"failed\"}"))
                .isPositive();
        JsonNode geoServer = health().at("/components/geoServer");
        assertThat(geoServer.path("status").asString()).isEqualTo("DEGRADED");
        assertThat(geoServer.at("/details/failedInARow").asInt()).isPositive();
        assertThat(OffsetDateTime.parse(geoServer.at("/details/next").asString()))
                .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(1));
    }

    @Test
    void requestsAreCountedByServiceOperationAndLayer() throws Exception {
        String layer = "sinkmap_ogc_layers_total{layer=\"marsh\",service=\"WMS\"}";
        String drawn = "sinkmap_ogc_render_seconds_count{layer=\"marsh\"}";
        String map = "sinkmap_ogc_requests_seconds_count{operation=\"getmap\",service=\"WMS\",status=\"200\"}";
        String before = metrics();

        assertThat(send(request(MAP)).statusCode()).isEqualTo(200);
        send(request("/wms?SERVICE=WMS&REQUEST=Surprise1&LAYERS=nothing"));
        send(request("/ogc/features/collections/port/items"));
        String after = metrics();

        assertThat(value(after, layer) - value(before, layer)).isEqualTo(1);
        assertThat(value(after, drawn) - value(before, drawn)).isEqualTo(1);
        assertThat(value(after, map) - value(before, map)).isEqualTo(1);
        assertThat(after)
                .contains("operation=\"other\"")
                .doesNotContain("urprise1")
                .doesNotContain("layer=\"nothing\"")
                .contains("sinkmap_ogc_layers_total{layer=\"port\",service=\"OGC API\"} 1.0")
                .contains("sinkmap_ogc_places{kind=\"maps\"}", "sinkmap_ogc_requests_seconds_bucket")
                .contains("hikaricp_connections_active");
    }

    @Test
    void requestsKeepTheIdThatTheyBringOrGetOne() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(RequestId.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        try {
            HttpResponse<String> own = send(request(MAP).header("X-Request-Id", "office-42.a"));
            assertThat(own.headers().firstValue("X-Request-Id")).contains("office-42.a");
            assertThat(line(lines, "office-42.a").getKeyValuePairs())
                    .extracting(pair -> pair.key + "=" + pair.value)
                    .contains("http.path=/wms", "http.status=200");

            HttpResponse<String> foreign = send(request(MAP).header("X-Request-Id", "a b\"},{\"x\":1"));
            String made = foreign.headers().firstValue("X-Request-Id").orElseThrow();
            assertThat(made).matches("[0-9a-f]{16}");
            assertThat(line(lines, made).getMDCPropertyMap()).containsOnly(entry("request_id", made));
        } finally {
            logger.detachAppender(lines);
        }
    }

    /** The line of the log that carries an id. It is written after the answer. */
    private static ILoggingEvent line(ListAppender<ILoggingEvent> lines, String id) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            for (ILoggingEvent line : List.copyOf(lines.list)) {
                if (id.equals(line.getMDCPropertyMap().get("request_id"))) {
                    return line;
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no line has " + id);
    }

    private static int underWay(ConfigurableApplicationContext of) {
        return of.getBean(MeterRegistry.class).find("http.server.requests.active").longTaskTimers().stream()
                .mapToInt(LongTaskTimer::activeTasks)
                .sum();
    }

    private static boolean closedForNewRequests(int port) {
        try (Socket next = new Socket("127.0.0.1", port)) {
            return next.isClosed();
        } catch (IOException e) {
            return true;
        }
    }

    private static void waitUntil(BooleanSupplier holds) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void stoppingLetsRequestsUnderWayEnd(@TempDir Path folder) throws Exception {
        ConfigurableApplicationContext another = start(folder.resolve("data"));
        byte[] body = ("<GetCapabilities xmlns=\"http://www.opengis.net/wfs/2.0\" service=\"WFS\"/>")
                .getBytes(StandardCharsets.UTF_8);
        int port = port(another);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /wfs HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/xml\r\nConnection: close\r\n"
                            + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(body, 0, 10);
            out.flush();
            waitUntil(() -> underWay(another) > 0);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(another::close);
            waitUntil(() -> closedForNewRequests(port));
            assertThat(stopped).as("waits for the request").isNotDone();

            out.write(body, 10, body.length - 10);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200").contains("</wfs:WFS_Capabilities>");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }
}
