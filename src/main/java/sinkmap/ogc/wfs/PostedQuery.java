package sinkmap.ogc.wfs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.XmlElement;

/**
 * One query of a request as XML, turned into the parameters that say the same.
 *
 * @param kvp the parameters
 * @param filter the filter, which stays XML
 */
record PostedQuery(Kvp kvp, Optional<XmlElement> filter) {

    /** What a request says beside its queries. */
    static Kvp operation(XmlElement root) {
        Map<String, String[]> parameters = new HashMap<>();
        put(parameters, "REQUEST", Optional.of(root.name()));
        for (String name : List.of(
                "service",
                "version",
                "count",
                "maxFeatures",
                "startIndex",
                "outputFormat",
                "resultType",
                "lockId",
                "lockedIds",
                "valueReference")) {
            put(parameters, name, root.findAttribute(name));
        }
        put(parameters, "ACCEPTVERSIONS", versions(root));
        put(parameters, "STOREDQUERY_ID", join(root, "StoredQueryId"));
        put(parameters, "TYPENAMES", join(root, "TypeName"));
        return Kvp.of(parameters);
    }

    /** The queries of a request, in its order. */
    static List<PostedQuery> queries(XmlElement root) {
        List<PostedQuery> queries = new ArrayList<>();
        for (XmlElement part : root.children()) {
            if (part.name().equals("Query")) {
                queries.add(query(part));
            } else if (part.name().equals("StoredQuery")) {
                queries.add(storedQuery(part));
            }
        }
        return queries;
    }

    private static Optional<String> versions(XmlElement root) {
        return root.findChild("AcceptVersions").flatMap(v -> join(v, "Version"));
    }

    private static PostedQuery query(XmlElement query) {
        Map<String, String[]> parameters = new HashMap<>();
        put(parameters, "TYPENAMES", query.findAttribute("typeNames").or(() -> query.findAttribute("typeName")));
        put(parameters, "SRSNAME", query.findAttribute("srsName"));
        put(parameters, "PROPERTYNAME", join(query, "PropertyName"));
        put(parameters, "SORTBY", query.findChild("SortBy").map(PostedQuery::sort));
        return new PostedQuery(Kvp.of(parameters), query.findChild("Filter"));
    }

    private static String sort(XmlElement sortBy) {
        return sortBy.children("SortProperty").stream()
                .map(key -> key.findText("ValueReference")
                                .or(() -> key.findText("PropertyName"))
                                .orElse("")
                        + " " + key.findText("SortOrder").orElse("ASC"))
                .collect(Collectors.joining(","));
    }

    static PostedQuery storedQuery(XmlElement query) {
        Map<String, String[]> parameters = new HashMap<>();
        put(parameters, "STOREDQUERY_ID", query.findAttribute("id"));
        for (XmlElement parameter : query.children("Parameter")) {
            put(parameters, parameter.findAttribute("name").orElse(""), Optional.of(parameter.text()));
        }
        return new PostedQuery(Kvp.of(parameters), Optional.empty());
    }

    private static Optional<String> join(XmlElement parent, String name) {
        String joined = parent.children(name).stream().map(XmlElement::text).collect(Collectors.joining(","));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private static void put(Map<String, String[]> parameters, String name, Optional<String> value) {
        value.ifPresent(text -> parameters.put(name, new String[] {text}));
    }
}
