package sinkmap.ogc.wfs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sinkmap.ogc.XmlOut;

/** Writes which filters the service understands (OGC 09-026r2). */
final class FilterCapabilities {

    private static final Map<String, Boolean> CONFORMANCE = new TreeMap<>(Map.ofEntries(
            Map.entry("ImplementsQuery", true),
            Map.entry("ImplementsAdHocQuery", true),
            Map.entry("ImplementsFunctions", false),
            Map.entry("ImplementsResourceId", true),
            Map.entry("ImplementsMinStandardFilter", true),
            Map.entry("ImplementsStandardFilter", true),
            Map.entry("ImplementsMinSpatialFilter", true),
            Map.entry("ImplementsSpatialFilter", true),
            Map.entry("ImplementsMinTemporalFilter", true),
            Map.entry("ImplementsTemporalFilter", true),
            Map.entry("ImplementsVersionNav", false),
            Map.entry("ImplementsSorting", true),
            Map.entry("ImplementsExtendedOperators", false),
            Map.entry("ImplementsMinimumXPath", true),
            Map.entry("ImplementsSchemaElementFunc", false)));
    static final List<String> COMPARISONS = List.of(
            "PropertyIsEqualTo",
            "PropertyIsNotEqualTo",
            "PropertyIsLessThan",
            "PropertyIsGreaterThan",
            "PropertyIsLessThanOrEqualTo",
            "PropertyIsGreaterThanOrEqualTo",
            "PropertyIsLike",
            "PropertyIsNull",
            "PropertyIsNil",
            "PropertyIsBetween");
    private static final List<String> GEOMETRIES =
            List.of("gml:Envelope", "gml:Point", "gml:LineString", "gml:Polygon", "gml:MultiSurface", "gml:MultiCurve");
    static final List<String> RELATIONS = List.of(
            "BBOX",
            "Intersects",
            "Disjoint",
            "Within",
            "Contains",
            "Touches",
            "Crosses",
            "Overlaps",
            "Equals",
            "DWithin",
            "Beyond");
    /** AnyInteracts is understood too, but the schema of capabilities has no name for it. */
    private static final List<String> TIMES = List.of(
            "After",
            "Before",
            "Begins",
            "BegunBy",
            "TContains",
            "During",
            "EndedBy",
            "Ends",
            "TEquals",
            "Meets",
            "MetBy",
            "TOverlaps",
            "OverlappedBy");

    private FilterCapabilities() {}

    static void write(XmlOut out) {
        out.open("fes:Filter_Capabilities");
        out.open("fes:Conformance");
        CONFORMANCE.forEach((name, kept) -> {
            out.open("fes:Constraint", "name", name).empty("ows:NoValues");
            out.element("ows:DefaultValue", kept ? "TRUE" : "FALSE").close();
        });
        out.close();
        out.open("fes:Id_Capabilities")
                .empty("fes:ResourceIdentifier", "name", "fes:ResourceId")
                .close();
        out.open("fes:Scalar_Capabilities").empty("fes:LogicalOperators").open("fes:ComparisonOperators");
        COMPARISONS.forEach(name -> out.empty("fes:ComparisonOperator", "name", name));
        out.close().close();
        out.open("fes:Spatial_Capabilities").open("fes:GeometryOperands");
        GEOMETRIES.forEach(name -> out.empty("fes:GeometryOperand", "name", name));
        out.close().open("fes:SpatialOperators");
        RELATIONS.forEach(name -> out.empty("fes:SpatialOperator", "name", name));
        out.close().close();
        out.open("fes:Temporal_Capabilities").open("fes:TemporalOperands");
        List.of("gml:TimeInstant", "gml:TimePeriod").forEach(name -> out.empty("fes:TemporalOperand", "name", name));
        out.close().open("fes:TemporalOperators");
        TIMES.forEach(name -> out.empty("fes:TemporalOperator", "name", name));
        out.close().close().close();
    }
}
