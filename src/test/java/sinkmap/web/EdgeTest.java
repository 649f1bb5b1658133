package sinkmap.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.Mockito;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import sinkmap.catalog.Catalog;
import sinkmap.ingest.Ingest;
import sinkmap.ogc.MapPictures;
import sinkmap.publish.Publications;
import sinkmap.report.AccountReport;
import sinkmap.run.Plans;
import sinkmap.run.Runs;
import sinkmap.run.TargetsFile;
import sinkmap.store.FeatureStore;
import sinkmap.store.LoadStore;
import sinkmap.store.RasterStore;
import sinkmap.store.RunStore;
import sinkmap.store.StoreSettings;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;
import sinkmap.store.UserStore;
import sinkmap.users.Users;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The web edge on a real port over the project's own catalog; the stores behind it are stand-ins. */
@SpringBootTest(
        classes = EdgeTest.Edge.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "sinkmap.web.max-upload=1MB",
            "logging.level.root=off",
            "management.endpoint.health.validate-group-membership=false"
        })
abstract class EdgeTest {

    static final OffsetDateTime NOON = OffsetDateTime.parse("2026-03-01T12:00:00Z");

    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    @EnableConfigurationProperties(WebSettings.class)
    @ComponentScan(basePackageClasses = {Ingest.class, Users.class})
    @Import({
        WebConfiguration.class,
        Problems.class,
        ErrorPage.class,
        RegionController.class,
        LayerViews.class,
        LayerController.class,
        LoadController.class,
        PlanController.class,
        RunController.class,
        SiteController.class,
        AccountController.class,
        ReportController.class,
        TargetController.class,
        PublicationController.class
    })
    static class Edge {

        @Bean
        Catalog catalog() {
            return Catalog.read(Path.of("layers"), Path.of("styles"));
        }

        @Bean
        Plans plans(Catalog catalog) {
            return new Plans(catalog);
        }

        @Bean
        StoreSettings storeSettings() throws IOException {
            return StoreSettings.embedded(Files.createTempDirectory("edge"));
        }

        @Bean
        AccountReport report(Catalog catalog, TargetsFile targets, RunStore runs, FeatureStore features) {
            return new AccountReport(catalog, targets, runs, features, Mockito.mock(MapPictures.class));
        }
    }

    @LocalServerPort
    int port;

    @MockitoBean
    UserStore users;

    @MockitoBean
    FeatureStore features;

    @MockitoBean
    RasterStore rasters;

    @MockitoBean
    LoadStore loads;

    @MockitoBean
    RunStore runStore;

    @MockitoBean
    Runs runs;

    @MockitoBean
    TargetsFile targets;

    @MockitoBean
    Publications publications;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** What the service answered. */
    record Answer(int status, HttpResponse<String> response) {

        JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        String detail() {
            return json().path("detail").asString();
        }
    }

    @BeforeEach
    void emptyStores() {
        when(features.findExtent(any())).thenReturn(Optional.empty());
        when(rasters.findExtent(any())).thenReturn(Optional.empty());
        when(loads.listCurrent(anyString())).thenReturn(List.of());
        when(runStore.findCurrent(anyString(), anyString())).thenReturn(Optional.empty());
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static StoredRun run(String id, String kind, String plan, State state, String result) {
        return new StoredRun(
                id, kind, plan, "{}", state, 0.25, "reading", NOON, NOON, null, result, null, result != null);
    }
}
