package sinkmap.ogc.style;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that styles may call: a closed list of pure functions of their arguments, named as in GeoServer's function
 * reference. None reads files, the environment, classes or the network; a name that is not listed is an error of the style.
 */
final class Functions {

    /** A pure function; a missing value among the arguments is null. */
    @FunctionalInterface
    interface Function {
        Object apply(Object[] arguments);
    }

    /**
     * A function and how many arguments it takes.
     *
     * @param least fewest arguments
     * @param most most arguments
     */
    record Entry(Function function, int least, int most) {}

    /** Any number of arguments. */
    static final int ANY = 1000;

    private static final Map<String, Entry> ALL = new HashMap<>();

    static {
        NumberFunctions.addTo(ALL);
        TextFunctions.addTo(ALL);
        ChoiceFunctions.addTo(ALL);
    }

    private Functions() {}

    static Optional<Entry> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static java.util.Set<String> names() {
        return java.util.Set.copyOf(ALL.keySet());
    }
}
