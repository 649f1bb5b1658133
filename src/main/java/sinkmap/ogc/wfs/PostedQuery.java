package sinkmap.ogc.wfs;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;

/**
 * A request as XML, turned into the parameters that say the same.
 *
 * @param kvp the parameters
 * @param filter the filter, which stays XML
 */
record PostedQuery(Kvp kvp, Optional<XmlElement> filter) {

    static PostedQuery read(XmlElement root) {
        Map<String, String[]> parameters = new HashMap<>();
        put(parameters, "REQUEST", Optional.of(root.name()));
        for (String name :
                new String[] {"service", "version", "count", "startIndex", "outputFormat", "resultType", "lockId"}) {
            put(parameters, name, root.findAttribute(name));
        }
        put(parameters, "ACCEPTVERSIONS", versions(root));
        put(parameters, "STOREDQUERY_ID", join(root, "StoredQueryId"));
        put(parameters, "TYPENAMES", join(root, "TypeName"));
        Optional<XmlElement> query = root.findChild("Query");
        if (root.children("Query").size() > 1) {
            throw OwsException.notSupported("Query", "one Query a request is offered; send one request each");
        }
        query.ifPresent(q -> query(q, parameters));
        root.findChild("StoredQuery").ifPresent(q -> storedQuery(q, parameters));
        return new PostedQuery(Kvp.of(parameters), query.flatMap(q -> q.findChild("Filter")));
    }

    private static Optional<String> versions(XmlElement root) {
        return root.findChild("AcceptVersions").flatMap(v -> join(v, "Version"));
    }

    private static void query(XmlElement query, Map<String, String[]> parameters) {
        put(parameters, "TYPENAMES", query.findAttribute("typeNames").or(() -> query.findAttribute("typeName")));
        put(parameters, "SRSNAME", query.findAttribute("srsName"));
        put(parameters, "PROPERTYNAME", join(query, "PropertyName"));
        put(parameters, "SORTBY", query.findChild("SortBy").map(PostedQuery::sort));
    }

    private static String sort(XmlElement sortBy) {
        return sortBy.children("SortProperty").stream()
                .map(key -> key.findText("ValueReference")
                                .or(() -> key.findText("PropertyName"))
                                .orElse("")
                        + " " + key.findText("SortOrder").orElse("ASC"))
                .collect(Collectors.joining(","));
    }

    private static void storedQuery(XmlElement query, Map<String, String[]> parameters) {
        put(parameters, "STOREDQUERY_ID", query.findAttribute("id"));
        for (XmlElement parameter : query.children("Parameter")) {
            put(parameters, parameter.findAttribute("name").orElse(""), Optional.of(parameter.text()));
        }
    }

    private static Optional<String> join(XmlElement parent, String name) {
        String joined = parent.children(name).stream().map(XmlElement::text).collect(Collectors.joining(","));
        return joined.isEmpty() ? Optional.empty() : Optional.of(joined);
    }

    private static void put(Map<String, String[]> parameters, String name, Optional<String> value) {
        value.ifPresent(text -> parameters.put(name, new String[] {text}));
    }
}
