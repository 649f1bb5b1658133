package sinkmap.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import sinkmap.catalog.Text;
import tools.jackson.databind.JsonNode;

/**
 * An HTML page in one language, written as it is made. It is well-formed XML too. Texts and attribute values are escaped
 * here and nowhere else; characters that XML 1.0 does not allow become U+FFFD.
 */
final class Page {

    /** What stands where there is no number. */
    static final String NONE = "–";

    private final Writer out;
    private final Language language;
    private final Deque<String> open = new ArrayDeque<>();

    Page(Writer out, Language language) {
        this.out = out;
        this.language = language;
    }

    Language language() {
        return language;
    }

    /** Opens an element with attributes given as name, value, name, value. */
    Page open(String name, String... attributes) {
        begin(name, attributes).raw(">");
        open.push(name);
        return this;
    }

    Page close() {
        return raw("</").raw(open.pop()).raw(">");
    }

    /** An element that has no content by its nature, such as an image. */
    Page empty(String name, String... attributes) {
        return begin(name, attributes).raw("/>");
    }

    /** An element that holds a text. */
    Page element(String name, String text, String... attributes) {
        return open(name, attributes).text(text).close();
    }

    Page text(String text) {
        return raw(escaped(text));
    }

    /** Writes markup as it is: for constants of the program only. */
    Page raw(String markup) {
        try {
            out.write(markup);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page begin(String name, String... attributes) {
        raw("<").raw(name);
        for (int i = 0; i < attributes.length; i += 2) {
            raw(" ").raw(attributes[i]).raw("=\"").text(attributes[i + 1]).raw("\"");
        }
        return this;
    }

    /** A heading within a section. */
    Page part(String zh, String en) {
        return element("h3", say(zh, en));
    }

    /** A paragraph. */
    Page paragraph(String zh, String en) {
        return element("p", say(zh, en));
    }

    Page quiet(String zh, String en) {
        return element("p", say(zh, en), "class", "quiet");
    }

    Page note(String text) {
        return element("p", text, "class", "note");
    }

    String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    String say(Text text) {
        return language.say(text);
    }

    /** A title of the result in the language, in the other one where it is missing; empty when there is none. */
    String say(JsonNode title) {
        String other = language == Language.ZH ? "en" : "zh";
        return title.path(language.code()).asString(title.path(other).asString(""));
    }

    /** The part of a name "zh / en" in the language; the whole name when it is not bilingual. */
    String pick(String name) {
        int slash = name.indexOf(" / ");
        return slash < 0 ? name : say(name.substring(0, slash), name.substring(slash + 3));
    }

    /** Name of a stratum: its title, else layer and class. */
    String stratum(JsonNode stratum) {
        String title = say(stratum.path("title"));
        return title.isEmpty()
                ? (stratum.path("layer").asString("") + " "
                                + stratum.path("class").asString(""))
                        .strip()
                : title;
    }

    /** A number for people: from a hundred on without decimals, below with three digits. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        int decimals = size >= 99.95 || value == Math.rint(value) ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String number(JsonNode value) {
        return value.isNumber() ? number(value.doubleValue()) : NONE;
    }

    /** A number with all its digits, as an auditor compares it with its source. */
    static String exact(JsonNode value) {
        return value.isNumber() ? new BigDecimal(value.numberValue().toString()).toPlainString() : NONE;
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f %%", share * 100) : NONE;
    }

    static String interval(JsonNode of, String low, String high) {
        return of.path(low).isNumber() && of.path(high).isNumber()
                ? number(of.path(low)) + " – " + number(of.path(high))
                : NONE;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c < 0xFFFE
                || c > 0xFFFF;
    }
}
