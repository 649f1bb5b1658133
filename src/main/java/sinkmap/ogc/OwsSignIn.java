package sinkmap.ogc;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;
import sinkmap.store.UnavailableException;

/**
 * Stands before the sign-in, which asks the database who somebody is: where that cannot answer, clients of WMS and WFS get
 * the report of their service.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class OwsSignIn extends OncePerRequestFilter {

    private static final Set<String> PATHS = Set.of("/wms", "/wfs", "/ows");

    private final ObjectProvider<OwsController> services;

    OwsSignIn(ObjectProvider<OwsController> services) {
        this.services = services;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PATHS.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException e) {
            UnavailableException unavailable = UnavailableException.find(e).orElseThrow(() -> e);
            services.getObject().signInFailed(request, response, unavailable);
        }
    }
}
