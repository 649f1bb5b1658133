package sinkmap.catalog;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Turns a file into a tree of SnakeYAML nodes and refuses what the YAML of this project never needs: duplicate keys,
 * keys that are not text, tags of one's own, several documents, and references to maps or lists.
 */
final class YamlParser {

    private static final int LONGEST_FILE = 1_000_000;

    private final Path file;
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlParser(Path file) {
        this.file = file;
    }

    static Node parse(Path file) {
        YamlParser parser = new YamlParser(file);
        Node root = parser.compose(parser.readText());
        if (root == null) {
            throw new LayerFileException(file, 0, "the file is empty");
        }
        parser.check(root);
        return root;
    }

    private String readText() {
        try {
            String text = Files.readString(file);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new LayerFileException(file, 0, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new LayerFileException(file, 0, "the file is not UTF-8; save it in that encoding");
        } catch (IOException e) {
            throw new LayerFileException(file, 0, "the file cannot be read (" + e.getMessage() + ")");
        }
    }

    private Node compose(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LONGEST_FILE);
        try {
            return new Yaml(options).compose(new StringReader(text));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            int line = mark == null ? 0 : mark.getLine() + 1;
            throw new LayerFileException(file, line, "broken YAML: " + explain(e));
        } catch (ReaderException e) {
            int line = (int) text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new LayerFileException(
                    file, line, String.format("character U+%04X is not allowed in YAML", e.getCodePoint()));
        } catch (YAMLException e) {
            throw new LayerFileException(file, 0, "broken YAML: " + e.getMessage());
        }
    }

    private static String explain(MarkedYAMLException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("\\t")) {
            return "a tab stands here; indent with spaces";
        }
        return e.getContext() == null ? problem : problem + " (" + e.getContext() + ")";
    }

    private void check(Node node) {
        if (!node.getTag().startsWith(Tag.PREFIX)) {
            throw error(node, "the tag " + node.getTag() + " is not supported; write plain values");
        }
        if (node instanceof CollectionNode<?> && !seen.add(node)) {
            throw error(node, "a map or list is referred to twice by an alias (*); write it out where it is needed");
        }
        if (node instanceof MappingNode map) {
            checkMap(map);
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(this::check);
        }
    }

    private void checkMap(MappingNode map) {
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple entry : map.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw error(entry.getKeyNode(), "a key must be a plain word");
            }
            Integer earlier = lines.put(key.getValue(), key.getStartMark().getLine() + 1);
            if (earlier != null) {
                throw error(key, "key '" + key.getValue() + "' stands twice; first in line " + earlier);
            }
            check(entry.getValueNode());
        }
    }

    private LayerFileException error(Node node, String message) {
        return new LayerFileException(file, node.getStartMark().getLine() + 1, message);
    }
}
