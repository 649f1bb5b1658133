package sinkmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page speaks both languages in full: no key is missing, empty, unused or without its placeholders. */
class PageTextsTest {

    private static final Path PAGE = Path.of("src/main/resources/static");
    private static final Pattern ENTRY =
            Pattern.compile("^    '([^']+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    private static final Pattern USED = Pattern.compile("\\bt\\('([^']+)'[,)]|data-(?:text|label)=\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("'([a-z][A-Za-z-]*(?:\\.[A-Za-z0-9-]+)+)'");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    /** Keys that are put together from a part of the data or of the code. */
    private static final List<String> OPEN = List.of(
            "unit.",
            "pool.",
            "verification.",
            "set.",
            "confidence.",
            "operator.",
            "trackable.",
            "technology.",
            "quality.",
            "kind.",
            "column.",
            "targets.",
            "stage.");

    @Test
    void everyTextStandsInBothLanguages() throws IOException {
        assertThat(texts("zh").keySet()).isNotEmpty().isEqualTo(texts("en").keySet());
    }

    @Test
    void noTextIsEmpty() throws IOException {
        assertThat(texts("zh").values()).noneMatch(String::isBlank);
        assertThat(texts("en").values()).noneMatch(String::isBlank);
    }

    @Test
    void bothLanguagesFillInTheSameValues() throws IOException {
        Map<String, String> english = texts("en");
        texts("zh")
                .forEach((key, chinese) ->
                        assertThat(placeholders(chinese)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @Test
    void chineseTextsAreChinese() throws IOException {
        texts("zh").forEach((key, text) -> {
            if (!key.startsWith("unit.") && !key.startsWith("operator.")) {
                assertThat(text).as(key).containsPattern("[\\p{IsHan}、]");
            }
        });
    }

    @Test
    void everyTextThatThePageAsksForExists() throws IOException {
        assertThat(texts("en").keySet()).containsAll(usedKeys());
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> used = usedKeys();
        used.addAll(matches(QUOTED));
        assertThat(texts("en").keySet())
                .filteredOn(key -> OPEN.stream().noneMatch(key::startsWith))
                .allMatch(used::contains);
    }

    @Test
    void thePageCarriesNoInlineScriptOrStyle() throws IOException {
        String page = Files.readString(PAGE.resolve("index.html"));
        assertThat(page).doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=)|<style|\\sstyle=|\\son[a-z]+=|https?://");
    }

    @Test
    void thePageNeverReadsDataAsMarkup() throws IOException {
        for (Path script : scripts()) {
            assertThat(Files.readString(script))
                    .as(script.toString())
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
        }
    }

    private static Map<String, String> texts(String language) throws IOException {
        String file = Files.readString(PAGE.resolve("js/texts.js"));
        int start = file.indexOf("\n  " + language + ": {");
        Matcher entry = ENTRY.matcher(file.substring(start, file.indexOf("\n  },", start)));
        Map<String, String> texts = new TreeMap<>();
        while (entry.find()) {
            assertThat(texts.put(entry.group(1), entry.group(2)))
                    .as("second text of " + entry.group(1))
                    .isNull();
        }
        return texts;
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().forEach(result -> names.add(result.group(1)));
        return names;
    }

    private static Set<String> usedKeys() throws IOException {
        return matches(USED);
    }

    private static Set<String> matches(Pattern pattern) throws IOException {
        Set<String> keys = new TreeSet<>();
        List<Path> sources = Stream.concat(scripts().stream(), Stream.of(PAGE.resolve("index.html")))
                .toList();
        for (Path source : sources) {
            pattern.matcher(Files.readString(source))
                    .results()
                    .forEach(result -> keys.add(
                            result.group(1) != null || result.groupCount() == 1 ? result.group(1) : result.group(2)));
        }
        return keys;
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(PAGE.resolve("js"))) {
            return files.filter(file -> !file.endsWith("texts.js")).sorted().toList();
        }
    }
}
