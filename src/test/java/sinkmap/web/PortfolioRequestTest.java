package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import sinkmap.grid.SinkmapException;
import sinkmap.run.PortfolioQuestion;
import sinkmap.run.PortfolioResult;
import sinkmap.run.PortfolioResult.FrontierPoint;
import sinkmap.run.PortfolioResult.Objective;
import sinkmap.run.PortfolioResult.Sums;
import sinkmap.run.Portfolios;
import tools.jackson.databind.JsonNode;

@Import(PortfolioController.class)
class PortfolioRequestTest extends EdgeTest {

    private static final String PATH = "/api/portfolios";
    private static final String SMALL = "{\"plans\": [\"wind-offshore\"], \"target\": \"1GW\"}";

    @MockitoBean
    Portfolios portfolios;

    private final Portfolios.Search search = mock(Portfolios.Search.class);

    private static PortfolioResult result(List<FrontierPoint> frontier) {
        return new PortfolioResult(
                "optimal",
                new Objective("lcoe", "yearly cost", "Myuan/yr", 7, 7, 0),
                List.of(),
                3,
                1,
                List.of(),
                null,
                null,
                frontier,
                "a solver",
                0.1);
    }

    private static FrontierPoint point(int number, double cost_myuan, double carbon_tc) {
        return new FrontierPoint(number, carbon_tc, new Sums(1, 10, 20, cost_myuan, 0.3, carbon_tc), 0, List.of("w-1"));
    }

    private void answer(PortfolioResult result) {
        when(portfolios.search(any())).thenReturn(search);
        when(search.answer()).thenReturn(result);
    }

    @Test
    void aQuestionIsReadAsItStands() {
        answer(result(null));
        Answer answer = post(PATH, """
                {"plans": ["wind-offshore", "pv-offshore"], "target": "T11", "targets": ["city=潍坊市:800MW"],
                 "objective": "mix:0.5", "lock_in": ["w-1"], "lock_out": ["p-2", "p-3"],
                 "min_share": {"technology=wind-offshore": 0.2}, "max_share": {"city=潍坊市": 0.3},
                 "net_of_baseline": true, "frontier": true, "gap": 0.01, "time_limit_s": 5}
                """);
        assertThat(answer.status()).isEqualTo(200);
        JsonNode json = answer.json();
        assertThat(json.path("state").asString()).isEqualTo("optimal");
        assertThat(json.at("/objective/value").asDouble()).isEqualTo(7);
        ArgumentCaptor<PortfolioQuestion> asked = ArgumentCaptor.forClass(PortfolioQuestion.class);
        verify(portfolios).search(asked.capture());
        PortfolioQuestion question = asked.getValue();
        assertThat(question.plans()).containsExactly("wind-offshore", "pv-offshore");
        assertThat(question.targets()).containsExactly("T11", "city=潍坊市:800MW");
        assertThat(question.objective()).isEqualTo("mix:0.5");
        assertThat(question.lockedIn()).containsExactly("w-1");
        assertThat(question.lockedOut()).containsExactlyInAnyOrder("p-2", "p-3");
        assertThat(question.minShares()).isEqualTo(Map.of("technology=wind-offshore", 0.2));
        assertThat(question.maxShares()).isEqualTo(Map.of("city=潍坊市", 0.3));
        assertThat(question.netOfBaseline()).isTrue();
        assertThat(question.frontier()).isTrue();
        assertThat(question.gap()).isEqualTo(0.01);
        assertThat(question.timeLimit_s()).isEqualTo(5);
    }

    @Test
    void theFrontierIsDrawnWhenAPictureIsAskedFor() {
        answer(result(List.of(point(1, 9, 100), point(2, 7, 300))));
        Answer answer = send(request(PATH)
                .header("Content-Type", "application/json")
                .header("Accept", "image/svg+xml")
                .POST(BodyPublishers.ofString(SMALL)));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(answer.response().body()).contains("<svg");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"plans\": | JSON",
                "[1] | must be a JSON object",
                "{\"plans\": [\"a\"], \"targt\": \"1GW\"} | did you mean 'target'",
                "{\"plans\": \"a\", \"target\": \"1GW\"} | 'plans' must be a list",
                "{\"plans\": [3], \"target\": \"1GW\"} | 'plans' must hold strings",
                "{\"plans\": [\"a\"], \"target\": 5} | 'target' must be a string",
                "{\"plans\": [\"a\"], \"target\": \"1GW\", \"min_share\": 0.2} | 'min_share' must be an object",
                "{\"plans\": [\"a\"], \"target\": \"1GW\", \"max_share\": {\"city=x\": \"y\"}} | must be a number",
                "{\"plans\": [\"a\"], \"target\": \"1GW\", \"frontier\": 1} | 'frontier' must be true or false",
                "{\"plans\": [\"a\"], \"target\": \"1GW\", \"time_limit_s\": 301} | at most 300",
                "{\"plans\": [\"a\"], \"target\": \"1GW\", \"gap\": 1} | gap must lie between 0 and 1",
                "{\"plans\": [], \"target\": \"1GW\"} | at least one plan",
                "{\"plans\": [\"a\"]} | needs a target",
            })
    void whatIsWrongWithAQuestionIsNamed(String body, String named) {
        Answer answer = post(PATH, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains(named);
        verify(portfolios, never()).search(any());
    }

    @Test
    void whatTheSitesDoNotAllowIsTheAskersError() {
        when(portfolios.search(any())).thenThrow(new SinkmapException("plan 'a' has not been run"));
        Answer answer = post(PATH, SMALL);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("has not been run");
    }

    @Test
    void aSearchIsStoppedByItsIdAndItsIdIsTakenMeanwhile() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        when(portfolios.search(any())).thenReturn(search);
        when(search.answer()).thenAnswer(call -> {
            began.countDown();
            assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
            throw new CancellationException("stopped");
        });
        doAnswer(call -> {
                    cancelled.countDown();
                    return null;
                })
                .when(search)
                .cancel();
        String named = SMALL.replace("{\"plans\"", "{\"id\": \"mine\", \"plans\"");
        CompletableFuture<Answer> waiting = CompletableFuture.supplyAsync(() -> post(PATH, named));
        assertThat(began.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(post(PATH, named).status()).isEqualTo(409);
        assertThat(send(request(PATH + "/mine").DELETE()).status()).isEqualTo(202);
        assertThat(waiting.get(10, TimeUnit.SECONDS).status()).isEqualTo(409);
        assertThat(send(request(PATH + "/mine").DELETE()).status()).isEqualTo(404);
    }
}
