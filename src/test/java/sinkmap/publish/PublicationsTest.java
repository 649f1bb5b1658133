package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sinkmap.publish.Publications.Outcome;
import sinkmap.store.Store;

/** Publishing in the background until all of it is there. */
class PublicationsTest extends PublisherFixture {

    private final List<Outcome> told = new CopyOnWriteArrayList<>();
    private Store store;
    private Publications publications;

    @BeforeEach
    void begin() {
        store = Store.open(settings, catalog(MEADOW, PORT));
        publications = new Publications(publisher(store, catalog(MEADOW, PORT)), target(), told::add);
    }

    @AfterEach
    void end() {
        publications.close();
        store.close();
    }

    private static void waitUntil(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(5);
        }
    }

    private boolean complete() {
        return publications.findLast().filter(Outcome::complete).isPresent();
    }

    @Test
    void aGeoServerThatComesUpLaterEndsPublishedByItself() throws Exception {
        int port = geoServer.port();
        geoServer.close();
        publications.request();
        waitUntil(() -> publications.failures() >= 2);
        assertThat(publications.findLast().orElseThrow().error()).contains("does not answer");
        assertThat(publications.findNext()).isPresent();

        geoServer = new FakeGeoServer(port);
        waitUntil(this::complete);

        assertThat(geoServer.documents).containsKeys(TYPES + "meadow", TYPES + "port");
        assertThat(publications.failures()).isZero();
        assertThat(publications.findNext()).isEmpty();
        assertThat(told.get(told.size() - 1).complete()).isTrue();
        assertThat(told.get(0).complete()).isFalse();
    }

    @Test
    void whatOneTimeLeftOutTheNextOneBrings() throws Exception {
        geoServer.unreadable = "<!-- port -->";
        publications.request();
        waitUntil(() -> publications.failures() >= 2);
        assertThat(geoServer.documents).containsKey(TYPES + "meadow");
        assertThat(publications.findLast().orElseThrow().error()).isNull();

        geoServer.unreadable = "nothing";
        waitUntil(this::complete);
    }

    @Test
    void aCompletePublicationIsNotRepeatedUnlessThatIsSet() throws IOException, InterruptedException {
        publications.request();
        waitUntil(this::complete);
        assertThat(publications.findNext()).isEmpty();
        Files.writeString(style("port"), "<StyledLayerDescriptor><!-- another --></StyledLayerDescriptor>");
        Thread.sleep(300);
        assertThat(told).hasSize(1);
    }

    @Test
    void pausesDoubleUpToTheLongest() {
        PublishSettings.Again again =
                new PublishSettings.Again(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ZERO);

        assertThat(List.of(again.after(1), again.after(2), again.after(3), again.after(4), again.after(1000)))
                .containsExactly(
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(60));
    }
}
