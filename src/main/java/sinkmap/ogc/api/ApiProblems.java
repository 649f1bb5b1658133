package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.Gate;
import sinkmap.ogc.OwsException;
import sinkmap.store.EditException;
import sinkmap.store.UnavailableException;

/** Turns every error of the OGC API into a problem document, RFC 9457. */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(
            SinkmapException error, HttpServletRequest request, HttpServletResponse response) {
        if (error instanceof ApiException api) {
            return answer(api.status(), api.getMessage(), api.headers(), request, response);
        }
        if (error instanceof OwsException ows) {
            HttpStatus status = HttpStatus.valueOf(ows.status());
            return answer(status, detail(ows), later(status), request, response);
        }
        if (error instanceof EditException edit) {
            HttpStatus status = status(edit.reason());
            return answer(status, edit.getMessage(), later(status), request, response);
        }
        UnavailableException unavailable = UnavailableException.find(error).orElse(null);
        if (unavailable != null) {
            return answer(unavailable, request, response);
        }
        return answer(HttpStatus.BAD_REQUEST, error.getMessage(), Map.of(), request, response);
    }

    /** When to come back, where the service may have room by then. */
    private static Map<String, String> later(HttpStatus status) {
        return status == HttpStatus.SERVICE_UNAVAILABLE
                ? Map.of(HttpHeaders.RETRY_AFTER, Gate.RETRY_AFTER_s)
                : Map.of();
    }

    private static String detail(OwsException error) {
        boolean named = error.locator() == null || error.getMessage().contains(error.locator());
        return named ? error.getMessage() : "parameter '" + error.locator() + "': " + error.getMessage();
    }

    private static HttpStatus status(EditException.Reason reason) {
        return switch (reason) {
            case NOT_EDITABLE -> HttpStatus.METHOD_NOT_ALLOWED;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case CHANGED -> HttpStatus.PRECONDITION_FAILED;
            case LOCKED -> HttpStatus.LOCKED;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception error, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        if (DisconnectedClientHelper.isClientDisconnectedException(error)) {
            LOG.debug("the client went away", error);
            return null;
        }
        if (response.isCommitted()) {
            LOG.warn("{} failed in the middle of its answer", request.getRequestURI(), error);
            throw error;
        }
        UnavailableException unavailable = UnavailableException.find(error).orElse(null);
        if (unavailable != null) {
            return answer(unavailable, request, response);
        }
        LOG.error("{} failed", request.getRequestURI(), error);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "the service made an error; its log holds the cause",
                Map.of(),
                request,
                response);
    }

    private static ResponseEntity<ProblemDetail> answer(
            UnavailableException error, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("{}: the database does not answer", request.getRequestURI(), error);
        HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
        return answer(status, error.getMessage(), later(status), request, response);
    }

    private static ResponseEntity<ProblemDetail> answer(
            HttpStatus status,
            String detail,
            Map<String, String> headers,
            HttpServletRequest request,
            HttpServletResponse response) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(instance(request.getRequestURI()));
        if (!response.isCommitted()) {
            response.resetBuffer();
        }
        for (String name : new String[] {HttpHeaders.ETAG, HttpHeaders.LAST_MODIFIED, "Content-Crs"}) {
            response.setHeader(name, null);
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        answer.header(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.forEach((name, value) -> answer.header(name, value));
        return answer.body(problem);
    }

    private static URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
