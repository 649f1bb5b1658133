package sinkmap.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sinkmap.catalog.Text;
import tools.jackson.databind.JsonNode;

/**
 * The columns of a table over things of one kind, in order.
 *
 * @param <T> what a row is of
 */
final class Columns<T> {

    private final List<String> names = new ArrayList<>();
    private final List<Function<T, Object>> values = new ArrayList<>();

    Columns<T> add(String name, Function<T, Object> value) {
        names.add(name);
        values.add(value);
        return this;
    }

    /** Columns that are named as the keys of a node that hold them. */
    Columns<T> keys(Function<T, JsonNode> node, String... keys) {
        for (String key : keys) {
            add(key, row -> value(node.apply(row).path(key)));
        }
        return this;
    }

    /** A title in its two languages. */
    Columns<T> title(String name, Function<T, JsonNode> title) {
        return add(name + "_zh", row -> value(title.apply(row).path("zh")))
                .add(name + "_en", row -> value(title.apply(row).path("en")));
    }

    Table table(String name, String zh, String en, Supplier<Stream<T>> rows) {
        return new Table(
                name, new Text(zh, en), List.copyOf(names), () -> rows.get().map(this::row));
    }

    private Object[] row(T of) {
        return values.stream().map(value -> value.apply(of)).toArray();
    }

    /** A leaf as a value of a table; a list as its values between semicolons; null for what is not there. */
    static Object value(JsonNode node) {
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            return String.join(
                    "; ", StoredAccount.list(node).map(n -> n.asString("")).toList());
        }
        return node.isString() ? node.stringValue() : null;
    }
}
