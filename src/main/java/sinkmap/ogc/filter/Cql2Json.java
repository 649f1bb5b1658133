package sinkmap.ogc.filter;

import static sinkmap.ogc.filter.Cql2Terms.FILTERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.filter.Cql2Terms.Operand;
import sinkmap.store.TimeSpan;
import tools.jackson.databind.JsonNode;

/** Reads CQL2 JSON (OGC 21-065r2, annex C); what it offers is what {@link Cql2Text} offers. */
final class Cql2Json {

    private final Cql2Terms terms;

    private Cql2Json(Cql2Terms terms) {
        this.terms = terms;
    }

    static Filter read(JsonNode filter, Cql2Terms terms) {
        return new Cql2Json(terms).condition(filter, 0);
    }

    private Filter condition(JsonNode node, int depth) {
        if (depth > Cql2Terms.DEEPEST) {
            throw Cql2Terms.tooDeep();
        }
        if (node.isBoolean()) {
            return node.booleanValue() ? Filter.INCLUDE : Filter.EXCLUDE;
        }
        String op = op(node);
        List<JsonNode> args = args(node);
        return switch (op) {
            case "and", "or" -> logical(op, args, depth);
            case "not" -> FILTERS.not(condition(arg(op, args, 0), depth + 1));
            case "isnull" -> FILTERS.isNull(scalar(arg(op, args, 0), depth).expression());
            case "like" -> like(scalar(arg(op, args, 0), depth), scalar(arg(op, args, 1), depth));
            case "between" ->
                FILTERS.between(
                        scalar(arg(op, args, 0), depth).expression(),
                        scalar(arg(op, args, 1), depth).expression(),
                        scalar(arg(op, args, 2), depth).expression());
            case "in" -> in(args, depth);
            default -> relation(op, args, depth);
        };
    }

    private Filter logical(String op, List<JsonNode> args, int depth) {
        List<Filter> parts =
                args.stream().map(part -> condition(part, depth + 1)).toList();
        if (parts.size() < 2) {
            throw new SinkmapException("'" + op + "' needs two conditions or more");
        }
        return op.equals("and") ? FILTERS.and(parts) : FILTERS.or(parts);
    }

    private static Filter like(Operand value, Operand pattern) {
        Object text = pattern.expression().evaluate(null);
        if (!(text instanceof String)) {
            throw new SinkmapException("'like' needs a pattern");
        }
        return Cql2Terms.like(value, (String) text, pattern.anyCase());
    }

    private Filter in(List<JsonNode> args, int depth) {
        JsonNode list = arg("in", args, 1);
        if (!list.isArray() || list.isEmpty()) {
            throw new SinkmapException("'in' needs a list of values");
        }
        return Cql2Terms.in(
                scalar(args.get(0), depth),
                StreamSupport.stream(list.spliterator(), false)
                        .map(item -> scalar(item, depth))
                        .toList());
    }

    private Filter relation(String op, List<JsonNode> args, int depth) {
        if (Cql2Terms.isComparison(op)) {
            return Cql2Terms.comparison(op, scalar(arg(op, args, 0), depth), scalar(arg(op, args, 1), depth));
        }
        if (Cql2Terms.isSpatial(op)) {
            return Cql2Terms.spatial(op, spatial(arg(op, args, 0)), spatial(arg(op, args, 1)));
        }
        if (Cql2Terms.isTemporal(op)) {
            return Cql2Terms.temporal(op, temporal(arg(op, args, 0)), temporal(arg(op, args, 1)));
        }
        throw Cql2Terms.noFunction(op);
    }

    private Operand scalar(JsonNode node, int depth) {
        if (depth > Cql2Terms.DEEPEST) {
            throw Cql2Terms.tooDeep();
        }
        if (node.isString()) {
            return Cql2Terms.literal(node.stringValue());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return Cql2Terms.literal(node.longValue());
        }
        if (node.isNumber()) {
            return Cql2Terms.literal(node.doubleValue());
        }
        if (node.isBoolean()) {
            return Cql2Terms.literal(node.booleanValue());
        }
        for (String member : List.of("property", "date", "timestamp")) {
            if (node.has(member) && node.get(member).isString()) {
                String text = node.get(member).stringValue();
                return member.equals("property") ? Cql2Terms.property(text) : Cql2Terms.literal(text);
            }
        }
        String op = op(node);
        if (!op.equals("casei")) {
            throw Cql2Terms.noFunction(op);
        }
        return new Operand(scalar(arg(op, args(node), 0), depth + 1).expression(), true);
    }

    private Expression spatial(JsonNode node) {
        if (node.has("bbox")) {
            return terms.box(StreamSupport.stream(node.get("bbox").spliterator(), false)
                    .mapToDouble(n -> n.isNumber() ? n.doubleValue() : Double.NaN)
                    .toArray());
        }
        return node.has("type")
                ? terms.geometry(JsonGeometry.read(node))
                : scalar(node, 0).expression();
    }

    private Expression temporal(JsonNode node) {
        if (!node.has("interval")) {
            return scalar(node, 0).expression();
        }
        JsonNode ends = node.get("interval");
        if (ends.size() != 2 || !ends.get(0).isString() || !ends.get(1).isString()) {
            throw new SinkmapException("an interval needs two times as texts, '..' where it has no end");
        }
        return FILTERS.literal(new TimeSpan(end(ends.get(0)), end(ends.get(1))));
    }

    private static Object end(JsonNode time) {
        return time.stringValue().equals("..") ? null : time.stringValue();
    }

    private static String op(JsonNode node) {
        if (!node.isObject() || !node.has("op") || !node.get("op").isString()) {
            throw new SinkmapException("a condition must be an object with 'op' and 'args', not " + brief(node));
        }
        return node.get("op").stringValue().toLowerCase(Locale.ROOT);
    }

    private static String brief(JsonNode node) {
        String text = node.toString();
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private static List<JsonNode> args(JsonNode node) {
        List<JsonNode> args = new ArrayList<>();
        if (node.has("args")) {
            node.get("args").forEach(args::add);
        }
        return args;
    }

    private static JsonNode arg(String op, List<JsonNode> args, int index) {
        if (args.size() <= index) {
            throw new SinkmapException("'" + op + "' lacks an argument");
        }
        return args.get(index);
    }
}
