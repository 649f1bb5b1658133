package sinkmap.ogc.api;

import java.util.List;
import java.util.stream.Stream;

/** The conformance classes that the service keeps. */
final class Conformance {

    private static final String SPEC = "http://www.opengis.net/spec/";

    /** Classes that hold whatever the layers. */
    private static final List<String> ALWAYS = Stream.of(
                    "ogcapi-common-1/1.0/conf/core",
                    "ogcapi-common-2/1.0/conf/collections",
                    "ogcapi-features-1/1.0/conf/core",
                    "ogcapi-features-1/1.0/conf/oas30",
                    "ogcapi-features-1/1.0/conf/html",
                    "ogcapi-features-1/1.0/conf/geojson",
                    "ogcapi-features-2/1.0/conf/crs",
                    "ogcapi-features-3/1.0/conf/queryables",
                    "ogcapi-features-3/1.0/conf/queryables-query-parameters",
                    "ogcapi-features-3/1.0/conf/filter",
                    "ogcapi-features-3/1.0/conf/features-filter",
                    "cql2/1.0/conf/cql2-text",
                    "cql2/1.0/conf/cql2-json",
                    "cql2/1.0/conf/basic-cql2",
                    "cql2/1.0/conf/advanced-comparison-operators",
                    "cql2/1.0/conf/case-insensitive-comparison",
                    "cql2/1.0/conf/basic-spatial-functions",
                    "ogcapi-tiles-1/1.0/conf/core",
                    "ogcapi-tiles-1/1.0/conf/tileset",
                    "ogcapi-tiles-1/1.0/conf/tilesets-list",
                    "ogcapi-tiles-1/1.0/conf/geodata-tilesets",
                    "ogcapi-tiles-1/1.0/conf/oas30",
                    "ogcapi-tiles-1/1.0/conf/mvt",
                    "tms/2.0/conf/tilematrixset",
                    "tms/2.0/conf/tilematrixsetlimits",
                    "tms/2.0/conf/json-tilematrixset",
                    "tms/2.0/conf/json-tilematrixsetlimits",
                    "tms/2.0/conf/json-tilesetmetadata")
            .map(SPEC::concat)
            .toList();

    /** Classes that hold where a layer is editable. */
    private static final List<String> EDITING = Stream.of(
                    "ogcapi-features-4/1.0/conf/create-replace-delete",
                    "ogcapi-features-4/1.0/conf/update",
                    "ogcapi-features-4/1.0/conf/features",
                    "ogcapi-features-4/1.0/conf/optimistic-locking-etags")
            .map(SPEC::concat)
            .toList();

    private Conformance() {}

    static List<String> classes(boolean editable) {
        return editable ? Stream.concat(ALWAYS.stream(), EDITING.stream()).toList() : ALWAYS;
    }
}
