package sinkmap.ogc.wms;

import sinkmap.ogc.Kvp;

/** A version of the protocol. */
enum WmsVersion {
    V1_1_1("1.1.1"),
    V1_3_0("1.3.0");

    private final String number;

    WmsVersion(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** The version that a request is in: as it says, else by its CRS parameter, else the newest (OGC 06-042, 6.2.4). */
    static WmsVersion of(Kvp kvp) {
        return kvp.findAny("VERSION", "WMTVER")
                .map(version -> version.compareTo("1.3.0") >= 0 ? V1_3_0 : V1_1_1)
                .orElseGet(() -> kvp.find("SRS").isPresent() ? V1_1_1 : V1_3_0);
    }
}
