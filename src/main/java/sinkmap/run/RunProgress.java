package sinkmap.run;

import sinkmap.store.Progress;

/** Told how far a run has come, and of its result as soon as that is known. */
interface RunProgress extends Progress {

    /**
     * Takes the result before the run is completed: what it says can be asked for under the id of the run from now on, while
     * layers go on to show the run before until this one is completed.
     *
     * @param result the result as JSON, as far as it is known
     */
    void answer(String result);
}
