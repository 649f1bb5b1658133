package sinkmap.ogc.wms;

import sinkmap.ogc.OwsResponse;

/** Says in the header of an answer what was assumed of dimensions (OGC 06-042, C.4.2). */
final class MapWarnings {

    private MapWarnings() {}

    static void write(MapRequest map, OwsResponse response) {
        if (!map.warnings().isEmpty()) {
            response.header("Warning", String.join(", ", map.warnings()));
        }
    }
}
