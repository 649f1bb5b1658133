package sinkmap.ogc.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sinkmap.grid.SinkmapException;

/** The words of a filter written as CQL2 text (OGC 21-065r2, annex B). */
final class Cql2Tokens {

    enum Kind {
        /** A word without quotes: keyword, function or property. */
        WORD,
        /** A property in double quotes. */
        NAME,
        /** A text in single quotes. */
        TEXT,
        NUMBER,
        SIGN,
        END
    }

    /**
     * A token.
     *
     * @param text its meaning, without quotes
     * @param start where it begins in the filter
     * @param end where it ends, exclusive
     */
    record Token(Kind kind, String text, int start, int end) {

        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern BLANK = Pattern.compile("\\s+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_:][\\p{L}\\p{M}\\p{N}_:.-]*");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern SIGN = Pattern.compile("<>|<=|>=|[<>=(),+*/%^-]");
    private static final Pattern NAME = Pattern.compile("\"((?:[^\"]|\"\")*+)\"");
    private static final Pattern TEXT = Pattern.compile("'((?:[^'\\\\]|''|\\\\.)*+)'", Pattern.DOTALL);

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Cql2Tokens(String source) {
        this.source = source;
        int at = 0;
        while (at < source.length()) {
            at = token(at);
        }
        tokens.add(new Token(Kind.END, "the end", source.length(), source.length()));
    }

    private int token(int at) {
        Matcher blank = BLANK.matcher(source).region(at, source.length());
        if (blank.lookingAt()) {
            return blank.end();
        }
        char first = source.charAt(at);
        if (first == '\'') {
            Token text = read(TEXT, Kind.TEXT, at);
            String plain = text.text().replace("''", "'").replace("\\'", "'");
            return add(new Token(Kind.TEXT, plain, at, text.end()));
        }
        if (first == '"') {
            Token name = read(NAME, Kind.NAME, at);
            return add(new Token(Kind.NAME, name.text().replace("\"\"", "\""), at, name.end()));
        }
        boolean number = Character.isDigit(first) || first == '.';
        boolean word = Character.isLetter(first) || first == '_' || first == ':';
        return add(
                number ? read(NUMBER, Kind.NUMBER, at) : word ? read(WORD, Kind.WORD, at) : read(SIGN, Kind.SIGN, at));
    }

    private Token read(Pattern pattern, Kind kind, int at) {
        Matcher matcher = pattern.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            throw new SinkmapException("character " + (at + 1) + ", '" + source.charAt(at) + "', is not understood");
        }
        return new Token(kind, matcher.group(matcher.groupCount()), at, matcher.end());
    }

    private int add(Token token) {
        tokens.add(token);
        return token.end();
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    /** Passes over a word or sign if it comes next. */
    boolean skip(String word) {
        boolean there = peek().is(word);
        if (there) {
            take();
        }
        return there;
    }

    void expect(String word) {
        if (!skip(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    /** Passes over the next token, which must be of that kind, and returns it. */
    Token expect(Kind kind, String what) {
        if (peek().kind() != kind) {
            throw unexpected(what);
        }
        return take();
    }

    /** Passes over a function name or geometry with its brackets and returns it as it is written. */
    String takeBracketed(int deepest) {
        int start = peek().start();
        int depth = 0;
        Token token;
        do {
            token = take();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.kind() == Kind.END || depth > deepest) {
                throw new SinkmapException(
                        "the brackets from character " + (start + 1) + " on are not closed or nested too deep");
            }
        } while (depth > 0 || !Set.of(")", "EMPTY").contains(token.text().toUpperCase(java.util.Locale.ROOT)));
        return source.substring(start, token.end());
    }

    SinkmapException unexpected(String wanted) {
        return new SinkmapException(
                "at character " + (peek().start() + 1) + " " + wanted + " is expected, not '" + peek().text() + "'");
    }
}
