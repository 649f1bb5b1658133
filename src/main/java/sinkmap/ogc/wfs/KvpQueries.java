package sinkmap.ogc.wfs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;

/**
 * Takes a request by parameters apart that asks for several feature types: {@code TYPENAMES=(a)(b)} (OGC 09-025r2,
 * 7.9.2.4.2), {@code TYPENAME=a,b} before 2.0 (OGC 04-094, 14.7.3; OGC 02-058, 13.3), ids of several types. Parameters that
 * come in one list a type are handed out in order; those that come once hold for each.
 */
final class KvpQueries {

    private static final List<String> LISTS = List.of("PROPERTYNAME", "FILTER", "SORTBY", "SRSNAME", "CQL_FILTER");

    private KvpQueries() {}

    /** The parameters of each query, at least one. */
    static List<Kvp> split(Kvp kvp, WfsEdition edition) {
        List<String> types = typeNames(kvp, edition);
        if (types.isEmpty()) {
            return byId(kvp);
        }
        List<Map<String, String>> queries = new ArrayList<>();
        types.forEach(type -> queries.add(new HashMap<>(Map.of("TYPENAMES", type, "TYPENAME", ""))));
        for (String name : LISTS) {
            kvp.find(name).ifPresent(text -> handOut(name, text, queries));
        }
        return queries.stream().map(kvp::with).toList();
    }

    private static List<String> typeNames(Kvp kvp, WfsEdition edition) {
        String given = kvp.findAny("TYPENAMES", "TYPENAME").orElse("");
        List<String> lists = lists(given, "\\)\\s*,?\\s*\\(");
        if (edition == WfsEdition.V2_0) {
            if (lists.stream().anyMatch(list -> list.contains(","))) {
                throw OwsException.notSupported(
                        "TYPENAMES", "joins are not offered; write (a)(b) for the features of a and those of b");
            }
            return lists;
        }
        return lists.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What stands in one pair of parentheses each; the whole text when it has none. */
    private static List<String> lists(String text, String between) {
        if (text.isEmpty()) {
            return List.of();
        }
        return text.startsWith("(") && text.endsWith(")")
                ? Arrays.stream(text.substring(1, text.length() - 1).split(between, -1))
                        .map(String::strip)
                        .toList()
                : List.of(text);
    }

    private static void handOut(String name, String text, List<Map<String, String>> queries) {
        List<String> values =
                switch (name) {
                    case "CQL_FILTER" -> queries.size() == 1 ? List.of(text) : Arrays.asList(text.split(";", -1));
                    case "FILTER" -> lists(text, "(?<=>)\\s*\\)\\s*\\(\\s*(?=<)|(?<=^)\\)\\(|\\)\\((?=$)");
                    default -> lists(text, "\\)\\s*\\(");
                };
        if (values.size() != 1 && values.size() != queries.size()) {
            throw OwsException.invalid(
                    name, name + " has " + values.size() + " lists for " + queries.size() + " feature types");
        }
        for (int i = 0; i < queries.size(); i++) {
            queries.get(i).put(name, values.get(values.size() == 1 ? 0 : i));
        }
    }

    /** One query a type of which features are named. */
    private static List<Kvp> byId(Kvp kvp) {
        String parameter = kvp.find("RESOURCEID").isPresent() ? "RESOURCEID" : "FEATUREID";
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (String id : kvp.list(parameter)) {
            int dot = id.lastIndexOf('.');
            if (dot <= 0) {
                throw OwsException.invalid(parameter, "'" + id + "' is no id of a feature; ids are like port.1");
            }
            ids.computeIfAbsent(id.substring(0, dot), type -> new ArrayList<>()).add(id);
        }
        if (ids.isEmpty()) {
            throw OwsException.missing("TYPENAMES");
        }
        List<Kvp> queries = new ArrayList<>();
        ids.forEach(
                (type, named) -> queries.add(kvp.with(Map.of("TYPENAMES", type, parameter, String.join(",", named)))));
        return queries;
    }
}
