package sinkmap.ogc.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML to a stream. Names are written as given; texts and values are escaped. */
final class HtmlOut {

    private final Writer out;
    private final Deque<String> open = new ArrayDeque<>();

    HtmlOut(Writer out) {
        this.out = out;
        write("<!doctype html>\n");
    }

    /** Opens an element with attributes given as name, value, name, value; a null value leaves its attribute out. */
    HtmlOut open(String name, String... attributes) {
        start(name, attributes);
        open.push(name);
        return this;
    }

    HtmlOut close() {
        write("</" + open.pop() + ">");
        return this;
    }

    HtmlOut text(String text) {
        write(escape(text));
        return this;
    }

    /** An element that holds a text. */
    HtmlOut element(String name, String text, String... attributes) {
        return open(name, attributes).text(text == null ? "" : text).close();
    }

    /** An element without content and end, such as {@code meta}. */
    HtmlOut single(String name, String... attributes) {
        start(name, attributes);
        return this;
    }

    private void start(String name, String... attributes) {
        StringBuilder tag = new StringBuilder("<").append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                tag.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(escape(attributes[i + 1]))
                        .append('"');
            }
        }
        write(tag.append('>').toString());
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\0' -> escaped.append('\uFFFD');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
