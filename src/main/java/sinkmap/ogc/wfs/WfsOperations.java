package sinkmap.ogc.wfs;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sinkmap.ogc.OgcSettings;
import sinkmap.ogc.XmlOut;

/** Writes which operations the service has, and what it promises about them. */
final class WfsOperations {

    /** Conformance classes (OGC 09-025r2, table 13). QGIS pages only when ImplementsResultPaging is exactly TRUE. */
    private static final Map<String, Boolean> CONFORMANCE = new TreeMap<>(Map.ofEntries(
            Map.entry("ImplementsBasicWFS", true),
            Map.entry("ImplementsTransactionalWFS", false),
            Map.entry("ImplementsLockingWFS", false),
            Map.entry("KVPEncoding", true),
            Map.entry("XMLEncoding", true),
            Map.entry("SOAPEncoding", false),
            Map.entry("ImplementsInheritance", false),
            Map.entry("ImplementsRemoteResolve", false),
            Map.entry("ImplementsResultPaging", true),
            Map.entry("ImplementsStandardJoins", false),
            Map.entry("ImplementsSpatialJoins", false),
            Map.entry("ImplementsTemporalJoins", false),
            Map.entry("ImplementsFeatureVersioning", false),
            Map.entry("ManageStoredQueries", false)));

    /** Classes that are kept where a layer is editable. */
    private static final Set<String> EDITING = Set.of("ImplementsTransactionalWFS", "ImplementsLockingWFS");

    /** Newest first. */
    static final List<String> VERSIONS = Arrays.stream(WfsEdition.values())
            .map(WfsEdition::number)
            .sorted(Comparator.reverseOrder())
            .toList();

    private static final List<String> ALL_SOME = List.of("ALL", "SOME");
    private static final List<String> RESOLVE = List.of("local", "none");

    private final XmlOut out;
    private final WfsEdition edition;
    private final String endpoint;
    private final OgcSettings settings;
    private final boolean editable;

    /**
     * @param editable whether there is a layer that can be edited
     */
    WfsOperations(XmlOut out, WfsEdition edition, String endpoint, OgcSettings settings, boolean editable) {
        this.out = out;
        this.edition = edition;
        this.endpoint = endpoint;
        this.settings = settings;
        this.editable = editable;
    }

    void write() {
        boolean two = edition == WfsEdition.V2_0;
        String gml = FeatureFormat.of(edition).type();
        List<String> types = List.of("results", "hits");
        // no feature refers to another, so that all references are resolved
        Map<String, List<String>> results = two
                ? Map.of("outputFormat", FeatureFormat.types(edition), "resultType", types, "resolve", RESOLVE)
                : Map.of("outputFormat", FeatureFormat.types(edition), "resultType", types);
        out.open("ows:OperationsMetadata");
        operation("GetCapabilities", Map.of("AcceptVersions", VERSIONS, "AcceptFormats", List.of("text/xml")));
        operation("DescribeFeatureType", Map.of("outputFormat", List.of(gml)));
        operation("GetFeature", results);
        if (two) {
            operation("GetPropertyValue", Map.of("resultType", types, "resolve", RESOLVE));
            operation("ListStoredQueries", Map.of());
            operation("DescribeStoredQueries", Map.of());
        }
        if (editable) {
            operation("Transaction", Map.of("inputFormat", List.of(gml), "releaseAction", ALL_SOME));
            operation("LockFeature", Map.of("lockAction", ALL_SOME));
            operation("GetFeatureWithLock", results);
        }
        if (two) {
            parameter("version", VERSIONS);
            CONFORMANCE.forEach(
                    (name, kept) -> constraint(name, kept || editable && EDITING.contains(name) ? "TRUE" : "FALSE"));
            constraint("PagingIsTransactionSafe", "FALSE");
            constraint("CountDefault", Integer.toString(settings.countDefault()));
            constraint("QueryExpressions", "wfs:Query", "wfs:StoredQuery");
        } else {
            out.open("ows:Constraint", "name", "DefaultMaxFeatures");
            out.element("ows:Value", Integer.toString(settings.countMax())).close();
        }
        out.close();
    }

    private void operation(String name, Map<String, List<String>> parameters) {
        out.open("ows:Operation", "name", name).open("ows:DCP").open("ows:HTTP");
        out.empty("ows:Get", "xlink:type", "simple", "xlink:href", endpoint + "?");
        out.empty("ows:Post", "xlink:type", "simple", "xlink:href", endpoint);
        out.close().close();
        new TreeMap<>(parameters).forEach(this::parameter);
        out.close();
    }

    private void parameter(String name, List<String> values) {
        out.open("ows:Parameter", "name", name);
        if (edition == WfsEdition.V2_0) {
            out.open("ows:AllowedValues");
            values.forEach(value -> out.element("ows:Value", value));
            out.close();
        } else {
            values.forEach(value -> out.element("ows:Value", value));
        }
        out.close();
    }

    private void constraint(String name, String value, String... more) {
        out.open("ows:Constraint", "name", name);
        if (more.length == 0) {
            out.empty("ows:NoValues").element("ows:DefaultValue", value);
        } else {
            out.open("ows:AllowedValues").element("ows:Value", value);
            for (String other : more) {
                out.element("ows:Value", other);
            }
            out.close();
        }
        out.close();
    }
}
