package sinkmap.cli;

import java.io.PrintStream;
import java.util.Locale;
import sinkmap.store.Progress;

/** What a person at a terminal reads: messages and progress, on standard error. */
final class Console {

    private static final long QUIET_NANOS = 2_000_000_000L;

    private Console() {}

    static void say(String message) {
        System.err.println(message);
    }

    /** Prints what a command was asked for, on standard output. */
    static PrintStream result() {
        return System.out;
    }

    /** Progress lines for work that takes more than two seconds, at most one every two seconds. */
    static Progress progress(String name) {
        return new Progress() {
            private long last = System.nanoTime();

            @Override
            public synchronized void at(String stage, double share) {
                long now = System.nanoTime();
                if (now - last > QUIET_NANOS) {
                    last = now;
                    say(line(name, stage, share));
                }
            }
        };
    }

    static String line(String name, String stage, double share) {
        return Double.isNaN(share)
                ? String.format(Locale.ROOT, "%s: %s", name, stage)
                : String.format(Locale.ROOT, "%s: %3.0f %%  %s", name, share * 100, stage);
    }
}
