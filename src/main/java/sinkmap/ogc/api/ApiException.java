package sinkmap.ogc.api;

import java.util.Map;
import org.springframework.http.HttpStatus;
import sinkmap.grid.SinkmapException;

/** A request that cannot be answered, with the HTTP status that says why. */
final class ApiException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Map<String, String> headers;

    ApiException(HttpStatus status, String message, Map<String, String> headers) {
        super(message);
        this.status = status;
        this.headers = headers;
    }

    ApiException(HttpStatus status, String message) {
        this(status, message, Map.of());
    }

    static ApiException invalid(String parameter, String message) {
        return new ApiException(HttpStatus.BAD_REQUEST, "parameter '" + parameter + "' " + message);
    }

    static ApiException notFound(String message) {
        return new ApiException(HttpStatus.NOT_FOUND, message);
    }

    HttpStatus status() {
        return status;
    }

    Map<String, String> headers() {
        return headers == null ? Map.of() : headers;
    }
}
