package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.mockito.ArgumentCaptor;
import sinkmap.run.RunRequest;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.LoadRecord;
import sinkmap.store.StoredRun.State;
import tools.jackson.databind.JsonNode;

class RestTest extends EdgeTest {

    @Test
    void theRegionSaysWhereItLiesAndHowFarItsDataMayBeReliedOn() {
        JsonNode region = get("/api/region").json();
        assertThat(region.at("/window/0").asDouble())
                .isLessThan(region.at("/window/2").asDouble());
        assertThat(region.at("/window/1").asDouble()).isBetween(30.0, 40.0);
        assertThat(region.at("/title/zh").asString()).contains("山东");
        assertThat(region.at("/quality").asString()).isEqualTo("illustrative");
        assertThat(region.at("/themes").size()).isPositive();
    }

    @Test
    void everyLayerIsListedAndAnEmptyOneSaysSo() {
        JsonNode layers = get("/api/layers").json().path("layers");
        assertThat(layers.size()).isGreaterThan(20);
        assertThat(layers).allMatch(layer -> layer.path("empty").asBoolean());
        assertThat(layers)
                .anyMatch(layer -> layer.path("id").asString().equals("suitability-wind-offshore")
                        && layer.path("plan").asString().equals("wind-offshore")
                        && layer.path("kind").asString().equals("raster"));
    }

    @Test
    void aLayerTellsItsContentAndItsLoads() {
        when(features.count(any())).thenReturn(17L);
        when(features.findExtent(any())).thenReturn(Optional.of(new Envelope(118.1, 122.7, 34.9, 37.5)));
        when(loads.listCurrent("port"))
                .thenReturn(
                        List.of(new LoadRecord("port", "p.csv", "ab12", "append", 17, 1, 2, "{\"rows\":19}", NOON)));
        JsonNode port = get("/api/layers/port").json();
        assertThat(port.path("count").asLong()).isEqualTo(17);
        assertThat(port.path("bbox")).map(JsonNode::asDouble).containsExactly(118.1, 34.9, 122.7, 37.5);
        assertThat(port.path("geometry").asString()).isEqualTo("point");
        assertThat(port.at("/loads/0/rejected").asLong()).isEqualTo(2);
        assertThat(port.at("/loads/0/report/rows").asInt()).isEqualTo(19);
    }

    @Test
    void aPlanIsOfferedTheRuleSetsForItsTechnologyAndItsLandOnly() {
        assertThat(get("/api/plans/pv-saline-alkali").json().path("rule_sets"))
                .extracting(set -> set.path("id").asString())
                .contains("pv-land-2023-12")
                .doesNotContain("pv-subsidence-2017");
        assertThat(get("/api/plans/pv-coal-subsidence").json().path("rule_sets"))
                .extracting(set -> set.path("id").asString())
                .contains("pv-subsidence-2017");
    }

    @Test
    void aPlanBringsItsCriteriaItsRuleSetsAndItsCurrentRun() {
        when(runStore.findCurrent("siting", "wind-offshore"))
                .thenReturn(Optional.of(run("r1", "siting", "wind-offshore", State.COMPLETED, "{\"plan\":\"w\"}")));
        JsonNode plan = get("/api/plans/wind-offshore").json();
        assertThat(plan.at("/definition/criteria").size()).isPositive();
        assertThat(plan.path("rule_sets"))
                .extracting(set -> set.path("id").asString())
                .contains(plan.path("rule_set").asString())
                .hasSizeGreaterThan(1);
        assertThat(plan.at("/rule_sets/0/exclusions/0/source").asString()).isNotBlank();
        assertThat(plan.at("/current_run/result/plan").asString()).isEqualTo("w");
        assertThat(get("/api/plans").json().at("/plans/0/current_run/result").isMissingNode()
                        || get("/api/plans").json().at("/plans/0/current_run").isNull())
                .isTrue();
    }

    @Test
    void aRunIsAcceptedAndFoundWhereItsLocationSays() {
        when(runs.start(any())).thenReturn(run("r2", "siting", "wind-offshore", State.QUEUED, null));
        when(runs.get("r2")).thenReturn(run("r2", "siting", "wind-offshore", State.RUNNING, null));
        Answer answer = post("/api/runs", "{\"plan\":\"wind-offshore\",\"rule_set\":\"old\",\"cell_m\":250}");
        assertThat(answer.status()).isEqualTo(202);
        verify(runs).start(new RunRequest("siting", "wind-offshore", "old", 250.0));
        JsonNode run = get(answer.header("Location")).json();
        assertThat(run.path("state").asString()).isEqualTo("running");
        assertThat(run.path("progress").asDouble()).isEqualTo(0.25);
        assertThat(run.path("result").isNull()).isTrue();
    }

    @Test
    void aRunCanBeCancelled() {
        when(runs.get("r3")).thenReturn(run("r3", "account", "", State.RUNNING, null));
        assertThat(send(request("/api/runs/r3").DELETE()).status()).isEqualTo(202);
        verify(runs).cancel("r3");
    }

    @Test
    void sitesComeWithPlaceAndPartsOfTheirScore() throws ParseException {
        answerSites(site());
        JsonNode page = get("/api/sites?plan=wind-offshore&limit=5&offset=3").json();
        assertThat(page.path("total").asLong()).isEqualTo(1);
        JsonNode site = page.at("/sites/0");
        assertThat(site.path("bbox")).map(JsonNode::asDouble).containsExactly(120.0, 36.0, 120.4, 36.1);
        assertThat(site.at("/centroid/0").asDouble()).isCloseTo(120.2, within(1e-9));
        assertThat(site.at("/criteria/0/weight").asDouble()).isEqualTo(0.4);
        assertThat(site.path("carbon_stock_tc").isNull()).isTrue();
        assertThat(site.has("geometry")).isFalse();
        ArgumentCaptor<FeatureQuery> query = ArgumentCaptor.forClass(FeatureQuery.class);
        verify(features).open(query.capture());
        assertThat(query.getValue().limit()).isEqualTo(5);
        assertThat(query.getValue().offset()).isEqualTo(3);
        assertThat(query.getValue().filter().toString()).contains("plan").contains("wind-offshore");
    }

    @Test
    void aSiteComesWithItsShape() throws ParseException {
        answerSites(site());
        JsonNode geometry = get("/api/sites/w-1").json().path("geometry");
        assertThat(geometry.path("type").asString()).isEqualTo("Polygon");
        assertThat(geometry.at("/coordinates/0/0/0").asDouble()).isEqualTo(120);
        assertThat(geometry.has("crs")).isFalse();
    }

    @Test
    void sitesOfARunAreShownOnceItIsAnswered() throws ParseException {
        answerSites(site());
        when(runs.get("r9")).thenReturn(run("r9", "siting", "wind-offshore", State.RUNNING, null));
        Answer tooEarly = get("/api/sites?run=r9");
        assertThat(tooEarly.status()).isEqualTo(409);
        assertThat(tooEarly.detail()).contains("r9").contains("running");
        verify(features, never()).open(any());

        when(runs.get("r9")).thenReturn(run("r9", "siting", "wind-offshore", State.RUNNING, "{}"));
        assertThat(get("/api/runs/r9").json().path("answered").asBoolean()).isTrue();
        assertThat(get("/api/sites?run=r9").json().path("total").asLong()).isEqualTo(1);
        ArgumentCaptor<FeatureQuery> query = ArgumentCaptor.forClass(FeatureQuery.class);
        verify(features).open(query.capture());
        assertThat(query.getValue().run()).isEqualTo("r9");
    }

    @Test
    void aSiteThatIsGoneIsNotFound() {
        answerSites();
        assertThat(get("/api/sites/w-99").status()).isEqualTo(404);
    }

    @Test
    void withoutAnAccountTheAnswerSaysHowToGetOne() {
        Answer answer = get("/api/accounts");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.detail()).contains("/api/runs");
    }

    @Test
    void theAccountIsTheResultOfItsCurrentRun() {
        when(runStore.findCurrent("account", ""))
                .thenReturn(Optional.of(run("a1", "account", "", State.COMPLETED, "{\"total\":{\"stock_tc\":12.5}}")));
        JsonNode account = get("/api/accounts").json();
        assertThat(account.at("/result/total/stock_tc").asDouble()).isEqualTo(12.5);
        assertThat(account.path("plan").isNull()).isTrue();
    }

    @Test
    void thePageIsServedUnderAStrictPolicyWithItsMapLibrary() {
        Answer page = get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        page.response()
                .body()
                .lines()
                .flatMap(line -> java.util.regex.Pattern.compile("(?:src|href)=\"(/(?:webjars|css|js|img)[^\"]+)\"")
                        .matcher(line)
                        .results())
                .forEach(link -> assertThat(get(link.group(1)).status())
                        .as(link.group(1))
                        .isEqualTo(200));
        assertThat(get("/webjars/ol/10.7.0/dist/ol.js").header("Cache-Control")).contains("immutable");
    }

    private void answerSites(Feature... sites) {
        when(features.count(any())).thenReturn((long) sites.length);
        when(features.open(any())).thenReturn(new Cursor(List.of(sites).iterator()));
    }

    private static Feature site() throws ParseException {
        Geometry shape = new WKTReader().read("POLYGON ((120 36, 120.4 36, 120.4 36.1, 120 36.1, 120 36))");
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("site_id", "w-1");
        attributes.put("rank", 1L);
        attributes.put("score", 0.75);
        attributes.put("carbon_stock_tc", Double.NaN);
        attributes.put("criteria", "[{\"id\":\"wind\",\"weight\":0.4}]");
        return new Feature(5, shape, attributes);
    }

    private record Cursor(Iterator<Feature> rows) implements FeatureCursor {

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public Feature next() {
            return rows.next();
        }

        @Override
        public void close() {}
    }
}
