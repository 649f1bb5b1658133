package sinkmap.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sinkmap.grid.SinkmapException;

/** The content of a POST request: parameters of a form or an XML document, bounded in size, memory and time. */
public final class RequestBody {

    /** Memory for a byte of XML once it is a tree of elements. */
    private static final int TREE_bytes = 8;

    /** A client that sends its request for longer than this only keeps a thread busy. */
    private static final long SLOWEST_ms = 60_000;

    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private RequestBody() {}

    /**
     * Memory that the body will take, from its announced length or the longest there may be; {@link OwsException} with status
     * 413 when it says that it is longer.
     */
    public static long memory_bytes(HttpServletRequest servlet, OgcSettings settings) {
        if (!WITH_BODY.contains(servlet.getMethod())) {
            return 0;
        }
        long length = servlet.getContentLengthLong();
        if (length > settings.maxBody()) {
            throw tooLong(settings);
        }
        return TREE_bytes * (length < 0 ? settings.maxBody() : length);
    }

    /** The parameters of the address and of a form. */
    static Map<String, String[]> parameters(HttpServletRequest servlet) {
        if (type(servlet).startsWith("multipart/")) {
            throw new OwsException(
                    "OperationParsingFailed", null, "send an XML document or a form, not " + type(servlet), 415);
        }
        try {
            return servlet.getParameterMap();
        } catch (IllegalStateException e) {
            // how Tomcat says that it does not take the form
            throw new OwsException(
                    "OperationParsingFailed", null, "the parameters cannot be read; are there too many?", 400);
        }
    }

    private static String type(HttpServletRequest servlet) {
        String type = servlet.getContentType();
        return type == null ? "" : type.toLowerCase(Locale.ROOT);
    }

    /** The XML document of a POST request that is no form; empty when there is none. */
    static Optional<XmlElement> read(HttpServletRequest servlet, OgcSettings settings) throws IOException {
        if (!servlet.getMethod().equals("POST") || type(servlet).startsWith("application/x-www-form")) {
            return Optional.empty();
        }
        byte[] bytes = bytes(servlet, settings);
        if (bytes.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(XmlElement.read(new ByteArrayInputStream(bytes)));
        } catch (SinkmapException e) {
            throw new OwsException("OperationParsingFailed", null, "request body, " + e.getMessage(), 400);
        }
    }

    /** The body as it is; {@link OwsException} when it is too long or does not arrive in time. */
    public static byte[] bytes(HttpServletRequest servlet, OgcSettings settings) throws IOException {
        InputStream in = servlet.getInputStream();
        long until = System.currentTimeMillis() + SLOWEST_ms;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 13];
        for (int count = in.read(part); count >= 0; count = in.read(part)) {
            bytes.write(part, 0, count);
            if (bytes.size() > settings.maxBody()) {
                throw tooLong(settings);
            }
            if (System.currentTimeMillis() > until) {
                throw new OwsException("OperationParsingFailed", null, "the request did not arrive in time", 408);
            }
        }
        return bytes.toByteArray();
    }

    private static OwsException tooLong(OgcSettings settings) {
        return new OwsException(
                "OperationProcessingFailed",
                null,
                "the request is longer than " + settings.maxBody() + " bytes; split it",
                413);
    }
}
