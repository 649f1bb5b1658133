package sinkmap.ogc;

import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.DisconnectedClientHelper;
import sinkmap.grid.SinkmapException;
import sinkmap.store.UnavailableException;

/** Takes requests at {@code /wms}, {@code /wfs} and {@code /ows}, and turns every error into the service's own report. */
@Controller
final class OwsController {

    private static final Logger LOG = LoggerFactory.getLogger(OwsController.class);

    private final List<OwsService> services;
    private final OgcSettings settings;
    private final Gate gate;
    private final OgcMetrics metrics;

    OwsController(List<OwsService> services, OgcSettings settings, Gate gate, OgcMetrics metrics) {
        this.services = services;
        this.settings = settings;
        this.gate = gate;
        this.metrics = metrics;
    }

    @RequestMapping(
            path = {"/wms", "/wfs", "/ows"},
            method = {RequestMethod.GET, RequestMethod.POST, RequestMethod.HEAD})
    void ows(HttpServletRequest servlet, HttpServletResponse response) throws IOException {
        OwsResponse answer = new OwsResponse(response, gate);
        OwsRequest request = new OwsRequest(Kvp.of(Map.of()), Optional.empty(), endpoint(servlet), "en");
        OwsService service = byPath(servlet).orElse(services.get(0));
        long began = System.nanoTime();
        try (Gate.Pass memory = gate.reserve(RequestBody.memory_bytes(servlet, settings))) {
            Kvp kvp = Kvp.of(RequestBody.parameters(servlet));
            request = new OwsRequest(kvp, Optional.empty(), endpoint(servlet), language(servlet, kvp));
            request = new OwsRequest(
                    kvp,
                    RequestBody.read(servlet, settings),
                    request.endpoint(),
                    request.language(),
                    Optional.ofNullable(servlet.getRemoteUser()),
                    servlet.isUserInRole("surveyor") || servlet.isUserInRole("admin"));
            service = service(servlet, request);
            answer(service, request, answer);
        } catch (OwsException e) {
            report(service, e, request, answer);
        } catch (SinkmapException e) {
            OwsException shown = UnavailableException.find(e)
                    .map(OwsController::unavailable)
                    .orElseGet(() -> new OwsException("InvalidParameterValue", null, e.getMessage(), 400));
            report(service, shown, request, answer);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
                LOG.debug("the client went away", e);
            } else if (tooSlow(e)) {
                LOG.info("{} answer cut off: {}", service.name(), e.getMessage());
                throw new BrokenAnswer();
            } else {
                report(service, internal(service, e), request, answer);
            }
        } finally {
            metrics.answered(service, request, response.getStatus(), System.nanoTime() - began);
        }
    }

    /** Reports that the database could not say who signs in. */
    void signInFailed(HttpServletRequest servlet, HttpServletResponse response, UnavailableException e)
            throws IOException {
        Kvp kvp = Kvp.of(Map.of());
        OwsRequest request = new OwsRequest(kvp, Optional.empty(), endpoint(servlet), language(servlet, kvp));
        OwsService service = byPath(servlet).orElse(services.get(0));
        report(service, unavailable(e), request, new OwsResponse(response, gate));
    }

    private void answer(OwsService service, OwsRequest request, OwsResponse answer) throws IOException {
        Demand demand = Demand.of(request.kvp(), request.body());
        if (demand.picture_bytes() > gate.memory_bytes()) {
            throw OwsException.invalid(
                    "WIDTH",
                    "the picture takes about " + (demand.picture_bytes() >> 20) + " MB of memory, more than the "
                            + (gate.memory_bytes() >> 20) + " MB there are for pictures; ask for a smaller one");
        }
        try (Gate.Pass place = demand.kind() == null ? Gate.Pass.NONE : gate.enter(demand.kind());
                Gate.Pass memory = gate.reserve(demand.picture_bytes())) {
            long began = System.nanoTime();
            service.answer(request, answer);
            answer.finish();
            if (demand.picture_bytes() > 0) {
                metrics.rendered(request, System.nanoTime() - began);
            }
        }
    }

    /**
     * Lets an answer that broke off in the middle fail in the server, which then cuts the connection: the client must not
     * take what it has for the whole.
     */
    @ExceptionHandler(BrokenAnswer.class)
    void cut(BrokenAnswer e) throws BrokenAnswer {
        throw e;
    }

    private static final class BrokenAnswer extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenAnswer() {
            super("the answer broke off in the middle");
        }
    }

    private static OwsException unavailable(UnavailableException e) {
        LOG.warn("the database does not answer", e);
        return new OwsException("NoApplicableCode", null, e.getMessage(), SC_SERVICE_UNAVAILABLE);
    }

    private static OwsException internal(OwsService service, Throwable e) {
        UnavailableException unavailable = UnavailableException.find(e).orElse(null);
        if (unavailable != null) {
            return unavailable(unavailable);
        }
        String reference = Objects.requireNonNullElseGet(
                MDC.get("request_id"), () -> UUID.randomUUID().toString().substring(0, 8));
        LOG.error("{} request failed, reference {}", service.name(), reference, e);
        return new OwsException(
                "NoApplicableCode", null, "the service failed; its log has the cause under " + reference, 500);
    }

    private static boolean tooSlow(Throwable e) {
        return e instanceof PacedStream.TooSlow || (e.getCause() != null && tooSlow(e.getCause()));
    }

    private static void report(OwsService service, OwsException e, OwsRequest request, OwsResponse answer)
            throws IOException {
        if (!answer.restart()) {
            LOG.warn("{} request failed in the middle of its answer: {}", service.name(), e.getMessage());
            throw new BrokenAnswer();
        }
        if (e.status() == SC_SERVICE_UNAVAILABLE) {
            answer.header("Retry-After", Gate.RETRY_AFTER_s);
        }
        service.report(e, request, answer);
        answer.finish();
    }

    private Optional<OwsService> byPath(HttpServletRequest servlet) {
        String path = servlet.getRequestURI();
        return services.stream()
                .filter(service -> path.toUpperCase(java.util.Locale.ROOT).endsWith("/" + service.name()))
                .findFirst();
    }

    private OwsService service(HttpServletRequest servlet, OwsRequest request) {
        Optional<String> named =
                request.kvp().find("SERVICE").or(() -> request.body().flatMap(body -> body.findAttribute("service")));
        Optional<OwsService> byPath = byPath(servlet);
        if (named.isEmpty()) {
            return byPath.orElseThrow(() -> OwsException.missing("SERVICE"));
        }
        OwsService wanted = services.stream()
                .filter(service -> service.name().equalsIgnoreCase(named.get()))
                .findFirst()
                .orElseThrow(
                        () -> OwsException.invalid("SERVICE", "SERVICE must be WMS or WFS, not '" + named.get() + "'"));
        if (byPath.isPresent() && byPath.get() != wanted) {
            throw OwsException.invalid(
                    "SERVICE", "this is the address of the " + byPath.get().name() + "; use /ows for either service");
        }
        return wanted;
    }

    private String endpoint(HttpServletRequest servlet) {
        return settings.publicUrl().isBlank()
                ? servlet.getRequestURL().toString()
                : settings.publicUrl().replaceAll("/+$", "") + servlet.getServletPath();
    }

    private static String language(HttpServletRequest servlet, Kvp kvp) {
        return kvp.find("LANGUAGE").orElseGet(() -> {
            String header = servlet.getHeader("Accept-Language");
            return header == null || header.isBlank()
                    ? "zh"
                    : servlet.getLocale().toLanguageTag();
        });
    }
}
