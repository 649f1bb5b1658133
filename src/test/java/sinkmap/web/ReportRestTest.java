package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sinkmap.run.UnknownRunException;
import sinkmap.store.FeatureCursor;
import sinkmap.store.StoredRun.State;

class ReportRestTest extends EdgeTest {

    @BeforeEach
    void runs() throws IOException {
        when(features.open(any())).thenReturn(mock(FeatureCursor.class));
        String result = Files.readString(Path.of("src/test/resources/report/account.json"));
        when(runs.get("a1")).thenReturn(run("a1", "account", "", State.COMPLETED, result));
        when(runs.get("s1")).thenReturn(run("s1", "siting", "wind-offshore", State.COMPLETED, "{}"));
        when(runs.get("q1")).thenReturn(run("q1", "account", "", State.QUEUED, null));
        when(runs.get("none")).thenThrow(new UnknownRunException("none"));
    }

    @Test
    void aTableComesAsAFileThatExcelOpens() {
        Answer answer = get("/api/runs/a1/tables/zones.csv");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("attachment", "account-a1-zones.csv");
        assertThat(answer.response().body()).startsWith("\uFEFFpartition,").contains("东营市");
    }

    @Test
    void theWorkbookIsOne() {
        Answer answer = get("/api/runs/a1/tables.xlsx");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type"))
                .isEqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.header("Content-Disposition")).contains("attachment", "account-a1.xlsx");
        assertThat(answer.response().body()).startsWith("PK");
    }

    @Test
    void theReportComesInTheLanguageAskedForAndMayShowNothingButItself() {
        Answer chinese = get("/api/runs/a1/report.html");
        assertThat(chinese.status()).isEqualTo(200);
        assertThat(chinese.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(chinese.header("Content-Disposition")).contains("inline", "account-a1-zh.html");
        assertThat(chinese.header("Content-Security-Policy"))
                .contains("default-src 'none'", "img-src data:")
                .doesNotContain("script", "'self';");
        assertThat(chinese.response().headers().allValues("Content-Security-Policy"))
                .hasSize(1);
        assertThat(chinese.response().body()).contains("<html lang=\"zh\">", "本地因子优先");
        assertThat(get("/api/runs/a1/report.html?lang=en").response().body())
                .contains("<html lang=\"en\">", "Local factors first");
    }

    @Test
    void aLanguageThatReportsDoNotSpeakIsABadRequest() {
        Answer answer = get("/api/runs/a1/report.html?lang=fr");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("fr", "zh", "en");
    }

    @Test
    void anUnknownTableIsNotFoundAndThoseThatAreThereAreNamed() {
        Answer answer = get("/api/runs/a1/tables/startum.csv");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).contains("startum", "strata", "contributions");
    }

    @Test
    void onlyCompletedAccountsHaveTables() {
        for (String path : new String[] {"/tables.xlsx", "/tables/strata.csv", "/report.html"}) {
            Answer siting = get("/api/runs/s1" + path);
            assertThat(siting.status()).isEqualTo(404);
            assertThat(siting.detail()).contains("s1", "siting", "account");
            Answer queued = get("/api/runs/q1" + path);
            assertThat(queued.status()).isEqualTo(404);
            assertThat(queued.detail()).contains("q1", "queued");
            assertThat(get("/api/runs/none" + path).status()).isEqualTo(404);
        }
    }
}
