package sinkmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sets the headers that keep foreign code out of the page, and refuses changes that another site's page asks for: a
 * browser sends such a form to a service on the own machine without asking anybody.
 */
final class SecurityHeaders extends OncePerRequestFilter {

    private static final String PAGE_POLICY = "default-src 'self'; img-src 'self' data: blob:; style-src 'self';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /** GetFeatureInfo in HTML brings its own style and nothing else. */
    private static final String SERVICE_POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean service = path.startsWith("/wms") || path.startsWith("/wfs");
        response.setHeader("Content-Security-Policy", service ? SERVICE_POLICY : PAGE_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        boolean change = path.startsWith("/api") || request.getHeader("Authorization") != null;
        if (change && !SAFE.contains(request.getMethod()) && fromAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, "changes must come from this service's own pages");
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean fromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }
}
