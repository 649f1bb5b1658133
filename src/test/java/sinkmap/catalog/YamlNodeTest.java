package sinkmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.grid.SinkmapException;

class YamlNodeTest {

    @TempDir
    Path directory;

    @Test
    void readsValuesOfEveryKind() throws IOException {
        YamlNode node = read("""
                id: 07
                title: {zh: 盐沼, en: Salt marsh}
                weight: -1.5e-3
                rows: 12
                draft: true
                role: sink
                curve: [[3, 0], [4, 0.03]]
                """);

        assertThat(node.text("id")).isEqualTo("07");
        assertThat(node.bilingual("title")).isEqualTo(new Text("盐沼", "Salt marsh"));
        assertThat(node.number("weight")).isEqualTo(-0.0015);
        assertThat(node.integer("rows")).isEqualTo(12);
        assertThat(node.flag("draft", false)).isTrue();
        assertThat(node.choice("role", Role.class)).isEqualTo(Role.SINK);
        assertThat(node.list("curve").get(1).items().get(1).asNumber()).isEqualTo(0.03);
    }

    @Test
    void absentKeysAreEmptyWhereTheyMayBe() throws IOException {
        YamlNode node = read("id: a\n");

        assertThat(node.findText("note")).isEmpty();
        assertThat(node.findNumber("x")).isEmpty();
        assertThat(node.findList("list")).isEmpty();
        assertThat(node.flag("editable", true)).isTrue();
    }

    @Test
    void misspeltKeyIsNamedWithItsLineAndWhatWasMeant() {
        assertError("id: a\n\nbufer: 3\n", node -> node.only("id", "buffer"))
                .hasMessage(file() + ":3: unknown key 'bufer'; did you mean 'buffer'?");
    }

    @Test
    void unknownKeyWithNothingNearListsTheKnownOnes() {
        assertError("id: a\ncolour: red\n", node -> node.only("id", "title"))
                .hasMessage(file() + ":2: unknown key 'colour'; known: id, title");
    }

    @Test
    void missingKeyIsReportedAtTheElementThatLacksIt() {
        assertError(
                        "list:\n  - {id: a}\n  - {name: b}\n",
                        node -> node.list("list").get(1).text("id"))
                .hasMessage(file() + ":3: key 'id' is missing");
    }

    @Test
    void missingKeyMentionsAMisspeltOne() {
        assertError("titel: a\n", node -> node.text("title"))
                .hasMessage(file() + ":1: key 'title' is missing; here stands 'titel'");
    }

    @Test
    void keyWithoutValueIsAnError() {
        assertError("id: a\ncrs:\n", node -> node.findText("crs"))
                .hasMessage(file() + ":2: 'crs' has no value; give one or take the key out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "'3'", "010", "0x1F", "1:30", "1_000", ".inf", ".nan", "1e999", "[3]", "{a: 3}"})
    void whatIsNoPlainNumberIsRefused(String value) {
        assertError("id: a\nweight: " + value + "\n", node -> node.number("weight"))
                .hasMessageStartingWith(file() + ":2: 'weight' must be a number, not ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "12345678901", "many"})
    void whatIsNoWholeNumberIsRefused(String value) {
        assertError("rows: " + value + "\n", node -> node.integer("rows"))
                .hasMessage(file() + ":1: 'rows' must be a whole number, not '" + value + "'");
    }

    @Test
    void yesIsNeitherTrueNorFalse() {
        assertError("draft: yes\n", node -> node.flag("draft", false))
                .hasMessage(file() + ":1: 'draft' must be true or false, not 'yes'");
    }

    @Test
    void wordOutsideAnEnumIsReportedWithTheNearestOne() {
        assertError("role: sinks\n", node -> node.choice("role", Role.class))
                .hasMessage(file() + ":1: 'role' cannot be 'sinks'; did you mean 'sink'?");
    }

    @Test
    void listWhereTextIsWantedAndTextWhereAListIsWanted() {
        assertError("id: [a]\n", node -> node.text("id")).hasMessage(file() + ":1: 'id' must be text, not a list");
        assertError("id: a\n", node -> node.list("id")).hasMessage(file() + ":1: 'id' must be a list, not 'a'");
        assertError("id: a\n", node -> node.node("id").text("x"))
                .hasMessage(file() + ":1: 'id' must be keys with values, not 'a'");
    }

    @Test
    void exactlyOneOfSeveralKeys() throws IOException {
        assertThat(read("any: []\nx: 1\n").oneOf("any", "all")).isEqualTo("any");
        assertError("any: []\nall: []\n", node -> node.oneOf("any", "all"))
                .hasMessage(file() + ":1: only one of these keys may be given: any, all");
        assertError("al: []\n", node -> node.oneOf("any", "all"))
                .hasMessage(file() + ":1: one of these keys is needed: any, all; here stands al");
    }

    @Test
    void ownerOfTheRecordReportsLaterErrorsAtTheLineOfTheElement() {
        assertError("criteria:\n  - value:\n      layer: wnd\n", node -> {
                    YamlNode layer = node.list("criteria").get(0).node("value").node("layer");
                    throw layer.error("there is no layer '" + layer.asText() + "'");
                })
                .hasMessage(file() + ":3: there is no layer 'wnd'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a\\nid: b\\n                  | :2: key 'id' stands twice; first in line 1",
                "a: {b: 1,\\n c: 2, b: 3}\\n       | :2: key 'b' stands twice; first in line 1",
                "id: a\\n\\ttitle: b\\n            | :2: broken YAML: a tab stands here; indent with spaces",
                "id: a\\nb: [1, 2\\nc: 3\\n        | :3: broken YAML: ",
                "id: 'a\\n                         | :2: broken YAML: ",
                "a: b: c\\n                        | :1: broken YAML: mapping values are not allowed here",
                "id: a\\n---\\nid: b\\n            | :2: broken YAML: ",
                "a: &x [1]\\nb: *x\\n              | :1: a map or list is referred to twice by an alias (*)",
                "a: &x [*x]\\n                     | :1: a map or list is referred to twice by an alias (*)",
                "a: !!java.net.URL [x]\\n          | :1: broken YAML: Global tag is not allowed",
                "a: !mine b\\n                     | :1: the tag !mine is not supported",
                "- a\\n                            | :1: the file must hold keys with values",
                "? [a]\\n: b\\n                    | :1: a key must be a plain word",
                "# only a comment\\n               | : the file is empty",
                "''                                | : the file is empty",
            })
    void brokenFileIsReportedWithItsLine(String content, String message) {
        assertError(content.replace("\\n", "\n").replace("\\t", "\t"), node -> {})
                .hasMessageStartingWith(file() + message);
    }

    @Test
    void controlCharacterIsReportedWithItsLine() {
        assertError("id: a\nb: \u0007\n", node -> {})
                .hasMessage(file() + ":2: character U+0007 is not allowed in YAML");
    }

    @Test
    void fileThatIsNotUtf8IsRefused() throws IOException {
        Files.write(file(), "title: 盐沼\n".getBytes(Charset.forName("GB18030")));

        assertThatThrownBy(() -> YamlNode.read(file()))
                .isInstanceOf(SinkmapException.class)
                .hasMessage(file() + ": the file is not UTF-8; save it in that encoding");
    }

    @Test
    void byteOrderMarkIsSkipped() throws IOException {
        assertThat(read("\uFEFFid: a\n").text("id")).isEqualTo("a");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> YamlNode.read(directory.resolve("none.yaml")))
                .hasMessage(directory.resolve("none.yaml") + ": there is no such file");
    }

    @Test
    void deepNestingIsAnErrorAndNotAnOverflow() {
        assertError("a: " + "[".repeat(20_000) + "]".repeat(20_000), node -> {}).hasMessageStartingWith(file() + "");
    }

    private Path file() {
        return directory.resolve("forest.yaml");
    }

    private YamlNode read(String content) throws IOException {
        Files.writeString(file(), content, StandardCharsets.UTF_8);
        return YamlNode.read(file());
    }

    private AbstractThrowableAssert<?, ?> assertError(String content, Consumer<YamlNode> reading) {
        return assertThatThrownBy(() -> reading.accept(read(content))).isInstanceOf(LayerFileException.class);
    }
}
