package sinkmap.ogc.style;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The filter of a rule. As in SQL, a comparison with a missing value does not hold. Numbers compare as numbers, also when
 * one side is text; all else compares as text.
 */
sealed interface Condition {

    /** Holds always. */
    Condition ALWAYS = new All(List.of());

    boolean holds(Map<String, Object> attributes);

    /** Adds the names of the attributes that it looks at. */
    void collect(Set<String> names);

    /** Holds when all parts hold. */
    record All(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            for (Condition part : parts) {
                if (!part.holds(attributes)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void collect(Set<String> names) {
            parts.forEach(part -> part.collect(names));
        }
    }

    /** Holds when one part holds. */
    record Any(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            for (Condition part : parts) {
                if (part.holds(attributes)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void collect(Set<String> names) {
            parts.forEach(part -> part.collect(names));
        }
    }

    /** Holds when the part does not. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            return !part.holds(attributes);
        }

        @Override
        public void collect(Set<String> names) {
            part.collect(names);
        }
    }

    /** Holds when a value is missing. */
    record Missing(Expression value) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            return value.value(attributes) == null;
        }

        @Override
        public void collect(Set<String> names) {
            value.collect(names);
        }
    }

    /** The comparisons of Filter Encoding. */
    enum Order {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        boolean holds(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    /** Holds when two values are in that order. */
    record Comparison(Order order, Expression left, Expression right, boolean matchCase) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            Object a = left.value(attributes);
            Object b = right.value(attributes);
            return a != null && b != null && order.holds(Values.compare(a, b, matchCase));
        }

        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }

    /** Holds when a text fits a pattern. */
    record Like(Expression value, TextPattern pattern) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            Object text = value.value(attributes);
            return text != null && pattern.fits(Values.text(text));
        }

        @Override
        public void collect(Set<String> names) {
            value.collect(names);
        }
    }

    /** Holds when a value is true: a function that answers yes or no. */
    record Truth(Expression value) implements Condition {
        @Override
        public boolean holds(Map<String, Object> attributes) {
            return Values.truth(value.value(attributes));
        }

        @Override
        public void collect(Set<String> names) {
            value.collect(names);
        }
    }
}
