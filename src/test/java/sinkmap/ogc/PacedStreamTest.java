package sinkmap.ogc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Clients that must take 1,000 bytes a second, or are cut off after 10 s; the clock is moved by the stream they read from. */
class PacedStreamTest {

    private static final LoadSettings SETTINGS =
            new LoadSettings(1, 1, 0, Duration.ZERO, 0.5, 1000, Duration.ofSeconds(10));

    private final AtomicLong clock_ns = new AtomicLong();

    private PacedStream client(long bytesASecond) {
        OutputStream socket = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                clock_ns.addAndGet(TimeUnit.SECONDS.toNanos(1) * length / bytesASecond);
            }
        };
        return new PacedStream(socket, SETTINGS, clock_ns::get);
    }

    @Test
    void cutsOffAClientThatTakesLessThanItMust() {
        PacedStream slow = client(900);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        slow.write(new byte[900]);
                    }
                })
                .isInstanceOf(PacedStream.TooSlow.class)
                .hasMessage("the client took 9000 bytes in 10 s");
    }

    @Test
    void letsAClientReadForAsLongAsItKeepsThePace() {
        PacedStream client = client(1100);
        assertThatCode(() -> {
                    for (int i = 0; i < 1000; i++) {
                        client.write(new byte[1100]);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void doesNotCountTheTimeInWhichTheServiceWorks() {
        PacedStream client = client(1_000_000);
        assertThatCode(() -> {
                    for (int i = 0; i < 100; i++) {
                        clock_ns.addAndGet(TimeUnit.MINUTES.toNanos(1));
                        client.write(new byte[10]);
                    }
                })
                .doesNotThrowAnyException();
    }
}
