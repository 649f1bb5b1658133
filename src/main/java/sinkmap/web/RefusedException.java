package sinkmap.web;

import org.springframework.http.HttpStatus;
import sinkmap.grid.SinkmapException;

/** A request that this edge turns down itself, with the status that says why. */
final class RefusedException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    RefusedException(HttpStatus status, String message) {
        super(message);
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }
}
