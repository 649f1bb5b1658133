package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.publish.PublishReport.Action;
import sinkmap.store.Store;
import sinkmap.store.StoreSettings;

/** What publishing does when something fails, is unsafe or belongs to somebody else. */
class PublisherFaultsTest extends PublisherFixture {

    @Test
    void whatSinkmapDidNotMakeIsNeitherChangedNorRemoved() {
        publish(PORT);
        geoServer.documents.put(
                TYPES + "meadow", FakeGeoServer.object("{'featureType': {'name': 'meadow', 'title': 'x'}}"));
        geoServer.documents.put(TYPES + "foreign", FakeGeoServer.object("{'featureType': {'name': 'foreign'}}"));

        PublishReport report = publish(MEADOW, PORT, SITE);

        assertThat(lines(report.failures()))
                .singleElement()
                .asString()
                .startsWith("failed  layer meadow")
                .contains("was not made by sinkmap");
        assertThat(type("meadow").get("title").asString()).isEqualTo("x");
        assertThat(geoServer.documents).containsKeys(TYPES + "foreign", TYPES + "site");
    }

    @Test
    void anAnswerOf500IsTriedAgain() {
        geoServer.fails = number -> number % 3 != 0;

        PublishReport report = publish(PORT);

        assertThat(lines(report.failures())).isEmpty();
    }

    @Test
    void aGeoServerThatDiesInTheMiddleIsCompletedTheNextTime() {
        for (int last : new int[] {0, 2, 5, 8, 10}) {
            int from = geoServer.changes.size();
            geoServer.fails = number -> number > from + last;
            try {
                assertThat(publish(MEADOW, PORT, SITE).failures()).isNotEmpty();
            } catch (GeoServerException e) {
                assertThat(e).hasMessageContaining("answers 500 out of order, 3 times");
            }
        }
        geoServer.fails = number -> false;

        assertThat(lines(publish(MEADOW, PORT, SITE).failures())).isEmpty();
        assertThat(publish(MEADOW, PORT, SITE).count(Action.MADE)).isZero();
    }

    @Test
    void aStyleWithAnErrorDoesNotTakeThePlaceOfAGoodOne() throws IOException {
        publish(MEADOW, PORT);
        Files.writeString(style("port"), "<Broken");

        PublishReport report = publish(MEADOW, PORT);

        assertThat(lines(report.failures()))
                .anyMatch(line -> line.startsWith("failed  style port: GeoServer cannot read the style"))
                .anyMatch(line -> line.startsWith("failed  layer port: its style port failed"));
        assertThat(geoServer.files.get("/workspaces/sinkmap/styles/port.sld"))
                .asString()
                .contains("<!-- port -->");
        assertThat(lines(report, Action.VERIFIED)).contains("verified  layer meadow");
    }

    @Test
    void aBlankMapAndAWrongCountAreFound() {
        load(MEADOW, 119);
        publish(MEADOW);
        geoServer.blankMaps = true;
        assertThat(lines(publish(MEADOW).failures())).singleElement().asString().contains("are blank");

        geoServer.blankMaps = false;
        try (Store store = Store.open(settings, catalog(MEADOW))) {
            geoServer.counts.put("meadow", 7L);
            PublishReport report = publisher(store, catalog(MEADOW)).publish(false, step -> {});
            assertThat(lines(report.failures()))
                    .singleElement()
                    .asString()
                    .contains("counts 7 features, the store holds 1");
        }
    }

    @Test
    void aRuleThatHoldsForOtherWorkspacesTooIsLeftAloneAndReported() {
        geoServer.documents.put("/security/acl/services", FakeGeoServer.object("{'wfs.Transaction': 'EDITORS'}"));

        PublishReport report = publish(MEADOW);

        assertThat(lines(report, Action.NOTED))
                .singleElement()
                .asString()
                .startsWith("noted  rule wfs.Transaction: is EDITORS; left alone");
        assertThat(geoServer
                        .documents
                        .get("/security/acl/services")
                        .get("wfs.Transaction")
                        .asString())
                .isEqualTo("EDITORS");
    }

    @Test
    void theShippedPasswordIsRefused() {
        geoServer.shippedPassword = true;

        assertThatThrownBy(() -> publish(PORT))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("the password that every GeoServer is shipped with");
        assertThat(geoServer.changes).isEmpty();
    }

    @Test
    void aSecondPublisherIsToldAndChangesNothing() {
        Catalog catalog = catalog(PORT);
        try (Store store = Store.open(settings, catalog);
                var turn = store.publishedViews()
                        .takeTurn(geoServer.url() + " sinkmap")
                        .orElseThrow()) {
            assertThat(turn).isNotNull();
            assertThatThrownBy(() -> publisher(store, catalog).publish(false, step -> {}))
                    .hasMessageContaining("another process is publishing");
        }
        assertThat(geoServer.changes).isEmpty();
    }

    @Test
    void aGeoServerThatIsDownIsNamedWithItsAddress() {
        geoServer.close();

        assertThatThrownBy(() -> publish(PORT))
                .isInstanceOf(GeoServerException.class)
                .hasMessageContaining("does not answer")
                .hasMessageContaining(geoServer.url());
    }

    @Test
    void aGeoServerThatIsTooSlowIsGivenUpAndCompletedTheNextTime() {
        timeout = Duration.ofMillis(200);
        geoServer.delay = Duration.ofSeconds(2);
        assertThatThrownBy(() -> publish(PORT))
                .isInstanceOf(GeoServerException.class)
                .hasMessageContaining("does not answer (request timed out), 3 times");

        geoServer.delay = Duration.ZERO;
        timeout = Duration.ofSeconds(10);
        assertThat(lines(publish(PORT).failures())).isEmpty();
    }

    @Test
    void theEmbeddedDatabaseCannotBePublished() {
        StoreSettings embedded = StoreSettings.embedded(folder.resolve("embedded"));
        Catalog catalog = catalog(PORT);
        try (Store store = Store.open(embedded, catalog)) {
            assertThatThrownBy(() -> publisher(store, catalog).publish(false, step -> {}))
                    .hasMessageContaining("publishing needs PostgreSQL with PostGIS");
        }
    }
}
