package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import sinkmap.grid.SinkmapException;
import sinkmap.run.RunRequest;
import sinkmap.run.Scenarios;
import sinkmap.run.UnknownRunException;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

/** Scenario {@code marsh} is one of dated maps and was run twice, {@code fresh} is another that was not, {@code fields} has areas. */
@Import(ScenarioController.class)
class ScenarioRestTest extends EdgeTest {

    private static final String RESULT = """
            {"id": "marsh", "base_year": 2015, "end_year": 2030, "maps": {"cell_m": 100.0, "states": []},
             "total": {"area_ha": 75.5}, "parts": [],
             "years": [{"year": 2015, "area_ha": 75.5, "stock_tc": 2500.0, "price_yuan_t": null}]}
            """;

    @MockitoBean
    private Scenarios scenarios;

    @TempDir
    private Path folder;

    private final StoredRun last = run("r2", "scenario", "marsh", State.COMPLETED, RESULT);

    @BeforeEach
    void scenarios() throws IOException {
        for (String id : new String[] {"marsh", "fresh", "fields"}) {
            when(scenarios.has(id)).thenReturn(true);
            when(scenarios.mapped(id)).thenReturn(!id.equals("fields"));
            when(scenarios.findRun(id)).thenReturn(Optional.empty());
        }
        when(scenarios.findRun("marsh")).thenReturn(Optional.of(last));
        StoredRun first = run("r1", "scenario", "marsh", State.COMPLETED, RESULT.replace("2500.0", "1234.5"));
        when(runs.get("r1")).thenReturn(first);
        when(runs.get("a1")).thenReturn(run("a1", "account", "", State.COMPLETED, "{}"));
        when(runs.get("w1")).thenReturn(run("w1", "scenario", "marsh", State.RUNNING, null));
        when(runs.get("none")).thenThrow(new UnknownRunException("none"));
        when(scenarios.findMap(any(), any())).thenReturn(Optional.empty());
        when(scenarios.findMap(last, "years")).thenReturn(file("years of the last"));
        when(scenarios.findMap(last, "states")).thenReturn(file("states of the last"));
        when(scenarios.findMap(first, "years")).thenReturn(file("years of the first"));
    }

    private Optional<Path> file(String content) throws IOException {
        return Optional.of(Files.writeString(folder.resolve(content + ".tif"), content));
    }

    private void assertFile(String path, String name, String content) {
        Answer answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("image/tiff");
        assertThat(answer.header("Content-Disposition")).contains("attachment", "\"" + name + "\"");
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(content.length()));
        assertThat(answer.response().body()).isEqualTo(content);
    }

    @Test
    void mapsAreThoseOfTheLastRunOrOfTheOneAskedFor() {
        assertFile("/api/scenarios/marsh/years.tif", "scenario-marsh.tif", "years of the last");
        assertFile("/api/scenarios/marsh/states.tif", "scenario-marsh-states.tif", "states of the last");
        assertFile("/api/scenarios/marsh/years.tif?run=r1", "scenario-marsh.tif", "years of the first");
    }

    @Test
    void theChangeIsMadeForTheYearsAskedForAndItsFileIsNotLeftBehind() throws InterruptedException {
        Path[] written = new Path[1];
        doAnswer(call -> written[0] = Files.writeString(call.getArgument(3), "the change"))
                .when(scenarios)
                .writeChange(eq(last), eq(2016), eq(2029), any());
        assertFile("/api/scenarios/marsh/change.tif?from=2016&to=2029", "scenario-marsh-2016-2029.tif", "the change");
        // the last byte arrives before the server has done with the file
        for (int i = 0; i < 500 && Files.exists(written[0]); i++) {
            Thread.sleep(20);
        }
        assertThat(written[0]).doesNotExist();
    }

    @Test
    void yearsThatAreNotThereOrNoneAreABadRequest() {
        doThrow(new SinkmapException("the scenario has the years 2015 to 2030, and not 2031"))
                .when(scenarios)
                .writeChange(eq(last), eq(2016), eq(2031), any());
        Answer beyond = get("/api/scenarios/marsh/change.tif?from=2016&to=2031");
        assertThat(beyond.status()).isEqualTo(400);
        assertThat(beyond.detail()).contains("not 2031");
        assertThat(get("/api/scenarios/marsh/change.tif?from=2016").status()).isEqualTo(400);
        assertThat(get("/api/scenarios/marsh/change.tif?from=first&to=2020").status())
                .isEqualTo(400);
    }

    @Test
    void theResultIsThatOfTheRunWithNullForWhatIsNoNumber() {
        assertThat(get("/api/scenarios/marsh").json().at("/years/0/stock_tc").asDouble())
                .isEqualTo(2500);
        assertThat(get("/api/scenarios/marsh")
                        .json()
                        .at("/years/0/price_yuan_t")
                        .isNull())
                .isTrue();
        assertThat(get("/api/scenarios/marsh?run=r1")
                        .json()
                        .at("/years/0/stock_tc")
                        .asDouble())
                .isEqualTo(1234.5);
        Answer table = get("/api/scenarios/marsh/years.csv?run=r1");
        assertThat(table.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(table.response().body()).contains("marsh,2015,,,75.5,1234.5,");
    }

    @Test
    void aScenarioOfMapsThatWasNotRunSaysHowToRunIt() {
        for (String path :
                new String[] {"", "/years.csv", "/years.tif", "/states.tif", "/change.tif?from=2016&to=2020"}) {
            Answer answer = get("/api/scenarios/fresh" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.detail()).contains("not run yet", "POST /api/runs", "\"plan\": \"fresh\"");
        }
    }

    @Test
    void aScenarioOfAreasHasNoMaps() {
        for (String path : new String[] {"/years.tif", "/states.tif", "/change.tif?from=2016&to=2020"}) {
            Answer answer = get("/api/scenarios/fields" + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.detail()).contains("no dated maps");
        }
    }

    @Test
    void whatIsNoRunOfTheScenarioIsNotFound() {
        for (String run : new String[] {"a1", "w1", "none"}) {
            assertThat(get("/api/scenarios/marsh/years.tif?run=" + run).status())
                    .as(run)
                    .isEqualTo(404);
        }
        assertThat(get("/api/scenarios/fields/years.tif?run=r1").detail()).contains("r1", "no completed run");
        assertThat(get("/api/scenarios/mash/years.tif").status()).isEqualTo(404);
        assertThat(get("/api/scenarios/mash").detail()).contains("there is no scenario 'mash'");
    }

    @Test
    void aRunOfAScenarioIsAskedForAsAnyOther() {
        when(runs.start(any())).thenReturn(run("r3", "scenario", "marsh", State.QUEUED, null));
        assertThat(post("/api/runs", "{\"kind\":\"scenario\",\"plan\":\"marsh\",\"cell_m\":250}")
                        .status())
                .isEqualTo(202);
        verify(runs).start(new RunRequest("scenario", "marsh", null, 250.0));
    }
}
