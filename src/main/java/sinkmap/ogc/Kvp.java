package sinkmap.ogc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a key-value request. Names are matched in any case; a blank value counts as absent. A parameter that
 * is given twice with different values is an error, because nobody can tell which one was meant.
 */
public final class Kvp {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private final Map<String, String> values;

    private Kvp(Map<String, String> values) {
        this.values = values;
    }

    public static Kvp of(Map<String, String[]> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, given) -> {
            String key = name.toUpperCase(Locale.ROOT);
            for (String value : given) {
                String before = values.putIfAbsent(key, value.strip());
                if (before != null && !before.equals(value.strip())) {
                    throw OwsException.invalid(key, "parameter " + key + " is given twice with different values");
                }
            }
        });
        return new Kvp(values);
    }

    /** The value, stripped; empty when absent or blank. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** The value; {@code MissingParameterValue} when absent or blank. */
    public String get(String name) {
        return find(name).orElseThrow(() -> OwsException.missing(name));
    }

    public String get(String name, String fallback) {
        return find(name).orElse(fallback);
    }

    /** The first of several names that has a value. */
    public Optional<String> findAny(String... names) {
        return Arrays.stream(names).flatMap(name -> find(name).stream()).findFirst();
    }

    public int getInt(String name) {
        return toInt(name, get(name));
    }

    public int getInt(String name, int fallback) {
        return find(name).map(value -> toInt(name, value)).orElse(fallback);
    }

    public boolean getBoolean(String name) {
        return find(name).map(value -> toBoolean(name, value)).orElse(false);
    }

    /** The parts between commas, stripped; a part may be empty. No part when absent or blank. */
    public List<String> list(String name) {
        return find(name)
                .map(value ->
                        Arrays.stream(value.split(",", -1)).map(String::strip).toList())
                .orElse(List.of());
    }

    /** The parameters with some of them set anew. */
    public Kvp with(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(changes);
        return new Kvp(all);
    }

    /** The parameters as an encoded query with some of them set anew. */
    public String query(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(changes);
        return all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A number as clients write it; empty for any other text, for NaN and for what is too great to be a number. */
    public static OptionalDouble number(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static int toInt(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw OwsException.invalid(name, "parameter " + name + " must be a whole number, not '" + value + "'");
        }
    }

    private static boolean toBoolean(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw OwsException.invalid(name, "parameter " + name + " must be TRUE or FALSE, not '" + value + "'");
        };
    }
}
