package sinkmap.run;

/** What a kind of run does. */
interface Work {

    /** Throws a {@link sinkmap.grid.SinkmapException} when the request asks for what is not there. */
    void check(RunRequest request);

    /**
     * Does the work and writes what it finds under the id of the run; layers show nothing of it before the run is completed.
     *
     * @param run id of the run
     * @param request the request, checked
     * @param progress told often enough that a cancelled run stops within a second; may be given the result before
     *     the work is done
     * @return the result as JSON
     */
    String run(String run, RunRequest request, RunProgress progress);
}
