package sinkmap.ogc.style;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Arithmetic. A missing or non-numeric argument makes the result missing, as does a division by zero. */
final class NumberFunctions {

    private NumberFunctions() {}

    static void addTo(Map<String, Functions.Entry> all) {
        for (String name : new String[] {"abs", "abs_2", "abs_3", "abs_4"}) {
            one(all, name, Math::abs);
        }
        one(all, "ceil", Math::ceil);
        one(all, "floor", Math::floor);
        one(all, "round", x -> Math.floor(x + 0.5));
        one(all, "roundDouble", x -> Math.floor(x + 0.5));
        one(all, "rint", Math::rint);
        one(all, "sqrt", Math::sqrt);
        one(all, "exp", Math::exp);
        one(all, "log", Math::log);
        one(all, "sin", Math::sin);
        one(all, "cos", Math::cos);
        one(all, "tan", Math::tan);
        one(all, "atan", Math::atan);
        one(all, "toDegrees", Math::toDegrees);
        one(all, "toRadians", Math::toRadians);
        one(all, "parseDouble", x -> x);
        one(all, "parseInt", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        one(all, "parseLong", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
        two(all, "pow", Math::pow);
        two(all, "atan2", Math::atan2);
        two(all, "IEEEremainder", Math::IEEEremainder);
        two(all, "modulo", (a, b) -> b == 0 ? Double.NaN : Math.floorMod((long) a, (long) b));
        for (String name : new String[] {"min", "min_2", "min_3", "min_4"}) {
            two(all, name, Math::min);
        }
        for (String name : new String[] {"max", "max_2", "max_3", "max_4"}) {
            two(all, name, Math::max);
        }
        all.put("pi", new Functions.Entry(a -> Math.PI, 0, 0));
    }

    private static void one(Map<String, Functions.Entry> all, String name, DoubleUnaryOperator body) {
        all.put(name, new Functions.Entry(a -> result(a, x -> body.applyAsDouble(x[0])), 1, 1));
    }

    private static void two(Map<String, Functions.Entry> all, String name, DoubleBinaryOperator body) {
        all.put(name, new Functions.Entry(arithmetic(body), 2, 2));
    }

    /** A function of two numbers. */
    static Functions.Function arithmetic(DoubleBinaryOperator body) {
        return a -> result(a, x -> body.applyAsDouble(x[0], x[1]));
    }

    /** The arithmetic element of Filter Encoding (OGC 04-095, 8) of that name, or null. */
    static Functions.Function operator(String element) {
        return switch (element) {
            case "Add" -> arithmetic(Double::sum);
            case "Sub" -> arithmetic((a, b) -> a - b);
            case "Mul" -> arithmetic((a, b) -> a * b);
            case "Div" -> arithmetic((a, b) -> a / b);
            default -> null;
        };
    }

    private static Object result(Object[] arguments, java.util.function.ToDoubleFunction<double[]> body) {
        double[] numbers = new double[arguments.length];
        for (int i = 0; i < numbers.length; i++) {
            Double number = Values.number(arguments[i]);
            if (number == null) {
                return null;
            }
            numbers[i] = number;
        }
        double result = body.applyAsDouble(numbers);
        return Double.isFinite(result) ? (Object) result : null;
    }
}
