package sinkmap.run;

import java.util.List;
import java.util.function.Consumer;
import sinkmap.store.StoredRun;

/** The queue of runs: one at a time, each with progress, each can be cancelled. */
public class Runs {

    /** Queues a run and returns it; a {@link sinkmap.grid.SinkmapException} when the request names what is not there. */
    public StoredRun start(RunRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Runs in this thread and returns the completed run; for the command line. */
    public StoredRun runNow(RunRequest request, Consumer<StoredRun> progress) {
        throw new UnsupportedOperationException();
    }

    /** Asks a run to stop; it does within a second. */
    public void cancel(String run) {
        throw new UnsupportedOperationException();
    }

    /** A run; {@link UnknownRunException} when there is none of that id. */
    public StoredRun get(String run) {
        throw new UnsupportedOperationException();
    }

    /** All runs, newest first. */
    public List<StoredRun> list() {
        throw new UnsupportedOperationException();
    }
}
