package sinkmap.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import sinkmap.Sinkmap;
import sinkmap.store.DatabaseLink;
import sinkmap.store.StoreFixture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service over a PostGIS that goes away and comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseAwayTest {

    private static final String LAYERS = "src/test/resources/sinkmap/cite";

    private final HttpClient client = HttpClient.newHttpClient();
    private Path data;
    private DatabaseLink link;
    private ConfigurableApplicationContext service;

    @BeforeAll
    void open(@TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        link = new DatabaseLink(
                StoreFixture.postgis(data, "test_database_away").database().url());
        service = new SpringApplicationBuilder(Sinkmap.class)
                .run(
                        "--server.port=0",
                        "--sinkmap.layers=" + LAYERS,
                        "--sinkmap.styles=" + LAYERS + "/styles",
                        "--sinkmap.data=" + data,
                        "--sinkmap.database.url=" + link.url(),
                        "--sinkmap.database.pool.patience=300ms",
                        "--logging.level.root=off",
                        "--logging.level.sinkmap=off");
    }

    @AfterAll
    void close() {
        if (service != null) {
            service.close();
            link.close();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(
                        "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder asAdmin(String path) {
        try {
            String password =
                    Files.readString(data.resolve("admin-password.txt")).strip();
            String pair = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
            return request(path).header("Authorization", "Basic " + pair);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> insert(String label) {
        return send(asAdmin("/wfs")
                .header("Content-Type", "text/xml")
                .POST(BodyPublishers.ofString("<wfs:Transaction service='WFS' version='2.0.0'"
                        + " xmlns:wfs='http://www.opengis.net/wfs/2.0' xmlns:gml='http://www.opengis.net/gml/3.2'"
                        + " xmlns:sinkmap='urn:sinkmap'><wfs:Insert><sinkmap:mooring><sinkmap:label>" + label
                        + "</sinkmap:label><sinkmap:geom><gml:Point srsName='urn:ogc:def:crs:EPSG::4326'>"
                        + "<gml:pos>37.5 119.25</gml:pos></gml:Point></sinkmap:geom></sinkmap:mooring></wfs:Insert>"
                        + "</wfs:Transaction>")));
    }

    private void waitUntilReady() throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (send(request("/actuator/health/readiness")).statusCode() != 200) {
            assertThat(System.nanoTime()).as("ready again").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer, String type, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).contains(type);
        assertThat(answer.body()).contains(words).contains("the database cannot be reached just now");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/runs | application/problem+json | \"status\":503",
                "/api/publication | application/problem+json | \"status\":503",
                "/ogc/features/collections/mooring/items | application/problem+json | \"status\":503",
                "/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=mooring | xml | <ows:ExceptionReport",
                "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&LAYERS=mooring&STYLES=&CRS=EPSG:4326&BBOX=37,118,38,120&WIDTH=40"
                        + "&HEIGHT=20&FORMAT=image/png | xml | <ServiceExceptionReport"
            })
    void requestsAreToldToComeBackWhileItIsAwayAndAnsweredAfterwards(String path, String type, String words)
            throws Exception {
        assertThat(send(asAdmin(path)).statusCode()).isEqualTo(200);
        link.cut();
        try {
            // at the sign-in as well as behind it
            assertUnavailable(send(asAdmin(path)), type, words);
            if (!path.equals("/api/publication")) {
                assertUnavailable(send(request(path)), type, words);
            }
        } finally {
            link.mend();
        }
        waitUntilReady();
        assertThat(send(asAdmin(path)).statusCode()).isEqualTo(200);
    }

    @Test
    void healthSaysThatItIsAwayAndTheProcessLives() throws Exception {
        link.cut();
        try {
            assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(503);
            assertThat(send(request("/actuator/health")).statusCode()).isEqualTo(503);
            assertThat(send(request("/actuator/health/liveness")).statusCode()).isEqualTo(200);
        } finally {
            link.mend();
        }
        waitUntilReady();
    }

    /** Labels that were sent, with the status of the answer. */
    private void insertUntilAnswered(String client, int count, Map<String, Integer> answers) {
        for (int i = 0, answered = 0; answered < count; i++) {
            String label = client + "-" + i;
            HttpResponse<String> answer = insert(label);
            answers.put(label, answer.statusCode());
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).contains("totalInserted>1<");
                answered++;
            }
        }
    }

    @Test
    void whatWasAnsweredStaysAndNothingIsThereTwiceWhenItGoesAwayUnderLoad() throws Exception {
        Map<String, Integer> answers = new ConcurrentHashMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(3);
        List<Future<?>> work = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            work.add(clients.submit(() -> insertUntilAnswered(name, 60, answers)));
        }
        for (int i = 0; i < 4; i++) {
            Thread.sleep(200);
            link.cut();
            Thread.sleep(400);
            link.mend();
        }
        for (Future<?> client : work) {
            client.get();
        }
        clients.shutdown();

        assertThat(Set.copyOf(answers.values())).isEqualTo(Set.of(200, 503));
        Map<String, Integer> stored = stored();
        answers.forEach((label, status) -> {
            if (status == 200) {
                assertThat(stored).containsEntry(label, 1);
            }
        });
        assertThat(stored).allSatisfy((label, count) -> assertThat(count).isEqualTo(1));
        assertThat(answers).containsKeys(stored.keySet().toArray(String[]::new));
    }

    private Map<String, Integer> stored() {
        JsonNode features = JsonMapper.shared()
                .readTree(send(request("/wfs?SERVICE=WFS&VERSION=2.0.0&REQUEST=GetFeature&TYPENAMES=mooring"
                                + "&OUTPUTFORMAT=application/json&COUNT=10000"))
                        .body())
                .get("features");
        Map<String, Integer> stored = new HashMap<>();
        features.forEach(feature -> stored.merge(feature.at("/properties/label").asString(), 1, Integer::sum));
        return stored;
    }
}
