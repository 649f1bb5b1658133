package sinkmap.ogc;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request: its type is set first, then the content is streamed. Writers need not be closed; until the first
 * 64 kB are full an answer can still be taken back and an exception report sent in its place.
 */
public final class OwsResponse {

    private static final int TAKE_BACK_BYTES = 1 << 16;

    private final HttpServletResponse servlet;
    private final Gate gate;
    private Writer writer = Writer.nullWriter();

    OwsResponse(HttpServletResponse servlet, Gate gate) {
        this.servlet = servlet;
        this.gate = gate;
    }

    /** Starts an answer of text in UTF-8. */
    public Writer text(String type, int status) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(bytes(type, status), StandardCharsets.UTF_8), 1 << 14);
        return writer;
    }

    public Writer text(String type) throws IOException {
        return text(type, 200);
    }

    /** Starts an answer of bytes. */
    public OutputStream bytes(String type, int status) throws IOException {
        servlet.setBufferSize(TAKE_BACK_BYTES);
        servlet.setStatus(status);
        servlet.setContentType(type);
        return gate.paced(servlet.getOutputStream());
    }

    public void header(String name, String value) {
        servlet.setHeader(name, value);
    }

    /** Sends what is left. */
    void finish() throws IOException {
        writer.flush();
    }

    /** Takes back what was written; false when part of it has already been sent. */
    boolean restart() {
        if (servlet.isCommitted()) {
            return false;
        }
        servlet.reset();
        writer = Writer.nullWriter();
        return true;
    }
}
