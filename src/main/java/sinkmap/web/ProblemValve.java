package sinkmap.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers with a problem document what the server turns down before it reaches us, such as a malformed address. */
final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            try (Writer out = response.getReporter()) {
                out.write("{\"title\":\"" + status.getReasonPhrase() + "\",\"status\":" + status.value()
                        + ",\"detail\":\"" + detail(status) + "\"}");
            }
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("client went away", e);
        }
    }

    private static String detail(HttpStatus status) {
        return status.is5xxServerError()
                ? "the service made an error; its log holds the cause"
                : "the request is not well formed; encode special characters of the address as in RFC 3986";
    }
}
