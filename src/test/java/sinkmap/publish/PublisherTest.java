package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.Region;
import sinkmap.catalog.Text;
import sinkmap.publish.PublishReport.Action;
import tools.jackson.databind.node.ObjectNode;

/** What publishing does to a GeoServer, on a stand-in for one and a real PostGIS. */
class PublisherTest extends PublisherFixture {

    @Test
    void whatWasPublishedOnceIsKeptTheNextTime() {
        load(MEADOW, 119);
        score("r1", 0.5f);
        groups.add(new Region.Group("blue", new Text("蓝", "Blue"), List.of("port", "meadow")));

        PublishReport first = publish(MEADOW, PORT, SITE, SCORE);
        assertThat(lines(first.failures())).isEmpty();
        assertThat(first.count(Action.VERIFIED)).isEqualTo(4);
        int requests = geoServer.changes.size();

        PublishReport second = publish(MEADOW, PORT, SITE, SCORE);
        assertThat(lines(second.failures())).isEmpty();
        assertThat(second.steps()).allMatch(step -> step.action() == Action.KEPT || step.action() == Action.VERIFIED);
        assertThat(geoServer.changes).hasSize(requests);
    }

    @Test
    void aLayerIsDescribedAsTheCatalogDescribesIt() {
        load(MEADOW, 119.25);
        publish(MEADOW, SITE);

        ObjectNode meadow = type("meadow");
        assertThat(meadow.get("title").asString()).isEqualTo("图层meadow / Layer meadow");
        assertThat(meadow.get("internationalTitle").get("zh").asString()).isEqualTo("图层meadow");
        assertThat(meadow.get("nativeName").asString()).isEqualTo("meadow");
        assertThat(meadow.get("abstract").asString()).contains("说明", "Summary", "示意数据", "a licence");
        assertThat(meadow.get("nativeBoundingBox").get("minx").asDouble()).isEqualTo(119.25);
        assertThat(meadow.get("nativeBoundingBox").get("maxy").asDouble()).isEqualTo(37.5);
        assertThat(type("site").get("metadata").toString())
                .contains(
                        "JDBC_VIRTUAL_TABLE",
                        "\\\"test_publisher_views\\\".\\\"site\\\"",
                        "sinkmap_current_run",
                        "^[0-9a-z-]*$");
        assertThat(geoServer.files.get("/workspaces/sinkmap/styles/meadow.sld"))
                .asString()
                .contains("<!-- meadow -->");
    }

    @Test
    void aDryRunChangesNothingAndSaysWhatItWould() {
        PublishReport report = publish(true, MEADOW, PORT);

        assertThat(geoServer.changes).isEmpty();
        assertThat(lines(report, Action.MADE))
                .contains("made  workspace sinkmap", "made  store postgis", "made  layer meadow", "made  layer port");
        assertThat(report.failures()).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsPutRight() {
        publish(MEADOW, PORT);
        type("port").put("title", "My port");

        PublishReport report = publish(MEADOW, PORT);

        assertThat(lines(report, Action.CHANGED)).containsExactly("changed  layer port: featureType.title");
        assertThat(type("port").get("title").asString()).isEqualTo("图层port / Layer port");
    }

    @Test
    void aLayerThatLeavesTheCatalogLeavesTheGeoServerToo() {
        score("r1", 0.5f);
        publish(MEADOW, PORT, SCORE);

        PublishReport report = publish(PORT);

        assertThat(lines(report, Action.REMOVED))
                .containsExactlyInAnyOrder(
                        "removed  layer meadow: the catalog no longer has it",
                        "removed  raster file score: the catalog no longer has it",
                        "removed  style meadow: the catalog no longer has it",
                        "removed  style score: the catalog no longer has it",
                        "removed  rule sinkmap.meadow.w: the layer is no longer editable");
        assertThat(folder.resolve("data/published/score")).isEmptyDirectory();
    }

    @Test
    void aNewRunPointsTheSameLayerAtItsFile() throws IOException {
        score("r1", 0.25f);
        publish(PORT, SCORE);
        ObjectNode store = (ObjectNode) geoServer
                .documents
                .get("/workspaces/sinkmap/coveragestores/score")
                .get("coverageStore");
        String before = store.get("url").asString();
        int layers = geoServer.documents.size();
        geoServer.emptied.clear();

        score("r2", 0.75f);
        PublishReport report = publish(PORT, SCORE);

        String after = store.get("url").asString();
        assertThat(after).isNotEqualTo(before).matches("file:///srv/sinkmap/published/score/[0-9a-f]{16}/score.tif");
        assertThat(geoServer.documents).hasSize(layers);
        assertThat(geoServer.emptied).containsExactly("score");
        assertThat(lines(report, Action.CHANGED))
                .containsExactly(
                        "changed  raster file score: coverageStore.url",
                        "changed  drawing score: layer.metadata.entry.sinkmap.content.$");
        Path published = folder.resolve("data" + after.substring("file:///srv/sinkmap".length()));
        assertThat(published).exists();
        try (var versions = Files.list(published.getParent().getParent())) {
            assertThat(versions).hasSize(1);
        }
    }

    @Test
    void editableLayersAreWrittenBySurveyorsOnly() {
        publish(MEADOW, PORT);

        assertThat(geoServer.documents.get("/security/roles").toString()).contains("SURVEYOR");
        assertThat(geoServer.documents.get("/security/acl/layers").toString())
                .contains(
                        "\"sinkmap.*.r\":\"*\"", "\"sinkmap.*.w\":\"ADMIN\"", "\"sinkmap.meadow.w\":\"ADMIN,SURVEYOR\"")
                .doesNotContain("sinkmap.port");
        assertThat(geoServer.documents.get("/security/acl/services").toString()).contains("wfs.Transaction");
    }
}
