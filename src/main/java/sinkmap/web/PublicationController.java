package sinkmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import sinkmap.publish.Publications;

/** Publishing to the GeoServer: how it stands, and doing it again. */
@RestController
@RequestMapping("/api/publication")
class PublicationController {

    private final Publications publications;

    PublicationController(Publications publications) {
        this.publications = publications;
    }

    /**
     * How publishing stands.
     *
     * @param enabled whether a GeoServer is configured
     * @param waiting whether a publication is about to begin
     * @param complete whether the last one published everything; null before the first
     * @param ended when the last one ended
     * @param error why it could not be done at all
     * @param next when it is published again without being asked for; null for never
     * @param steps what it did
     */
    record State(
            boolean enabled,
            boolean waiting,
            Boolean complete,
            OffsetDateTime ended,
            String error,
            OffsetDateTime next,
            List<Step> steps) {}

    /** A step of a publication. */
    record Step(String action, String kind, String name, String detail) {}

    @GetMapping
    State state() {
        Publications.Outcome last = publications.findLast().orElse(null);
        return new State(
                publications.enabled(),
                publications.waiting(),
                last == null ? null : last.complete(),
                last == null ? null : last.ended(),
                last == null ? null : last.error(),
                publications.findNext().orElse(null),
                last == null
                        ? List.of()
                        : last.steps().stream()
                                .map(step -> new Step(
                                        step.action().name().toLowerCase(Locale.ROOT),
                                        step.kind(),
                                        step.name(),
                                        step.detail()))
                                .toList());
    }

    /** Publishes in the background; for administrators. */
    @PostMapping
    ResponseEntity<State> publish(HttpServletRequest request) {
        if (request.getUserPrincipal() == null) {
            throw new RefusedException(HttpStatus.UNAUTHORIZED, "sign in as an administrator to publish");
        }
        if (!request.isUserInRole("admin")) {
            throw new RefusedException(HttpStatus.FORBIDDEN, "only administrators publish");
        }
        publications.request();
        return ResponseEntity.accepted().body(state());
    }
}
