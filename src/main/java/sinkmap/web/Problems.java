package sinkmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.concurrent.CancellationException;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import sinkmap.catalog.UnknownLayerException;
import sinkmap.grid.SinkmapException;
import sinkmap.run.UnknownRunException;
import sinkmap.store.UnavailableException;

/** Turns every error of the REST interface into a problem document, RFC 9457. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** When to come back after 503. */
    private static final String RETRY_AFTER_s = "5";

    private final WebSettings settings;

    Problems(WebSettings settings) {
        this.settings = settings;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> known(SinkmapException error, HttpServletRequest request) {
        return of(error, request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> upload(MultipartException error, HttpServletRequest request) {
        if (error instanceof MaxUploadSizeExceededException) {
            return answer(HttpStatus.CONTENT_TOO_LARGE, tooLarge(settings), request.getRequestURI());
        }
        return answer(
                HttpStatus.BAD_REQUEST,
                "the upload could not be read to its end; send it as multipart/form-data with a part 'file'",
                request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> parameter(MethodArgumentTypeMismatchException error, HttpServletRequest request) {
        String kind = error.getParameter().getParameterType().getSimpleName();
        return answer(
                HttpStatus.BAD_REQUEST,
                "parameter '" + error.getName() + "' must be of type " + kind + ", which '" + error.getValue()
                        + "' is not",
                request.getRequestURI());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> cancelled(CancellationException error, HttpServletRequest request) {
        return answer(HttpStatus.CONFLICT, "the work was cancelled", request.getRequestURI());
    }

    /** The reader has gone; there is nobody to tell. */
    @ExceptionHandler
    void gone(ClientAbortException error) {
        LOG.debug("client went away", error);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception error, HttpServletRequest request) {
        return of(error, request.getRequestURI());
    }

    /** The problem that stands for any exception; one that nobody foresaw is logged and told without its internals. */
    static ResponseEntity<ProblemDetail> of(Throwable error, String path) {
        UnavailableException unavailable =
                error == null ? null : UnavailableException.find(error).orElse(null);
        if (unavailable != null) {
            LOG.warn("{}: the database does not answer", path, error);
            return later(unavailable.getMessage(), path);
        }
        if (error instanceof SinkmapException known) {
            return answer(statusOf(known), known.getMessage(), path);
        }
        if (error instanceof ErrorResponse response && response.getStatusCode().is4xxClientError()) {
            return ResponseEntity.status(response.getStatusCode())
                    .headers(response.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(located(response.getBody(), path));
        }
        LOG.error("{} failed", path, error);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "the service made an error; its log holds the cause", path);
    }

    private static ResponseEntity<ProblemDetail> later(String detail, String path) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_s)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(located(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail), path));
    }

    static ResponseEntity<ProblemDetail> answer(HttpStatusCode status, String detail, String path) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(located(ProblemDetail.forStatusAndDetail(status, detail), path));
    }

    static String tooLarge(WebSettings settings) {
        return "the upload is larger than " + settings.maxUpload().toMegabytes()
                + " MB; load the file with 'sinkmap ingest' on the server, or raise sinkmap.web.max-upload";
    }

    private static HttpStatus statusOf(SinkmapException error) {
        if (error instanceof RefusedException refused) {
            return refused.status();
        }
        return error instanceof UnknownLayerException || error instanceof UnknownRunException
                ? HttpStatus.NOT_FOUND
                : HttpStatus.BAD_REQUEST;
    }

    private static ProblemDetail located(ProblemDetail problem, String path) {
        if (problem.getInstance() == null) {
            problem.setInstance(instance(path));
        }
        return problem;
    }

    private static URI instance(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
