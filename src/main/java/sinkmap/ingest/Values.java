package sinkmap.ingest;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.ClassValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns the values of a file into those of an attribute.
 *
 * <p>Blank text is no value; for anything but free text so are {@code NA}, {@code N/A}, {@code null}, {@code NaN},
 * {@code -} and {@code none}. Numbers may have blanks around them and full-width digits. A time without an offset is
 * UTC. A class may be given by its code, without regard to case, or by its title in either language.
 */
final class Values {

    private static final Set<String> NOTHING = Set.of("", "na", "n/a", "#n/a", "null", "nan", "none", "-", "--");
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1", "是");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n", "0", "否");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            strict("uuuu/M/d"),
            strict("uuuu-M-d"),
            strict("uuuu.M.d"),
            strict("uuuu年M月d日"),
            DateTimeFormatter.BASIC_ISO_DATE);

    private Values() {}

    /** A notation that takes no 31st of February. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The value as the store takes it; null when there is none. */
    static Object convert(Attribute attribute, Object raw) throws BadValue {
        if (raw == null || nothing(attribute, raw)) {
            return null;
        }
        Object value =
                switch (attribute.type()) {
                    case TEXT -> text(raw);
                    case INTEGER -> integer(raw);
                    case REAL -> real(raw);
                    case BOOLEAN -> truth(raw);
                    case DATE -> date(raw);
                    case TIMESTAMP -> time(raw);
                    case JSON -> json(raw);
                };
        checkRange(attribute, value);
        return attribute.classes().isEmpty() ? value : classified(attribute, value);
    }

    private static boolean nothing(Attribute attribute, Object raw) {
        boolean free =
                attribute.type() == AttributeType.TEXT && attribute.classes().isEmpty();
        return raw instanceof String text
                && (free ? text.isBlank() : NOTHING.contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static String text(Object raw) {
        if (raw instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString(number.longValue());
        }
        return raw instanceof BigDecimal number
                ? number.toPlainString()
                : raw.toString().strip();
    }

    private static Long integer(Object raw) throws BadValue {
        double number = real(raw);
        if (number != Math.rint(number) || Math.abs(number) > 9.007199254740992e15) {
            throw new BadValue("value-type", "is not a whole number");
        }
        return raw instanceof Long whole ? whole : (Long) (long) number;
    }

    private static Double real(Object raw) throws BadValue {
        try {
            double number = raw instanceof Number n ? n.doubleValue() : Double.parseDouble(plainNumber(raw.toString()));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadValue("value-type", "is not a number");
    }

    /** A number without blanks around it and in ASCII digits. */
    static String plainNumber(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        if (!plain.isEmpty() && Character.isLetter(plain.charAt(plain.length() - 1))) {
            throw new NumberFormatException(text); // Java alone would take "5d" and "Infinity"
        }
        return plain;
    }

    private static Boolean truth(Object raw) throws BadValue {
        if (raw instanceof Boolean known) {
            return known;
        }
        String text = text(raw).toLowerCase(Locale.ROOT);
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return TRUE.contains(text);
        }
        throw new BadValue("value-type", "is neither true nor false");
    }

    private static LocalDate date(Object raw) throws BadValue {
        if (raw instanceof LocalDate known) {
            return known;
        }
        String text = text(raw);
        int time = Math.max(text.indexOf('T'), text.indexOf(' '));
        String day = time > 0 ? text.substring(0, time) : text;
        for (DateTimeFormatter format : DATES) {
            try {
                return LocalDate.parse(day, format);
            } catch (DateTimeException e) {
                // the next notation may fit
            }
        }
        throw new BadValue("value-type", "is not a date such as 2026-03-15");
    }

    private static OffsetDateTime time(Object raw) throws BadValue {
        if (raw instanceof OffsetDateTime known) {
            return known;
        }
        if (raw instanceof Timestamp stamp) {
            return stamp.toInstant().atOffset(ZoneOffset.UTC);
        }
        String text = text(raw).replaceFirst("(?<=\\d) (?=\\d)", "T").replace('/', '-');
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                return date(raw).atStartOfDay().atOffset(ZoneOffset.UTC);
            }
        }
    }

    private static String json(Object raw) throws BadValue {
        String text = raw.toString().strip();
        try {
            return JsonMapper.shared().readTree(text).toString();
        } catch (JacksonException e) {
            throw new BadValue("value-type", "is not JSON");
        }
    }

    private static void checkRange(Attribute attribute, Object value) throws BadValue {
        if (!(value instanceof Number number)) {
            return;
        }
        String unit = attribute.unit() == null || attribute.unit().equals("1") ? "" : " " + attribute.unit();
        if (attribute.minimum() != null && number.doubleValue() < attribute.minimum()) {
            throw new BadValue("value-range", "is below the minimum of " + attribute.minimum() + unit);
        }
        if (attribute.maximum() != null && number.doubleValue() > attribute.maximum()) {
            throw new BadValue("value-range", "is above the maximum of " + attribute.maximum() + unit);
        }
    }

    private static Object classified(Attribute attribute, Object value) throws BadValue {
        String text = text(value);
        for (ClassValue known : attribute.classes()) {
            boolean named = known.title() != null
                    && (text.equals(known.title().zh())
                            || text.equalsIgnoreCase(known.title().en()));
            if (text.equalsIgnoreCase(known.code()) || named) {
                return value instanceof String ? known.code() : value;
            }
        }
        List<String> codes = attribute.classes().stream().map(ClassValue::code).toList();
        throw new BadValue("value-class", "is none of the classes " + String.join(", ", codes));
    }
}
