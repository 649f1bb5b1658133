package sinkmap.ogc.wfs;

import sinkmap.ogc.OwsRequest;

/** The version of WFS in which a transaction or a lock is written, and in which it is answered. */
enum WfsEdition {
    V1_0("1.0.0", "http://www.opengis.net/wfs", "http://www.opengis.net/ogc"),
    V1_1("1.1.0", "http://www.opengis.net/wfs", "http://www.opengis.net/ogc"),
    V2_0("2.0.0", "http://www.opengis.net/wfs/2.0", "http://www.opengis.net/fes/2.0");

    private final String number;
    private final String wfs;
    private final String filter;

    WfsEdition(String number, String wfs, String filter) {
        this.number = number;
        this.wfs = wfs;
        this.filter = filter;
    }

    static WfsEdition of(OwsRequest request) {
        String version = request.body()
                .flatMap(body -> body.findAttribute("version"))
                .or(() -> request.kvp().find("VERSION"))
                .orElse("2.0.0");
        return version.startsWith("1.0") ? V1_0 : version.startsWith("1.") ? V1_1 : V2_0;
    }

    String number() {
        return number;
    }

    /** Namespace of the service. */
    String wfs() {
        return wfs;
    }

    /** Namespace of filters and ids. */
    String filter() {
        return filter;
    }

    /** Seconds in the unit of the attribute {@code expiry}: minutes before 2.0 (OGC 04-094, 11.2; 09-025r2, 7.9.2.4.3). */
    int expirySeconds() {
        return this == V2_0 ? 1 : 60;
    }
}
