package sinkmap.ogc.style;

import java.awt.Color;
import java.util.Arrays;
import java.util.Map;

/** Functions that choose: conditions, and Categorize, Recode and Interpolate (OGC 05-077r4, 11.6.1 and 11.6.2). */
final class ChoiceFunctions {

    /** How values between two points of an interpolation come about. */
    enum Method {
        LINEAR,
        COSINE
    }

    /** The lookups by name, so that legends can tell them. */
    static final Functions.Function CATEGORIZE = ChoiceFunctions::categorize;

    static final Functions.Function RECODE = ChoiceFunctions::recode;
    static final Functions.Function INTERPOLATE = ChoiceFunctions::interpolate;

    private ChoiceFunctions() {}

    static void addTo(Map<String, Functions.Entry> all) {
        all.put("if_then_else", new Functions.Entry(a -> Values.truth(a[0]) ? a[1] : a[2], 3, 3));
        all.put("isNull", new Functions.Entry(a -> a[0] == null, 1, 1));
        all.put("not", new Functions.Entry(a -> !Values.truth(a[0]), 1, 1));
        all.put("Coalesce", new Functions.Entry(ChoiceFunctions::coalesce, 1, Functions.ANY));
        all.put("equalTo", comparison(order -> order == 0));
        all.put("notEqual", comparison(order -> order != 0));
        all.put("lessThan", comparison(order -> order < 0));
        all.put("lessEqualThan", comparison(order -> order <= 0));
        all.put("greaterThan", comparison(order -> order > 0));
        all.put("greaterEqualThan", comparison(order -> order >= 0));
        all.put("between", new Functions.Entry(ChoiceFunctions::between, 3, 3));
        all.put("in", new Functions.Entry(ChoiceFunctions::in, 2, Functions.ANY));
        for (int i = 2; i <= 10; i++) {
            all.put("in" + i, new Functions.Entry(ChoiceFunctions::in, i + 1, i + 1));
        }
        all.put("Categorize", new Functions.Entry(CATEGORIZE, 2, Functions.ANY));
        all.put("Recode", new Functions.Entry(RECODE, 3, Functions.ANY));
        all.put("Interpolate", new Functions.Entry(INTERPOLATE, 3, Functions.ANY));
    }

    private static Functions.Entry comparison(java.util.function.IntPredicate test) {
        return new Functions.Entry(
                a -> a[0] != null && a[1] != null && test.test(Values.compare(a[0], a[1], true)), 2, 2);
    }

    private static Object coalesce(Object[] a) {
        for (Object value : a) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Object between(Object[] a) {
        return a[0] != null
                && a[1] != null
                && a[2] != null
                && Values.compare(a[0], a[1], true) >= 0
                && Values.compare(a[0], a[2], true) <= 0;
    }

    private static Object in(Object[] a) {
        return a[0] != null
                && Arrays.stream(a, 1, a.length).anyMatch(v -> v != null && Values.compare(a[0], v, true) == 0);
    }

    /**
     * Value, then value, threshold, value, ...: the value of the class that the first argument falls into. A number equal to a
     * threshold belongs to the class above ({@code succeeding}) unless the last argument is {@code preceding}.
     */
    private static Object categorize(Object[] a) {
        boolean preceding = a.length % 2 == 1 && "preceding".equals(a[a.length - 1]);
        int end = a.length % 2 == 1 ? a.length - 1 : a.length;
        Double value = Values.number(a[0]);
        if (value == null) {
            return null;
        }
        Object result = a[1];
        for (int i = 2; i + 1 < end; i += 2) {
            Double threshold = Values.number(a[i]);
            if (threshold == null || (preceding ? value <= threshold : value < threshold)) {
                break;
            }
            result = a[i + 1];
        }
        return result;
    }

    /** Value, then pairs of a value and what it becomes; missing when none is equal. */
    private static Object recode(Object[] a) {
        for (int i = 1; a[0] != null && i + 1 < a.length; i += 2) {
            if (a[i] != null && Values.compare(a[0], a[i], true) == 0) {
                return a[i + 1];
            }
        }
        return null;
    }

    /**
     * Value, then pairs of data and value, then optionally {@code color} or {@code numeric} and {@code linear} or {@code
     * cosine}. Beyond the ends the end values hold.
     */
    private static Object interpolate(Object[] a) {
        int end = a.length;
        Method method = Method.LINEAR;
        while (end > 1 && a[end - 1] instanceof String word && isMode(word)) {
            method = word.equals("cosine") ? Method.COSINE : method;
            end--;
        }
        Double value = Values.number(a[0]);
        if (value == null || end < 3) {
            return null;
        }
        int i = 1;
        while (i + 2 < end && value > Values.number(a[i], 0)) {
            i += 2;
        }
        double upper = Values.number(a[i], 0);
        if (i == 1 || value >= upper) {
            return a[i + 1];
        }
        double lower = Values.number(a[i - 2], 0);
        double share = (value - lower) / (upper - lower);
        return blend(a[i - 1], a[i + 1], method == Method.COSINE ? (1 - Math.cos(share * Math.PI)) / 2 : share);
    }

    private static boolean isMode(String word) {
        return word.equals("color") || word.equals("numeric") || word.equals("linear") || word.equals("cosine");
    }

    private static Object blend(Object a, Object b, double share) {
        Color from = Values.color(a);
        Color to = Values.color(b);
        if (from != null && to != null) {
            return Values.blend(from, to, share);
        }
        Double x = Values.number(a);
        Double y = Values.number(b);
        return x == null || y == null ? null : (Object) (x + (y - x) * share);
    }
}
