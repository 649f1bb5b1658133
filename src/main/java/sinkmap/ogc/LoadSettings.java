package sinkmap.ogc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the OGC services take on at once. What is beyond it waits for a while and is then turned away with 503.
 *
 * @param maps maps and questions about them that are worked on at once; 0 takes two a processor, 4 to 10
 * @param features answers with features, and transactions, that are worked on at once; 0 takes one a processor, 4 to 6
 * @param waiting requests that may wait for their turn
 * @param patience how long a request waits for its turn
 * @param memoryShare share of the heap that pictures and request bodies may take together
 * @param slowestReader bytes a second that a client must take of an answer
 * @param slowFor how long a client may stay below that before its answer is cut off
 */
@ConfigurationProperties("sinkmap.ogc.load")
record LoadSettings(
        @DefaultValue("0") int maps,
        @DefaultValue("0") int features,
        @DefaultValue("64") int waiting,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("0.4") double memoryShare,
        @DefaultValue("4096") int slowestReader,
        @DefaultValue("30s") Duration slowFor) {

    LoadSettings {
        if (maps < 0
                || features < 0
                || waiting < 0
                || patience.isNegative()
                || !(memoryShare > 0 && memoryShare < 1)
                || slowestReader < 0
                || slowFor.isNegative()) {
            throw new IllegalArgumentException(
                    "sinkmap.ogc.load: numbers must not be negative, and memory-share lies between 0 and 1");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        maps = maps == 0 ? Math.max(4, Math.min(2 * processors, 10)) : maps;
        features = features == 0 ? Math.max(4, Math.min(processors, 6)) : features;
    }
}
