package sinkmap.catalog;

import java.nio.file.Path;
import sinkmap.grid.SinkmapException;

/** An error in a file of the layers directory; the message begins with the file and, where known, the line. */
public final class LayerFileException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    private final int line;

    /**
     * @param file the file
     * @param line line of the error, counted from 1; 0 when the file as a whole is wrong
     * @param message what is wrong and what to do, in lower case, without file and line
     */
    public LayerFileException(Path file, int line, String message) {
        super(place(file, line) + ": " + message);
        this.line = line;
    }

    /** Line of the error, counted from 1; 0 when the file as a whole is wrong. */
    public int line() {
        return line;
    }

    private static String place(Path file, int line) {
        String name = file.toString().replace('\\', '/');
        return line > 0 ? name + ":" + line : name;
    }
}
