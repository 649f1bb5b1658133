package sinkmap.ogc.wfs;

import java.util.Arrays;
import java.util.List;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.OwsRequest;

/** The version of WFS in which a request is written, and in which it is answered. */
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

    /** The edition of a request, as well as can be told: for reports about requests that may be at fault. */
    static WfsEdition of(OwsRequest request) {
        String version = request.body()
                .flatMap(body -> body.findAttribute("version"))
                .or(() -> request.kvp().find("VERSION"))
                .orElse("2.0.0");
        return version.startsWith("1.0") ? V1_0 : version.startsWith("1.") ? V1_1 : V2_0;
    }

    /** The edition that {@code VERSION} names; 2.0.0 when it is absent. */
    static WfsEdition of(Kvp kvp) {
        String version = kvp.get("VERSION", V2_0.number);
        return find(version).stream()
                .findFirst()
                .orElseThrow(() -> OwsException.invalid(
                        "VERSION", "version " + version + " is not offered; take 2.0.0, 1.1.0 or 1.0.0"));
    }

    /** Corrigendum 2.0.2 (OGC 09-025r2) is 2.0.0 on the wire; some clients name it. */
    private static List<WfsEdition> find(String version) {
        String wanted = version.equals("2.0.2") || version.equals("2.0") ? V2_0.number : version;
        return Arrays.stream(values()).filter(e -> e.number.equals(wanted)).toList();
    }

    /**
     * The edition of a capabilities document: the first of {@code ACCEPTVERSIONS} that is offered (OGC 06-121r3, 7.3.2),
     * else the highest that is not above {@code VERSION}, else the lowest (OGC 02-058, 6.2.4), else the highest of all.
     */
    static WfsEdition negotiate(Kvp kvp) {
        List<String> accepted = kvp.list("ACCEPTVERSIONS");
        if (!accepted.isEmpty()) {
            return accepted.stream()
                    .flatMap(version -> find(version).stream())
                    .findFirst()
                    .orElseThrow(() -> new OwsException(
                            "VersionNegotiationFailed",
                            "ACCEPTVERSIONS",
                            "none of these versions is offered; 2.0.0, 1.1.0 and 1.0.0 are",
                            400));
        }
        String version = kvp.get("VERSION", V2_0.number);
        return version.compareTo(V2_0.number) >= 0 ? V2_0 : version.compareTo(V1_1.number) >= 0 ? V1_1 : V1_0;
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

    /** The GML in which features are given unless the request says otherwise. */
    GmlEdition gml() {
        return switch (this) {
            case V1_0 -> GmlEdition.V2;
            case V1_1 -> GmlEdition.V3_1;
            case V2_0 -> GmlEdition.V3_2;
        };
    }

    /**
     * Status of a report. Clients of the 1.x versions know reports in answers that are fine otherwise, and show nothing of
     * the others.
     */
    int status(OwsException error) {
        int status = error.status();
        return this == V2_0 || status == 401 || status == 403 || status >= 500 ? status : 200;
    }

    /** Seconds in the unit of the attribute {@code expiry}: minutes before 2.0 (OGC 04-094, 11.2; 09-025r2, 7.9.2.4.3). */
    int expirySeconds() {
        return this == V2_0 ? 1 : 60;
    }
}
