package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GateTest {

    private static LoadSettings settings(int waiting, Duration patience) {
        return new LoadSettings(2, 1, waiting, patience, 0.5, 0, Duration.ofMinutes(1));
    }

    @Test
    void downloadsDoNotKeepMapsFromBeingDrawn() {
        Gate gate = new Gate(settings(0, Duration.ZERO));
        try (Gate.Pass download = gate.enter(Gate.Kind.FEATURES)) {
            assertThatThrownBy(() -> gate.enter(Gate.Kind.FEATURES)).isInstanceOf(OwsException.class);
            assertThatCode(() -> gate.enter(Gate.Kind.MAPS).close()).doesNotThrowAnyException();
        }
        assertThatCode(() -> gate.enter(Gate.Kind.FEATURES).close()).doesNotThrowAnyException();
    }

    @Test
    void turnsAwayWith503WhoeverFindsTheQueueFull() {
        Gate gate = new Gate(settings(0, Duration.ofHours(1)));
        try (Gate.Pass first = gate.enter(Gate.Kind.FEATURES)) {
            assertThatThrownBy(() -> gate.enter(Gate.Kind.FEATURES))
                    .isInstanceOfSatisfying(
                            OwsException.class, e -> assertThat(e.status()).isEqualTo(503));
        }
    }

    @Test
    void turnsAwayWhoeverHasWaitedTooLongAndForgetsHim() {
        Gate gate = new Gate(settings(1, Duration.ofMillis(20)));
        try (Gate.Pass first = gate.enter(Gate.Kind.FEATURES)) {
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> gate.enter(Gate.Kind.FEATURES)).isInstanceOf(OwsException.class);
            }
        }
    }

    @Test
    void letsInWhoeverWaitsWhenAPlaceBecomesFree() throws Exception {
        Gate gate = new Gate(settings(1, Duration.ofMinutes(1)));
        Gate.Pass first = gate.enter(Gate.Kind.FEATURES);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> gate.enter(Gate.Kind.FEATURES).close());
        assertThat(second.isDone()).isFalse();
        first.close();
        assertThatCode(() -> second.get(30, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }

    @Test
    void givesPicturesNoMoreThanTheirShareOfTheHeap() {
        Gate gate = new Gate(settings(0, Duration.ZERO), 1 << 20);
        assertThat(gate.memory_bytes()).isEqualTo(1 << 19);
        try (Gate.Pass picture = gate.reserve(400_000)) {
            assertThatThrownBy(() -> gate.reserve(200_000)).isInstanceOf(OwsException.class);
            assertThatCode(() -> gate.reserve(100_000).close()).doesNotThrowAnyException();
        }
        assertThatCode(() -> gate.reserve(200_000).close()).doesNotThrowAnyException();
    }

    @Test
    void estimatesThePictureOfAMapFromParametersOrBody() {
        Kvp kvp = Kvp.of(Map.of(
                "request", new String[] {"GetMap"}, "width", new String[] {"300"}, "height", new String[] {"200"}));
        assertThat(Demand.of(kvp, Optional.empty())).isEqualTo(new Demand(Gate.Kind.MAPS, 16 * 300 * 200));

        String xml = "<GetMap><Output><Size><Width>30</Width><Height>50</Height></Size></Output></GetMap>";
        XmlElement body = XmlElement.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        assertThat(Demand.of(Kvp.of(Map.of()), Optional.of(body))).isEqualTo(new Demand(Gate.Kind.MAPS, 16 * 30 * 50));
    }
}
