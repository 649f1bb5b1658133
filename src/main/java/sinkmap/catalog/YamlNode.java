package sinkmap.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file that knows its file and line, read strictly: whatever is not as the reader expects is a
 * {@link LayerFileException} with file, line, key and, for misspelt words, what was meant.
 *
 * <p>A node is a map, a list or a scalar. Methods with a key read an entry of a map: the plain form ({@code text("id")})
 * requires it, the {@code find} form gives an empty result when the key is absent. A key without a value is always an
 * error. Readers name the keys they know with {@link #only}; what they find wrong later they report with
 * {@link #error}.
 */
public final class YamlNode {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]{1,3})?");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,8})");

    private final Path file;
    private final int line;
    private final String name;
    private final Node node;
    private final Map<String, YamlNode> entries = new LinkedHashMap<>();

    private YamlNode(Path file, int line, String name, Node node) {
        this.file = file;
        this.line = line;
        this.name = name;
        this.node = node;
        if (node instanceof MappingNode map) {
            for (NodeTuple entry : map.getValue()) {
                ScalarNode key = (ScalarNode) entry.getKeyNode();
                int keyLine = key.getStartMark().getLine() + 1;
                entries.put(key.getValue(), new YamlNode(file, keyLine, key.getValue(), entry.getValueNode()));
            }
        }
    }

    /** Reads a file whose content is a map. */
    public static YamlNode read(Path file) {
        Node root = YamlParser.parse(file);
        YamlNode top = new YamlNode(file, root.getStartMark().getLine() + 1, "the file", root);
        if (!top.isMap()) {
            throw top.error("the file must hold keys with values, such as 'id: name'");
        }
        return top;
    }

    /** The file that this node is in. */
    public Path file() {
        return file;
    }

    /** Line counted from 1: that of the key for an entry of a map, that of the value otherwise. */
    public int line() {
        return line;
    }

    /** The key of this entry, or the key of the list with the position in it ({@code criteria[2]}, counted from 1). */
    public String name() {
        return name;
    }

    /** An error about this node, for the caller to throw. The message says what is wrong and what to do. */
    public LayerFileException error(String message) {
        return new LayerFileException(file, line, message);
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    // ---- maps

    /** Refuses any key of this map but the ones named, and anything that is not a map. */
    public YamlNode only(String... keys) {
        List<String> known = Arrays.asList(keys);
        for (YamlNode entry : entries().values()) {
            if (!known.contains(entry.name)) {
                throw entry.error("unknown key '" + entry.name + "'" + Suggestion.among(entry.name, known));
            }
        }
        return this;
    }

    /** The one key of this map that is among {@code keys}; none or several of them are an error. */
    public String oneOf(String... keys) {
        List<String> found =
                Stream.of(keys).filter(key -> entries().containsKey(key)).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        String choices = String.join(", ", keys);
        throw error(
                found.isEmpty()
                        ? "one of these keys is needed: " + choices + unknownKeyHint(keys)
                        : "only one of these keys may be given: " + choices);
    }

    private String unknownKeyHint(String... keys) {
        return entries.isEmpty() ? "" : "; here stands " + String.join(", ", entries.keySet());
    }

    public boolean has(String key) {
        return entries().containsKey(key);
    }

    /** The keys of this map in the order of the file. */
    public Set<String> keys() {
        return entries().keySet();
    }

    /** The entry of that key. */
    public YamlNode node(String key) {
        return find(key).orElseThrow(() -> error("key '" + key + "' is missing" + nearMiss(key)));
    }

    /** The entry of that key, if there is one. */
    public Optional<YamlNode> find(String key) {
        YamlNode entry = entries().get(key);
        if (entry != null && entry.isNull()) {
            throw entry.error("'" + key + "' has no value; give one or take the key out");
        }
        return Optional.ofNullable(entry);
    }

    private String nearMiss(String key) {
        String hint = Suggestion.among(key, entries.keySet());
        return hint.startsWith("; did") ? "; here stands " + hint.substring(hint.indexOf('\''), hint.length() - 1) : "";
    }

    private Map<String, YamlNode> entries() {
        if (!isMap()) {
            throw wrong("keys with values");
        }
        return entries;
    }

    // ---- entries by type

    public String text(String key) {
        return node(key).asText();
    }

    public Optional<String> findText(String key) {
        return find(key).map(YamlNode::asText);
    }

    public double number(String key) {
        return node(key).asNumber();
    }

    public Optional<Double> findNumber(String key) {
        return find(key).map(YamlNode::asNumber);
    }

    public int integer(String key) {
        return node(key).asInteger();
    }

    public Optional<Integer> findInteger(String key) {
        return find(key).map(YamlNode::asInteger);
    }

    /** {@code true} or {@code false}; the default when the key is absent. */
    public boolean flag(String key, boolean otherwise) {
        return find(key).map(YamlNode::asFlag).orElse(otherwise);
    }

    /** One of the constants of an enum, written in lower case with hyphens. */
    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return node(key).asChoice(type);
    }

    public <E extends Enum<E>> Optional<E> findChoice(String key, Class<E> type) {
        return find(key).map(entry -> entry.asChoice(type));
    }

    /** A text in both languages: {@code {zh: ..., en: ...}}. */
    public Text bilingual(String key) {
        return node(key).asBilingual();
    }

    public Optional<Text> findBilingual(String key) {
        return find(key).map(YamlNode::asBilingual);
    }

    /** The items of a list that must be there and hold at least one. */
    public List<YamlNode> list(String key) {
        YamlNode list = node(key);
        List<YamlNode> items = list.items();
        if (items.isEmpty()) {
            throw list.error("'" + key + "' is an empty list");
        }
        return items;
    }

    /** The items of a list; none when the key is absent. */
    public List<YamlNode> findList(String key) {
        return find(key).map(YamlNode::items).orElse(List.of());
    }

    /** The items of a list, each turned into something; none when the key is absent. */
    public <T> List<T> findList(String key, Function<YamlNode, T> reader) {
        return findList(key).stream().map(reader).toList();
    }

    // ---- this node as a value

    /** The items of this list. */
    public List<YamlNode> items() {
        if (!(node instanceof SequenceNode list)) {
            throw wrong("a list");
        }
        List<YamlNode> items = new ArrayList<>();
        for (Node item : list.getValue()) {
            String itemName = name + "[" + (items.size() + 1) + "]";
            YamlNode child = new YamlNode(file, item.getStartMark().getLine() + 1, itemName, item);
            if (child.isNull()) {
                throw child.error("'" + itemName + "' has no value");
            }
            items.add(child);
        }
        return items;
    }

    /** This scalar as it is written, without surrounding blanks; never empty. */
    public String asText() {
        String text = scalar("text").strip();
        if (text.isEmpty()) {
            throw error("'" + name + "' is empty");
        }
        return text;
    }

    /** This scalar as a finite decimal number, not in quotes. */
    public double asNumber() {
        String text = scalar("a number");
        double number = plain() && NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw wrong("a number");
        }
        return number;
    }

    /** This scalar as a whole number of at most nine digits, not in quotes. */
    public int asInteger() {
        String text = scalar("a whole number");
        if (!plain() || !INTEGER.matcher(text).matches()) {
            throw wrong("a whole number");
        }
        return Integer.parseInt(text);
    }

    /** This scalar as {@code true} or {@code false}. */
    public boolean asFlag() {
        String text = scalar("true or false");
        if (!plain() || !(text.equals("true") || text.equals("false"))) {
            throw wrong("true or false");
        }
        return text.equals("true");
    }

    public <E extends Enum<E>> E asChoice(Class<E> type) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            choices.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        String text = asText();
        E choice = choices.get(text);
        if (choice == null) {
            throw error("'" + name + "' cannot be '" + text + "'" + Suggestion.among(text, choices.keySet()));
        }
        return choice;
    }

    public Text asBilingual() {
        only("zh", "en");
        return new Text(text("zh"), text("en"));
    }

    // ---- inside

    private boolean isNull() {
        return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
    }

    private boolean plain() {
        return ((ScalarNode) node).isPlain();
    }

    private String scalar(String expected) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(expected);
    }

    private LayerFileException wrong(String expected) {
        return error("'" + name + "' must be " + expected + ", not " + found());
    }

    private String found() {
        if (node instanceof ScalarNode scalar) {
            return (plain() ? "'" + scalar.getValue() + "'" : "the text \"" + scalar.getValue() + "\" in quotes");
        }
        return isList() ? "a list" : "keys with values";
    }
}
