package sinkmap.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import sinkmap.publish.Publications;

/**
 * Publishing as metrics: publications by how they ended and what time they took ({@code sinkmap.publications}), and how many
 * in a row have not brought everything ({@code sinkmap.publications.failing}), 0 when all is well.
 */
final class PublicationMetrics {

    private final MeterRegistry registry;

    PublicationMetrics(MeterRegistry registry, Publications publications) {
        this.registry = registry;
        Gauge.builder("sinkmap.publications.failing", publications, Publications::failures)
                .description("Publications in a row that failed or left something out")
                .register(registry);
    }

    @EventListener
    void ended(Publications.Outcome outcome) {
        Timer.builder("sinkmap.publications")
                .description("Publications, and how long they took")
                .tag("result", outcome.error() != null ? "failed" : outcome.complete() ? "complete" : "incomplete")
                .register(registry)
                .record(Duration.between(outcome.began(), outcome.ended()));
    }
}
