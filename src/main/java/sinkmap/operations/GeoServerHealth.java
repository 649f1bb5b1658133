package sinkmap.operations;

import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import sinkmap.publish.Publications;

/**
 * Whether the GeoServer that layers are published to answers and knows our user, and whether the last publication brought
 * everything. Asks it at most every ten seconds, however often it is asked itself.
 */
final class GeoServerHealth extends AbstractHealthIndicator {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Publications publications;
    private Optional<String> trouble = Optional.empty();
    private long asked;
    private boolean known;

    GeoServerHealth(Publications publications) {
        super("the GeoServer cannot be asked");
        this.publications = publications;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        if (!publications.enabled()) {
            builder.up().withDetail("publishing", "no GeoServer is set");
            return;
        }
        Optional<String> now = trouble();
        boolean complete =
                publications.findLast().map(Publications.Outcome::complete).orElse(true);
        builder.status(now.isPresent() || !complete ? OperationsConfiguration.DEGRADED : Status.UP);
        now.ifPresent(text -> builder.withDetail("error", text));
        publications
                .findLast()
                .ifPresent(last -> builder.withDetail("published", last.ended().toString())
                        .withDetail("complete", last.complete()));
        if (!complete) {
            builder.withDetail("failedInARow", publications.failures());
        }
        publications.findNext().ifPresent(next -> builder.withDetail("next", next.toString()));
    }

    private synchronized Optional<String> trouble() {
        if (!known || System.nanoTime() - asked > FRESH.toNanos()) {
            trouble = publications.findTrouble();
            asked = System.nanoTime();
            known = true;
        }
        return trouble;
    }
}
