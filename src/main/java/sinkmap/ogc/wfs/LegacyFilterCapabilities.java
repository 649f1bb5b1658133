package sinkmap.ogc.wfs;

import java.util.List;
import java.util.Map;
import sinkmap.ogc.XmlOut;

/** Writes which filters the service understands in the words of Filter Encoding 1.0 (OGC 02-059) and 1.1 (OGC 04-095). */
final class LegacyFilterCapabilities {

    /** Names of {@link FilterCapabilities#COMPARISONS} in 1.1. */
    private static final Map<String, String> COMPARISONS = Map.of(
            "PropertyIsEqualTo", "EqualTo",
            "PropertyIsNotEqualTo", "NotEqualTo",
            "PropertyIsLessThan", "LessThan",
            "PropertyIsGreaterThan", "GreaterThan",
            "PropertyIsLessThanOrEqualTo", "LessThanEqualTo",
            "PropertyIsGreaterThanOrEqualTo", "GreaterThanEqualTo",
            "PropertyIsLike", "Like",
            "PropertyIsNull", "NullCheck",
            "PropertyIsBetween", "Between");

    private static final List<String> GEOMETRIES =
            List.of("gml:Envelope", "gml:Point", "gml:LineString", "gml:Polygon");

    private LegacyFilterCapabilities() {}

    static void write10(XmlOut out) {
        out.open("ogc:Filter_Capabilities").open("ogc:Spatial_Capabilities").open("ogc:Spatial_Operators");
        FilterCapabilities.RELATIONS.forEach(
                name -> out.empty("ogc:" + (name.equals("Intersects") ? "Intersect" : name)));
        out.close().close();
        out.open("ogc:Scalar_Capabilities").empty("ogc:Logical_Operators").open("ogc:Comparison_Operators");
        out.empty("ogc:Simple_Comparisons")
                .empty("ogc:Like")
                .empty("ogc:Between")
                .empty("ogc:NullCheck");
        out.close().close().close();
    }

    static void write11(XmlOut out) {
        out.open("ogc:Filter_Capabilities").open("ogc:Spatial_Capabilities").open("ogc:GeometryOperands");
        GEOMETRIES.forEach(name -> out.element("ogc:GeometryOperand", name));
        out.close().open("ogc:SpatialOperators");
        FilterCapabilities.RELATIONS.forEach(name -> out.empty("ogc:SpatialOperator", "name", name));
        out.close().close();
        out.open("ogc:Scalar_Capabilities").empty("ogc:LogicalOperators").open("ogc:ComparisonOperators");
        FilterCapabilities.COMPARISONS.stream()
                .filter(COMPARISONS::containsKey)
                .forEach(name -> out.element("ogc:ComparisonOperator", COMPARISONS.get(name)));
        out.close().close();
        out.open("ogc:Id_Capabilities")
                .empty("ogc:EID")
                .empty("ogc:FID")
                .close()
                .close();
    }
}
