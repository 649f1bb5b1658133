package sinkmap.ogc.wfs;

import java.util.Map;
import sinkmap.ogc.OwsRequest;

/**
 * Which part of a result an answer holds.
 *
 * @param matched features that the query matches
 * @param returned features of this answer
 * @param next address of the following page, or null
 * @param previous address of the page before, or null
 */
record Page(long matched, long returned, String next, String previous) {

    /**
     * The page of a request; XML requests have no address to link. What follows a page of numbers alone is the first page of
     * features (OGC 09-025r2, 7.7.4.4.1).
     */
    static Page of(OwsRequest request, long matched, long offset, long limit) {
        boolean hits = request.kvp().get("RESULTTYPE", "results").equalsIgnoreCase("hits");
        long returned = hits ? 0 : Math.max(0, Math.min(limit, matched - offset));
        boolean linked = request.body().isEmpty() && limit > 0;
        String next = linked && offset + returned < matched ? link(request, offset + returned, limit) : null;
        String previous =
                linked && offset > 0 ? link(request, Math.max(0, offset - limit), Math.min(limit, offset)) : null;
        return new Page(matched, returned, next, previous);
    }

    private static String link(OwsRequest request, long offset, long limit) {
        return request.endpoint() + "?"
                + request.kvp()
                        .query(Map.of(
                                "STARTINDEX",
                                Long.toString(offset),
                                "COUNT",
                                Long.toString(limit),
                                "RESULTTYPE",
                                "results"));
    }
}
