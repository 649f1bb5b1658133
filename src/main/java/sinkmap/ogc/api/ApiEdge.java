package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import sinkmap.ogc.Gate;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.RequestBody;

/**
 * What stands between every resource and its clients.
 *
 * @param settings addresses and limits
 * @param gate room for work, shared with the other services
 */
record ApiEdge(OgcSettings settings, Gate gate) {

    /** Reads a request, see {@link ApiRequest#read}. */
    ApiRequest request(HttpServletRequest servlet, List<Media> offered, Collection<String> known) {
        return ApiRequest.read(servlet, settings, offered, known);
    }

    /** Reads a request for a resource without parameters of its own. */
    ApiRequest request(HttpServletRequest servlet, List<Media> offered) {
        return request(servlet, offered, List.of());
    }

    /** The answer, which is given up when the client takes it too slowly. */
    ApiResponse answer(HttpServletRequest servlet, HttpServletResponse response) {
        return new ApiResponse(servlet, response, gate);
    }

    /** The body of a request, bounded in size, memory and time. */
    byte[] body(HttpServletRequest servlet) throws IOException {
        try (Gate.Pass memory = gate.reserve(RequestBody.memory_bytes(servlet, settings))) {
            return RequestBody.bytes(servlet, settings);
        }
    }
}
