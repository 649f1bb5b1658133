package sinkmap.grid;

/**
 * Root of every error that a user can cause or mend. The message names the culprit (file and line, layer, row,
 * parameter) and says what to do; the edge maps it to problem JSON or to an OGC exception report.
 */
public class SinkmapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SinkmapException(String message) {
        super(message);
    }

    public SinkmapException(String message, Throwable cause) {
        super(message, cause);
    }
}
