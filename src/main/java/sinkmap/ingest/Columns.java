package sinkmap.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Suggestion;

/**
 * Which column of a file fills which attribute: the one that the options map to it, else the one of its name, letter
 * case, blanks and hyphens not counted. In formats that cut names to ten bytes, the cut name will do. Columns come to be
 * known as rows are read, since not every format has a header.
 */
final class Columns {

    private static final int CUT = 10;

    private final FeatureLayer layer;
    private final String file;
    private final boolean cut;
    private final Map<String, String> mapped = new HashMap<>();
    private final Map<String, String> wanted = new LinkedHashMap<>();
    private final Map<String, Optional<Attribute>> known = new HashMap<>();
    private final Map<String, String> filledBy = new HashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> seen = new HashSet<>();

    Columns(FeatureLayer layer, Map<String, String> map, boolean cut, String file) {
        this.layer = layer;
        this.cut = cut;
        this.file = file;
        List<String> names = layer.attributes().stream().map(Attribute::name).toList();
        map.forEach((column, attribute) -> {
            if (!names.contains(attribute)) {
                throw new IngestException("layer " + layer.id() + " has no attribute '" + attribute
                        + "' to map the column '" + column + "' to" + Suggestion.among(attribute, names));
            }
            mapped.put(column.toLowerCase(Locale.ROOT), attribute);
            wanted.put(column.toLowerCase(Locale.ROOT), column);
        });
    }

    /** The attribute that a column fills; empty for none. */
    Optional<Attribute> find(String column) {
        Optional<Attribute> attribute = known.get(column);
        if (attribute == null) {
            attribute = match(column);
            known.put(column, attribute);
        }
        return attribute;
    }

    private Optional<Attribute> match(String column) {
        String plain = column.toLowerCase(Locale.ROOT);
        seen.add(plain);
        String name = mapped.get(plain);
        Optional<Attribute> attribute = name != null ? layer.findAttribute(name) : byName(plain);
        if (attribute.isEmpty()
                || (name == null && mapped.containsValue(attribute.get().name()))) {
            ignored.add(column);
            return Optional.empty();
        }
        String other = filledBy.putIfAbsent(attribute.get().name(), column);
        if (other != null && !other.equals(column)) {
            throw new IngestException(file + ": the columns '" + other + "' and '" + column
                    + "' would both fill the attribute " + attribute.get().name() + "; say which one with --map");
        }
        return attribute;
    }

    private Optional<Attribute> byName(String column) {
        String name = column.strip().replace(' ', '_').replace('-', '_');
        Optional<Attribute> exact = layer.findAttribute(name);
        if (exact.isPresent() || !cut || name.length() < CUT) {
            return exact;
        }
        List<Attribute> begins = layer.attributes().stream()
                .filter(a -> a.name().length() > CUT && a.name().startsWith(name))
                .toList();
        return begins.size() == 1 ? Optional.of(begins.get(0)) : Optional.empty();
    }

    /** Columns that fill nothing, in the order of the file. */
    List<String> ignored() {
        return new ArrayList<>(ignored);
    }

    /** Attributes for which no column was found. */
    List<String> unfilled() {
        return layer.attributes().stream()
                .map(Attribute::name)
                .filter(name -> !filledBy.containsKey(name))
                .toList();
    }

    /** Checks at the end that every column that the options name was there. */
    void verify() {
        for (Map.Entry<String, String> column : wanted.entrySet()) {
            if (!seen.contains(column.getKey())) {
                throw new IngestException(file + " has no column '" + column.getValue() + "', which the options map to "
                        + mapped.get(column.getKey()) + Suggestion.among(column.getValue(), known.keySet()));
            }
        }
    }
}
