package sinkmap.run;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** A run was cancelled during a piece of work that cannot be interrupted; what that writes is to be removed at its end. */
final class AbandonedException extends CancellationException {

    private static final long serialVersionUID = 1L;

    private final transient CompletableFuture<Void> rest;

    AbandonedException(String message, CompletableFuture<Void> rest) {
        super(message);
        this.rest = rest;
    }

    /** The work that goes on. */
    CompletableFuture<Void> rest() {
        return rest;
    }
}
