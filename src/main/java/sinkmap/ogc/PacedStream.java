package sinkmap.ogc;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;

/**
 * Gives up on a client that takes its answer too slowly, because a connection to the database and a place among the requests
 * are held as long as it reads. Only the time in which writing waits counts.
 */
final class PacedStream extends FilterOutputStream {

    /** The client was too slow. */
    static final class TooSlow extends IOException {

        private static final long serialVersionUID = 1L;

        TooSlow(String message) {
            super(message);
        }
    }

    private final LoadSettings settings;
    private final LongSupplier clock_ns;
    private long waited_ns;
    private long taken_bytes;

    /**
     * @param clock_ns a clock as {@link System#nanoTime}
     */
    PacedStream(OutputStream out, LoadSettings settings, LongSupplier clock_ns) {
        super(out);
        this.settings = settings;
        this.clock_ns = clock_ns;
    }

    @Override
    public void write(int b) throws IOException {
        long began = clock_ns.getAsLong();
        out.write(b);
        taken(1, began);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        long began = clock_ns.getAsLong();
        out.write(bytes, from, length);
        taken(length, began);
    }

    @Override
    public void flush() throws IOException {
        long began = clock_ns.getAsLong();
        out.flush();
        taken(0, began);
    }

    private void taken(int bytes, long began_ns) throws IOException {
        waited_ns += clock_ns.getAsLong() - began_ns;
        taken_bytes += bytes;
        if (waited_ns < settings.slowFor().toNanos()) {
            return;
        }
        if (taken_bytes < settings.slowestReader() * (waited_ns / 1e9)) {
            throw new TooSlow("the client took " + taken_bytes + " bytes in " + waited_ns / 1_000_000_000 + " s");
        }
        waited_ns = 0;
        taken_bytes = 0;
    }
}
