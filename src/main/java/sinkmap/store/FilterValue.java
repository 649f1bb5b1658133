package sinkmap.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Locale;
import sinkmap.catalog.Attribute;
import sinkmap.grid.SinkmapException;

/** Literals of filters as values of an attribute's type. Times without a zone are UTC. */
final class FilterValue {

    private FilterValue() {}

    /** The value as Long, Double, String, Boolean, LocalDate or OffsetDateTime, whichever the attribute holds. */
    static Object of(Object literal, Attribute attribute) {
        try {
            return switch (attribute.type()) {
                case TEXT, JSON -> text(literal);
                case INTEGER, REAL -> number(literal);
                case BOOLEAN -> truth(literal);
                case DATE -> date(literal);
                case TIMESTAMP -> time(literal);
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new SinkmapException(
                    "attribute '" + attribute.name() + "' is "
                            + attribute.type().name().toLowerCase(Locale.ROOT) + "; '" + literal + "' is not",
                    e);
        }
    }

    private static String text(Object literal) {
        String text =
                literal instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : literal.toString();
        if (text.indexOf('\0') >= 0) {
            throw new SinkmapException("a filter value holds a NUL character; leave it out");
        }
        return text;
    }

    /** Whole numbers as Long, so that large codes stay exact. */
    private static Object number(Object literal) {
        BigDecimal number = new BigDecimal(literal.toString().strip());
        try {
            return number.longValueExact();
        } catch (ArithmeticException notWhole) {
            return number.doubleValue();
        }
    }

    private static Boolean truth(Object literal) {
        String text = literal.toString().strip().toLowerCase(Locale.ROOT);
        return switch (text) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    private static LocalDate date(Object literal) {
        String text = literal.toString();
        return literal instanceof String && !text.contains("T") && !text.contains(" ")
                ? LocalDate.parse(text.replaceAll("Z$", ""))
                : time(literal).toLocalDate();
    }

    static OffsetDateTime time(Object literal) {
        if (literal instanceof org.geotools.api.temporal.Instant instant) {
            return time(instant.getPosition().getDate());
        }
        if (literal instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime()).atOffset(ZoneOffset.UTC);
        }
        String text = literal.toString().strip().replace(' ', 'T');
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
        }
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$")
                ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC)
                : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
    }
}
