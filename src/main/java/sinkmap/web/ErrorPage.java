package sinkmap.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.DispatcherServlet;
import sinkmap.store.UnavailableException;

/** Answers what fails outside our controllers, such as an unknown path, with a problem document too. */
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String at = path == null ? "/" : path.toString();
        HttpStatus status = status(request);
        Object error = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        if (status.is4xxClientError() && error instanceof ErrorResponse response && status != HttpStatus.NOT_FOUND) {
            return Problems.of((Exception) response, at);
        }
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof Exception failure
                && UnavailableException.find(failure).isPresent()) {
            return Problems.of(failure, at);
        }
        return Problems.answer(status, detail(status, at, request), at);
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static String detail(HttpStatus status, String path, HttpServletRequest request) {
        if (status == HttpStatus.NOT_FOUND) {
            return "there is nothing at " + path
                    + "; the map is at /, the REST interface under /api, WMS at /wms, WFS at /wfs";
        }
        if (status.is5xxServerError()) {
            return "the service made an error; its log holds the cause";
        }
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return message == null || message.toString().isBlank() ? status.getReasonPhrase() : message.toString();
    }
}
