package sinkmap.ogc.style;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Functions of texts, and of numbers and dates as texts. A missing text counts as empty. */
final class TextFunctions {

    private TextFunctions() {}

    static void addTo(Map<String, Functions.Entry> all) {
        all.put("strConcat", new Functions.Entry(TextFunctions::concatenate, 2, 2));
        all.put("Concatenate", new Functions.Entry(TextFunctions::concatenate, 1, Functions.ANY));
        all.put("strToUpperCase", text(s -> s.toUpperCase(Locale.ROOT)));
        all.put("strToLowerCase", text(s -> s.toLowerCase(Locale.ROOT)));
        all.put("strCapitalize", text(TextFunctions::capitalize));
        all.put("strTrim", text(String::strip));
        all.put("toString", text(s -> s));
        all.put("strLength", new Functions.Entry(TextFunctions::length, 1, 1));
        all.put("length", new Functions.Entry(TextFunctions::length, 1, 1));
        all.put("strSubstring", new Functions.Entry(a -> substring(a, end(a)), 3, 3));
        all.put("strSubstringStart", new Functions.Entry(a -> substring(a, Functions.ANY), 2, 2));
        all.put("strIndexOf", pair((s, t) -> (double) s.indexOf(t)));
        all.put("strLastIndexOf", pair((s, t) -> (double) s.lastIndexOf(t)));
        all.put("strStartsWith", pair(String::startsWith));
        all.put("strEndsWith", pair(String::endsWith));
        all.put("strEqualsIgnoreCase", pair(String::equalsIgnoreCase));
        all.put("numberFormat", new Functions.Entry(a -> formatNumber(a[0], a[1]), 2, 2));
        all.put("dateFormat", new Functions.Entry(a -> formatDate(a[0], a[1]), 2, 2));
    }

    private static Functions.Entry text(UnaryOperator<String> body) {
        return new Functions.Entry(a -> body.apply(Values.text(a[0])), 1, 1);
    }

    private static Functions.Entry pair(BiFunction<String, String, Object> body) {
        return new Functions.Entry(a -> body.apply(Values.text(a[0]), Values.text(a[1])), 2, 2);
    }

    static Object concatenate(Object[] arguments) {
        StringBuilder text = new StringBuilder();
        for (Object argument : arguments) {
            text.append(Values.text(argument));
        }
        return text.toString();
    }

    static Object length(Object[] a) {
        return (double) Values.text(a[0]).length();
    }

    private static String capitalize(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean first = true;
        for (char c : text.toCharArray()) {
            result.append(first ? Character.toUpperCase(c) : Character.toLowerCase(c));
            first = !Character.isLetterOrDigit(c);
        }
        return result.toString();
    }

    private static int end(Object[] a) {
        return (int) Values.number(a[2], 0);
    }

    /** From the index in the second argument (0 is the first character) to an end, exclusive. */
    private static Object substring(Object[] a, int end) {
        String text = Values.text(a[0]);
        int from = Math.min(text.length(), Math.max(0, (int) Values.number(a[1], 0)));
        return text.substring(from, Math.max(from, Math.min(text.length(), end)));
    }

    /**
     * A number by a pattern of {@link DecimalFormat}, with the symbols of English.
     *
     * @param pattern a pattern such as {@code #,##0.0}
     */
    static Object formatNumber(Object pattern, Object value) {
        Double number = Values.number(value);
        if (number == null) {
            return "";
        }
        try {
            return new DecimalFormat(Values.text(pattern), DecimalFormatSymbols.getInstance(Locale.ROOT))
                    .format(number);
        } catch (IllegalArgumentException e) {
            return Values.text(number);
        }
    }

    /** A date by a pattern of {@link DateTimeFormatter}, such as {@code yyyy-MM-dd}; the date as it is if that fails. */
    static Object formatDate(Object pattern, Object value) {
        TemporalAccessor date = date(value);
        if (date == null) {
            return Values.text(value);
        }
        try {
            return DateTimeFormatter.ofPattern(Values.text(pattern), Locale.ROOT)
                    .format(date);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Values.text(value);
        }
    }

    private static TemporalAccessor date(Object value) {
        if (value instanceof LocalDate || value instanceof OffsetDateTime) {
            return (TemporalAccessor) value;
        }
        try {
            String text = Values.text(value);
            return text.contains("T") ? OffsetDateTime.parse(text) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code ChangeCase} of SE (OGC 05-077r4, 11.6.4). */
    static Functions.Function changeCase(boolean upper) {
        return a -> upper
                ? Values.text(a[0]).toUpperCase(Locale.ROOT)
                : Values.text(a[0]).toLowerCase(Locale.ROOT);
    }

    /** {@code Substring} of SE: text, position from 1, length. */
    static Object seSubstring(Object[] a) {
        String text = Values.text(a[0]);
        int from = Math.min(text.length(), Math.max(0, (int) Values.number(a[1], 1) - 1));
        double length = a.length > 2 ? Values.number(a[2], Functions.ANY) : Functions.ANY;
        return text.substring(from, (int) Math.min(text.length(), from + Math.max(0, length)));
    }

    /** {@code Trim} of SE: the character is taken off at the start, the end, or both. */
    static Functions.Function trim(String position, char character) {
        return a -> {
            String text = Values.text(a[0]);
            int from = 0;
            int to = text.length();
            while (!position.equals("trailing") && from < to && text.charAt(from) == character) {
                from++;
            }
            while (!position.equals("leading") && to > from && text.charAt(to - 1) == character) {
                to--;
            }
            return text.substring(from, to);
        };
    }

    /** {@code StringPosition} of SE: where the first text lies in the second, from 1; 0 when it does not. */
    static Functions.Function position(boolean fromEnd) {
        return a -> {
            String text = Values.text(a[1]);
            String wanted = Values.text(a[0]);
            return (double) (fromEnd ? text.lastIndexOf(wanted) : text.indexOf(wanted)) + 1;
        };
    }
}
