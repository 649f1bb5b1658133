package sinkmap.ogc.style;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A value in a style that may depend on a feature: a literal, an attribute, or a function of the closed list in {@link
 * Functions}. Values are {@code String}, {@code Double}, {@code Long}, {@code Boolean}, dates, or null for a missing one.
 */
sealed interface Expression {

    /** The value for a feature. */
    Object value(Map<String, Object> attributes);

    /** Adds the names of the attributes that the value depends on. */
    void collect(Set<String> names);

    /** Whether the value is the same for every feature. */
    default boolean constant() {
        return this instanceof Literal;
    }

    /** A literal; text as it stands in the document. */
    static Expression of(Object value) {
        return new Literal(value);
    }

    /** A call; worked out at once when no argument depends on a feature. */
    static Expression call(Functions.Function function, List<Expression> arguments) {
        Call call = new Call(function, List.copyOf(arguments));
        return arguments.stream().allMatch(Expression::constant) ? new Literal(call.value(Map.of())) : call;
    }

    /** A value that stands in the document. */
    record Literal(Object value) implements Expression {
        @Override
        public Object value(Map<String, Object> attributes) {
            return value;
        }

        @Override
        public void collect(Set<String> names) {}
    }

    /** An attribute's value. */
    record Property(String name) implements Expression {
        @Override
        public Object value(Map<String, Object> attributes) {
            return attributes.get(name);
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }
    }

    /** A function of other values. */
    record Call(Functions.Function function, List<Expression> arguments) implements Expression {
        @Override
        public Object value(Map<String, Object> attributes) {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).value(attributes);
            }
            return function.apply(values);
        }

        @Override
        public void collect(Set<String> names) {
            arguments.forEach(argument -> argument.collect(names));
        }
    }
}
