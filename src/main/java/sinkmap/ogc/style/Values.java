package sinkmap.ogc.style;

import java.awt.Color;
import java.math.BigDecimal;

/** Conversions and comparisons of values of expressions. A value that cannot be converted is null. */
final class Values {

    private Values() {}

    /** A finite number, or null. */
    static Double number(Object value) {
        if (value instanceof Number number) {
            double d = number.doubleValue();
            return Double.isFinite(d) ? Double.valueOf(d) : null;
        }
        if (value == null || value instanceof Boolean) {
            return null;
        }
        String text = value.toString().strip();
        if (text.isEmpty() || "+-.0123456789".indexOf(text.charAt(0)) < 0) {
            return null;
        }
        try {
            double d = Double.parseDouble(text);
            return Double.isFinite(d) ? Double.valueOf(d) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static double number(Object value, double fallback) {
        Double number = number(value);
        return number == null ? fallback : number;
    }

    /** The text of a label: numbers in full, without exponent and without zeros at the end; empty for a missing value. */
    static String text(Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number)
                    ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                    : "";
        }
        return value == null ? "" : value.toString();
    }

    static boolean truth(Object value) {
        return value instanceof Boolean truth
                ? truth
                : value != null && value.toString().strip().equalsIgnoreCase("true");
    }

    /** A colour {@code #rrggbb}, or null. */
    static Color color(Object value) {
        if (value instanceof Color color) {
            return color;
        }
        String text = value == null ? "" : value.toString().strip();
        return text.matches("#[0-9a-fA-F]{6}") ? new Color(Integer.parseInt(text.substring(1), 16)) : null;
    }

    /** A colour with its opacity multiplied. */
    static Color fade(Color color, double opacity) {
        int alpha = (int) Math.round(color.getAlpha() * Math.min(1, Math.max(0, opacity)));
        return alpha == color.getAlpha() ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** A blend of two colours; a share of 0 is the first. */
    static Color blend(Color a, Color b, double share) {
        return new Color(
                blend(a.getRed(), b.getRed(), share),
                blend(a.getGreen(), b.getGreen(), share),
                blend(a.getBlue(), b.getBlue(), share),
                blend(a.getAlpha(), b.getAlpha(), share));
    }

    private static int blend(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }

    /** {@code #rrggbb} of a colour. */
    static String hex(Color color) {
        return String.format("#%06x", color.getRGB() & 0xFFFFFF);
    }

    /** Order of two values that are there: numbers as numbers, also when one is text; all else as text. */
    static int compare(Object left, Object right, boolean matchCase) {
        Double a = number(left);
        Double b = a == null ? null : number(right);
        if (a != null && b != null) {
            return left instanceof Long x && right instanceof Long y ? Long.compare(x, y) : Double.compare(a, b);
        }
        String x = text(left);
        String y = text(right);
        return matchCase ? x.compareTo(y) : x.compareToIgnoreCase(y);
    }
}
