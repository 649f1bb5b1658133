package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;
import sinkmap.ogc.Gate;
import tools.jackson.databind.json.JsonMapper;

/** Sends answers, or says that the client has them already (RFC 9110, 13). */
final class ApiResponse {

    /** Distinguishes the answers of this process from those of another version or configuration. */
    private static final String PROCESS = Long.toString(System.currentTimeMillis(), 36);

    private static final int TAKE_BACK_BYTES = 1 << 16;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Gate gate;

    ApiResponse(HttpServletRequest request, HttpServletResponse response, Gate gate) {
        this.request = request;
        this.response = response;
        this.gate = gate;
    }

    /** A weak tag for an answer that is made from something with this tag. */
    static String weakTag(String madeFrom, ApiRequest request) {
        return "W/\"" + madeFrom + "-" + PROCESS + "-" + request.media().key()
                + (request.html() ? "-" + request.language() : "") + "\"";
    }

    /**
     * Sets the headers for caches; true when the client's copy is still right, and nothing more is to be sent.
     *
     * @param tag entity tag, with its quotes
     * @param changed when the content changed, or null
     */
    boolean stillRight(String tag, OffsetDateTime changed) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        ServletWebRequest web = new ServletWebRequest(request, response);
        return changed == null
                ? web.checkNotModified(tag)
                : web.checkNotModified(
                        tag, changed.truncatedTo(ChronoUnit.SECONDS).toInstant().toEpochMilli());
    }

    void header(String name, String value) {
        response.setHeader(name, value);
    }

    /** Links as a header too, so that HEAD tells them. */
    void links(List<Link> links) {
        String header = links.stream()
                .filter(link -> !link.templated())
                .map(link -> "<" + link.href() + ">; rel=\"" + link.rel() + "\"; type=\"" + link.type() + "\"")
                .collect(Collectors.joining(", "));
        if (header.length() < 6000) {
            response.setHeader(HttpHeaders.LINK, header);
        }
    }

    boolean head() {
        return request.getMethod().equals("HEAD");
    }

    /** Starts an answer of bytes. */
    OutputStream bytes(String type) throws IOException {
        response.setBufferSize(TAKE_BACK_BYTES);
        response.setContentType(type);
        return gate.paced(response.getOutputStream());
    }

    /** Sends a document, whichever of the two forms the request wants. */
    void document(ApiRequest asked, Object json, Consumer<HtmlOut> html) throws IOException {
        if (asked.html()) {
            html(html);
        } else {
            OutputStream out = bytes(asked.media().contentType());
            out.write(JsonMapper.shared().writeValueAsBytes(json));
        }
    }

    void html(Consumer<HtmlOut> page) throws IOException {
        Writer writer =
                new BufferedWriter(new OutputStreamWriter(bytes(Media.HTML.contentType()), StandardCharsets.UTF_8));
        page.accept(new HtmlOut(writer));
        writer.flush();
    }

    void status(int status) {
        response.setStatus(status);
    }
}
