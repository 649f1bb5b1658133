package sinkmap.ingest;

import sinkmap.grid.SinkmapException;

/** A file could not be loaded. The message names the file and the place in it; the layer is as it was before. */
public final class IngestException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    public IngestException(String message) {
        super(message);
    }

    public IngestException(String message, Throwable cause) {
        super(message, cause);
    }
}
