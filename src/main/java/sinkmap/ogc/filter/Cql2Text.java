package sinkmap.ogc.filter;

import static sinkmap.ogc.filter.Cql2Terms.FILTERS;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Expression;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.filter.Cql2Terms.Operand;
import sinkmap.ogc.filter.Cql2Tokens.Kind;
import sinkmap.ogc.filter.Cql2Tokens.Token;
import sinkmap.store.TimeSpan;

/**
 * Reads CQL2 text (OGC 21-065r2): comparisons, LIKE, BETWEEN, IN, IS NULL, CASEI, spatial and temporal functions. Arrays,
 * arithmetic, ACCENTI and functions of a server's own are refused by name.
 */
final class Cql2Text {

    private static final Set<String> GEOMETRIES = Set.of(
            "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%", "^", "DIV");

    private final Cql2Terms terms;
    private final Cql2Tokens tokens;
    private int depth;

    private Cql2Text(String text, Cql2Terms terms) {
        this.terms = terms;
        this.tokens = new Cql2Tokens(text);
    }

    static Filter read(String text, Cql2Terms terms) {
        Cql2Text reader = new Cql2Text(text, terms);
        Filter filter = reader.condition();
        reader.tokens.expect(Kind.END, "AND, OR or the end");
        return filter;
    }

    private Filter condition() {
        if (++depth > Cql2Terms.DEEPEST) {
            throw Cql2Terms.tooDeep();
        }
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(conjunction());
        } while (tokens.skip("OR"));
        depth--;
        return parts.size() == 1 ? parts.get(0) : FILTERS.or(parts);
    }

    private Filter conjunction() {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(negation());
        } while (tokens.skip("AND"));
        return parts.size() == 1 ? parts.get(0) : FILTERS.and(parts);
    }

    private Filter negation() {
        boolean not = false;
        while (tokens.skip("NOT")) {
            not = !not;
        }
        Filter filter = primary();
        return not ? FILTERS.not(filter) : filter;
    }

    private Filter primary() {
        if (tokens.skip("(")) {
            Filter filter = condition();
            tokens.expect(")");
            return filter;
        }
        Token first = tokens.peek();
        boolean called = first.kind() == Kind.WORD && tokens.peekSecond().is("(");
        if (called && Cql2Terms.isSpatial(first.text())) {
            tokens.take();
            return Cql2Terms.spatial(first.text(), spatialOperand("("), spatialOperand(",", ")"));
        }
        if (called && Cql2Terms.isTemporal(first.text())) {
            tokens.take();
            return Cql2Terms.temporal(first.text(), temporalOperand("("), temporalOperand(",", ")"));
        }
        if ((first.is("TRUE") || first.is("FALSE"))
                && !Cql2Terms.isComparison(tokens.peekSecond().text())) {
            tokens.take();
            return first.is("TRUE") ? Filter.INCLUDE : Filter.EXCLUDE;
        }
        return predicate(scalar());
    }

    private Filter predicate(Operand left) {
        if (Cql2Terms.isComparison(tokens.peek().text()) && tokens.peek().kind() == Kind.SIGN) {
            return Cql2Terms.comparison(tokens.take().text(), left, scalar());
        }
        if (tokens.skip("IS")) {
            boolean not = tokens.skip("NOT");
            tokens.expect("NULL");
            Filter isNull = FILTERS.isNull(left.expression());
            return not ? FILTERS.not(isNull) : isNull;
        }
        boolean not = tokens.skip("NOT");
        Filter filter;
        if (tokens.skip("LIKE")) {
            filter = like(left);
        } else if (tokens.skip("BETWEEN")) {
            Expression low = scalar().expression();
            tokens.expect("AND");
            filter = FILTERS.between(left.expression(), low, scalar().expression());
        } else if (tokens.skip("IN")) {
            filter = Cql2Terms.in(left, list());
        } else {
            throw tokens.unexpected("a comparison");
        }
        return not ? FILTERS.not(filter) : filter;
    }

    private Filter like(Operand left) {
        boolean anyCase = tokens.skip("CASEI");
        if (anyCase) {
            tokens.expect("(");
        }
        String pattern = tokens.expect(Kind.TEXT, "a pattern in quotes").text();
        if (anyCase) {
            tokens.expect(")");
        }
        return Cql2Terms.like(left, pattern, anyCase);
    }

    private List<Operand> list() {
        tokens.expect("(");
        List<Operand> list = new ArrayList<>();
        do {
            list.add(scalar());
        } while (tokens.skip(","));
        tokens.expect(")");
        return list;
    }

    private Operand scalar() {
        Operand operand = operand();
        if (ARITHMETIC.contains(tokens.peek().text().toUpperCase(Locale.ROOT))
                && tokens.peek().kind() != Kind.TEXT
                && tokens.peek().kind() != Kind.NAME) {
            throw new SinkmapException("arithmetic ('" + tokens.peek().text() + "') is not offered in filters");
        }
        return operand;
    }

    private Operand operand() {
        boolean minus = tokens.skip("-");
        if (minus || tokens.skip("+") || tokens.peek().kind() == Kind.NUMBER) {
            return Cql2Terms.literal(number(minus));
        }
        Token token = tokens.take();
        return switch (token.kind()) {
            case TEXT -> Cql2Terms.literal(token.text());
            case NAME -> Cql2Terms.property(token.text());
            case WORD -> tokens.peek().is("(") ? call(token) : word(token);
            default ->
                throw new SinkmapException("at character " + (token.start() + 1)
                        + " a property or a value is expected, not '" + token.text() + "'");
        };
    }

    private static Operand word(Token token) {
        if (token.is("TRUE") || token.is("FALSE")) {
            return Cql2Terms.literal(token.is("TRUE"));
        }
        return Cql2Terms.property(token.text());
    }

    private Operand call(Token function) {
        switch (function.text().toUpperCase(Locale.ROOT)) {
            case "DATE", "TIMESTAMP" -> {
                tokens.expect("(");
                String time = tokens.expect(Kind.TEXT, "a time in quotes").text();
                tokens.expect(")");
                return Cql2Terms.literal(time);
            }
            case "CASEI" -> {
                if (++depth > Cql2Terms.DEEPEST) {
                    throw Cql2Terms.tooDeep();
                }
                tokens.expect("(");
                Operand inner = scalar();
                tokens.expect(")");
                depth--;
                return new Operand(inner.expression(), true);
            }
            default -> throw Cql2Terms.noFunction(function.text());
        }
    }

    private Object number(boolean minus) {
        String digits = tokens.expect(Kind.NUMBER, "a number").text();
        String text = minus ? "-" + digits : digits;
        return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
    }

    private Expression spatialOperand(String before) {
        tokens.expect(before);
        Token first = tokens.peek();
        String word = first.kind() == Kind.WORD ? first.text().toUpperCase(Locale.ROOT) : "";
        if (word.equals("BBOX") && tokens.peekSecond().is("(")) {
            tokens.take();
            return terms.box(list().stream()
                    .mapToDouble(o -> o.expression() instanceof org.geotools.api.filter.expression.Literal literal
                                    && literal.getValue() instanceof Number number
                            ? number.doubleValue()
                            : Double.NaN)
                    .toArray());
        }
        if (GEOMETRIES.contains(word)
                && !Set.of(",", ")").contains(tokens.peekSecond().text())) {
            String wkt = tokens.takeBracketed(Cql2Terms.DEEPEST);
            try {
                return terms.geometry(new WKTReader().read(wkt));
            } catch (ParseException | IllegalArgumentException e) {
                throw new SinkmapException("the geometry '" + wkt + "' is not well-known text", e);
            }
        }
        return operand().expression();
    }

    private Expression spatialOperand(String before, String after) {
        Expression operand = spatialOperand(before);
        tokens.expect(after);
        return operand;
    }

    private Expression temporalOperand(String before) {
        tokens.expect(before);
        if (!tokens.peek().is("INTERVAL") || !tokens.peekSecond().is("(")) {
            return operand().expression();
        }
        tokens.take();
        tokens.expect("(");
        Object begin = end(tokens.expect(Kind.TEXT, "the begin of the interval in quotes"));
        tokens.expect(",");
        Object end = end(tokens.expect(Kind.TEXT, "the end of the interval in quotes"));
        tokens.expect(")");
        return FILTERS.literal(new TimeSpan(begin, end));
    }

    private Expression temporalOperand(String before, String after) {
        Expression operand = temporalOperand(before);
        tokens.expect(after);
        return operand;
    }

    private static Object end(Token token) {
        return token.text().equals("..") ? null : token.text();
    }
}
