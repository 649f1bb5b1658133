package sinkmap.ogc.style;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import sinkmap.ogc.XmlElement;

/** The {@code VendorOption} elements of GeoServer in a symbolizer. One that nobody has asked for is an error. */
final class VendorOptions {

    private final Map<String, XmlElement> options = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();

    private VendorOptions() {}

    static VendorOptions of(XmlElement symbolizer) {
        VendorOptions result = new VendorOptions();
        for (XmlElement option : symbolizer.children("VendorOption")) {
            result.options.put(option.findAttribute("name").orElse(""), option);
        }
        return result;
    }

    private XmlElement find(String name) {
        read.add(name);
        return options.get(name);
    }

    boolean truth(String name, boolean fallback) {
        XmlElement e = find(name);
        if (e == null) {
            return fallback;
        }
        return Sld.truth(ExpressionXml.word(e, "true", "false", "yes", "no", "1", "0"));
    }

    double number(String name, double fallback) {
        XmlElement e = find(name);
        return e == null ? fallback : ExpressionXml.constant(e);
    }

    /** One of some words. */
    String word(String name, String fallback, String... words) {
        XmlElement e = find(name);
        return e == null ? fallback : ExpressionXml.word(e, words);
    }

    /** One, two or four numbers, as in CSS: top, right, bottom, left; empty when the option is not there. */
    List<Double> margins(String name) {
        XmlElement e = find(name);
        if (e == null) {
            return List.of();
        }
        List<Double> numbers;
        try {
            numbers = Stream.of(e.text().split("[\\s,]+")).map(Double::valueOf).toList();
        } catch (NumberFormatException problem) {
            throw Sld.fault(e, "'" + name + "' must hold numbers, not '" + e.text() + "'");
        }
        return switch (numbers.size()) {
            case 1 -> List.of(numbers.get(0), numbers.get(0), numbers.get(0), numbers.get(0));
            case 2 -> List.of(numbers.get(0), numbers.get(1), numbers.get(0), numbers.get(1));
            case 3 -> List.of(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(1));
            case 4 -> numbers;
            default -> throw Sld.fault(e, "'" + name + "' must hold one to four numbers");
        };
    }

    /** An error names an option that was not asked for. */
    void requireAllRead() {
        options.forEach((name, e) -> {
            if (!read.contains(name)) {
                throw Sld.fault(
                        e,
                        "'" + name + "' is not supported for this symbolizer; known: "
                                + String.join(", ", read.stream().sorted().toList()));
            }
        });
    }
}
