package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;
import sinkmap.run.UnknownRunException;

class ProblemsTest extends EdgeTest {

    @Test
    void anUnknownLayerIsNotFoundAndTheNearestIsNamed() {
        Answer answer = get("/api/layers/salt-mash");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.detail()).contains("salt-mash").contains("salt-marsh");
        assertThat(answer.json().path("instance").asString()).isEqualTo("/api/layers/salt-mash");
    }

    @Test
    void anUnknownRunIsNotFound() {
        when(runs.get("7")).thenThrow(new UnknownRunException("7"));
        assertThat(get("/api/runs/7").status()).isEqualTo(404);
    }

    @Test
    void anUnknownPathIsAProblemThatSaysWhereThingsAre() {
        Answer answer = get("/api/nothing-here");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.detail()).contains("/api/nothing-here").contains("/wms");
    }

    @Test
    void aWrongMethodIsAProblem() {
        Answer answer = send(request("/api/layers").DELETE());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anErrorOfTheUserKeepsItsMessage() {
        when(runs.list()).thenThrow(new SinkmapException("plan 'x', criterion 'wind': the layer holds no data"));
        Answer answer = get("/api/runs");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo("plan 'x', criterion 'wind': the layer holds no data");
    }

    @Test
    void anErrorOfOursShowsNoInternals() {
        when(runs.list()).thenThrow(new IllegalStateException("jdbc:h2:/secret/path"));
        Answer answer = get("/api/runs");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.response().body()).doesNotContain("secret", "Exception", "java.");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, limit",
        "limit=many, limit",
        "offset=-1, offset",
    })
    void aWrongParameterIsNamed(String query, String parameter) {
        Answer answer = get("/api/sites?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(parameter);
        verifyNoInteractions(features);
    }

    @Test
    void aPlanThatIsNotThereIsNotFound() {
        assertThat(get("/api/sites?plan=wind-ofshore").detail()).contains("did you mean 'wind-offshore'");
        assertThat(get("/api/plans/wind-ofshore").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\": \"siting\" | JSON",
                "[1, 2] | object",
                "{\"plann\": \"x\"} | did you mean 'plan'",
                "{\"plan\": 7} | string",
                "{\"plan\": \"x\", \"cell_m\": -30} | cell_m",
                "{\"plan\": \"x\", \"cell_m\": \"30\"} | cell_m"
            })
    void aRunThatIsAskedForWronglySaysWhy(String body, String said) {
        Answer answer = post("/api/runs", body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(said);
        verifyNoInteractions(runs);
    }

    @Test
    void aRunMustBeAskedForInJson() {
        Answer answer = send(request("/api/runs").POST(BodyPublishers.ofString("plan=x")));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anEndlessRunRequestIsRefused() {
        String body = "{\"plan\": \"" + "x".repeat(100_000) + "\"}";
        assertThat(post("/api/runs", body).status()).isEqualTo(413);
    }

    @Test
    void changesThatAnotherSiteAsksForAreRefused() {
        when(runs.start(any())).thenThrow(new AssertionError("must not run"));
        Answer answer = send(request("/api/runs")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"kind\": \"account\"}")));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anAddressThatIsNotWellFormedIsAProblemToo() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "GET /api/layers/[x] HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"status\":400")
                    .doesNotContain("<html");
        }
    }
}
