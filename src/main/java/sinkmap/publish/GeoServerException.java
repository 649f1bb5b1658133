package sinkmap.publish;

import sinkmap.grid.SinkmapException;

/** What a GeoServer did not do, in the words that help. */
public final class GeoServerException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    GeoServerException(String message, Throwable cause) {
        super(message, cause);
    }

    GeoServerException(String message) {
        super(message);
    }
}
