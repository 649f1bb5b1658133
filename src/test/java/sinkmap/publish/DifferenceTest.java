package sinkmap.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DifferenceTest {

    private static List<String> between(String wanted, String shown) {
        JsonMapper mapper = JsonMapper.shared();
        return Difference.of(mapper.readTree(wanted.replace('\'', '"')), mapper.readTree(shown.replace('\'', '"')));
    }

    @Test
    void whatIsNotWantedIsNotCompared() {
        assertThat(between("{'a': {'b': 1}}", "{'a': {'b': 1, 'c': 2}, 'd': 3}"))
                .isEmpty();
    }

    @Test
    void everyPlaceThatDiffersIsNamed() {
        assertThat(between("{'a': {'b': 1, 'c': 'x', 'd': true}}", "{'a': {'b': 2, 'd': false}}"))
                .containsExactly("a.b", "a.c", "a.d");
    }

    @Test
    void aListOfOneMayBeShownAsItsElement() {
        assertThat(between("{'string': ['sink']}", "{'string': 'sink'}")).isEmpty();
        assertThat(between("{'string': ['sink', 'site']}", "{'string': 'sink'}"))
                .containsExactly("string");
    }

    @Test
    void textsHaveNoOrderButLayersDo() {
        assertThat(between("{'word': ['b', 'a']}", "{'word': ['a', 'b']}")).isEmpty();
        assertThat(between("{'layer': [{'name': 'b'}, {'name': 'a'}]}", "{'layer': [{'name': 'a'}, {'name': 'b'}]}"))
                .containsExactly("layer[0].name", "layer[1].name");
    }

    @Test
    void entriesAreFoundByTheirKeyWhateverTheirOrder() {
        String wanted = "{'entry': [{'@key': 'host', '$': 'db'}, {'@key': 'port', '$': '5432'}]}";
        assertThat(between(
                        wanted,
                        "{'entry': [{'@key': 'port', '$': 5432}, {'@key': 'x', '$': 1}, {'@key': 'host', '$': 'db'}]}"))
                .isEmpty();
        assertThat(between(wanted, "{'entry': {'@key': 'host', '$': 'other'}}"))
                .containsExactly("entry.host.$", "entry.port.@key", "entry.port.$");
    }

    @Test
    void numbersCountByValueAndTextsWithoutTheBlanksAroundThem() {
        assertThat(between("{'x': 120.5, 'sql': 'SELECT 1'}", "{'x': '120.50', 'sql': 'SELECT 1\\n'}"))
                .isEmpty();
        assertThat(between("{'x': 120.5}", "{'x': 120.51}")).containsExactly("x");
    }

    @Test
    void anEmptyTextIsAsGoodAsNone() {
        assertThat(between("{'fees': ''}", "{}")).isEmpty();
        assertThat(between("{'fees': 'none'}", "{}")).containsExactly("fees");
    }
}
