package sinkmap.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id: the client's own ({@code X-Request-Id}) where it is short and plain, else a new one. All log lines
 * of the request carry it as {@code request_id}, and the answer brings it back. With {@code
 * logging.level.sinkmap.operations=debug} each request is a line of the log.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestId extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";
    static final String KEY = "request_id";

    private static final Logger LOG = LoggerFactory.getLogger(RequestId.class);

    /** What may stand in a log and in a header without being taken for something else. */
    private static final String PLAIN = "[A-Za-z0-9._-]{1,64}";

    private static final int NEW_LENGTH = 16;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String given = request.getHeader(HEADER);
        String id = given != null && given.matches(PLAIN) ? given : made();
        response.setHeader(HEADER, id);
        long began = System.nanoTime();
        try (MDC.MDCCloseable line = MDC.putCloseable(KEY, id)) {
            chain.doFilter(request, response);
            log(request, response, began);
        }
    }

    private static String made() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, NEW_LENGTH);
    }

    private static void log(HttpServletRequest request, HttpServletResponse response, long began) {
        LOG.atDebug()
                .addKeyValue("http.method", request.getMethod())
                .addKeyValue("http.path", request.getRequestURI())
                .addKeyValue("http.status", response.getStatus())
                .addKeyValue("duration_ms", (System.nanoTime() - began) / 1_000_000)
                .log("request answered");
    }
}
