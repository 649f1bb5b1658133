package sinkmap.run;

import sinkmap.grid.SinkmapException;

/** A run was named that does not exist. */
public final class UnknownRunException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    public UnknownRunException(String run) {
        super("there is no run '" + run + "'; GET /api/runs lists them");
    }
}
