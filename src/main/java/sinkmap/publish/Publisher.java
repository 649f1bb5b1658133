package sinkmap.publish;

import java.util.function.Consumer;
import sinkmap.grid.SinkmapException;
import sinkmap.store.PublishedViews;

/**
 * Brings a GeoServer to the state that the catalog and the store describe. One process publishes at a time. Nothing is taken
 * away before what replaces it is there, so that an interruption at any moment leaves working layers, and the next time
 * brings the rest.
 */
public final class Publisher {

    private static final String SHIPPED_USER = "admin";
    private static final String SHIPPED_PASSWORD = "geoserver";

    private final Sources sources;
    private final PublishSettings settings;

    Publisher(Sources sources, PublishSettings settings) {
        this.sources = sources;
        this.settings = settings;
    }

    /**
     * Publishes every layer.
     *
     * @param dryRun changes nothing and reports what would be done
     * @param listener told each step as it is done
     * @throws SinkmapException when there is nothing to publish to, another process is publishing, or the GeoServer cannot be
     *     used at all; what concerns one layer is in the report
     */
    public PublishReport publish(boolean dryRun, Consumer<PublishReport.Step> listener) {
        if (!settings.enabled()) {
            throw new SinkmapException(
                    "there is no GeoServer to publish to; give its address (sinkmap.publish.url, --geoserver-url)");
        }
        GeoServerClient client = new GeoServerClient(settings);
        try (PublishedViews.Turn turn = sources.views()
                .takeTurn(settings.url() + " " + settings.workspace())
                .orElseThrow(
                        () -> new SinkmapException("another process is publishing; try again when it has ended"))) {
            client.find("/about/version.json");
            refuseShippedPassword();
            PublishReport report = new PublishReport(dryRun);
            new Publication(sources, settings, client, report, listener).carryOut();
            return report;
        }
    }

    private void refuseShippedPassword() {
        if (settings.allowDefaultPassword()) {
            return;
        }
        GeoServerClient stranger = new GeoServerClient(settings, SHIPPED_USER, SHIPPED_PASSWORD);
        if (stranger.send("GET", "/rest/about/version.json", null, null).status() == 200) {
            throw new SinkmapException(
                    "the GeoServer takes the password that every GeoServer is shipped with; change it, or"
                            + " set sinkmap.publish.allow-default-password for a trial");
        }
    }
}
