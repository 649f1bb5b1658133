package sinkmap.ogc;

import java.io.IOException;

/** One OGC service behind {@code /wms}, {@code /wfs} or {@code /ows}. */
public interface OwsService {

    /** {@code WMS} or {@code WFS}. */
    String name();

    /** Answers a request; throws before anything is written when the request is at fault. */
    void answer(OwsRequest request, OwsResponse response) throws IOException;

    /** Writes an exception report in the form that the service and the requested version prescribe. */
    void report(OwsException error, OwsRequest request, OwsResponse response) throws IOException;
}
