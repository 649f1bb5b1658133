package sinkmap.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.geotools.api.filter.PropertyIsLike;
import sinkmap.grid.SinkmapException;

/** Patterns of LIKE, with the wildcards that the filter defines. */
public final class LikePattern {

    /** Stand among the characters of a pattern for any text and for any one character. */
    private static final int ANY_TEXT = -1;

    private static final int ANY_ONE = -2;

    /** Code points, or one of the two above; wildcards in a row are one. */
    private final List<Integer> signs = new ArrayList<>();

    public LikePattern(PropertyIsLike like) {
        this(like.getLiteral(), like);
    }

    /** Another pattern with the wildcards of a filter. */
    LikePattern(String pattern, PropertyIsLike like) {
        if (pattern.indexOf('\0') >= 0) {
            throw new SinkmapException("a pattern holds a NUL character; leave it out");
        }
        int at = 0;
        while (at < pattern.length()) {
            if (starts(pattern, at, like.getEscape()) && at + like.getEscape().length() < pattern.length()) {
                at += like.getEscape().length();
                at += plain(pattern.codePointAt(at));
            } else if (starts(pattern, at, like.getWildCard())) {
                at += like.getWildCard().length();
                if (signs.isEmpty() || signs.get(signs.size() - 1) != ANY_TEXT) {
                    signs.add(ANY_TEXT);
                }
            } else if (starts(pattern, at, like.getSingleChar())) {
                at += like.getSingleChar().length();
                signs.add(ANY_ONE);
            } else {
                at += plain(pattern.codePointAt(at));
            }
        }
    }

    private static boolean starts(String pattern, int at, String sign) {
        return sign != null && !sign.isEmpty() && pattern.startsWith(sign, at);
    }

    private int plain(int character) {
        signs.add(character);
        return Character.charCount(character);
    }

    /** How often any text is allowed. */
    long wildcards() {
        return signs.stream().filter(sign -> sign == ANY_TEXT).count();
    }

    /** The pattern with SQL's wildcards and {@code !} as the escape character. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        for (int sign : signs) {
            if (sign == ANY_TEXT || sign == ANY_ONE) {
                sql.append(sign == ANY_TEXT ? '%' : '_');
            } else {
                if (sign == '%' || sign == '_' || sign == '!') {
                    sql.append('!');
                }
                sql.appendCodePoint(sign);
            }
        }
        return sql.toString();
    }

    /**
     * The pattern as a regular expression for a whole text. What stands between two wildcards is looked for once, at its
     * first place, and not again (an atomic group): the time is that of the text's length times the pattern's, whatever
     * the pattern.
     */
    public String regex() {
        StringBuilder regex = new StringBuilder("(?s)\\A");
        StringBuilder part = new StringBuilder();
        boolean open = false;
        for (int sign : signs) {
            if (sign != ANY_TEXT) {
                part.append(sign == ANY_ONE ? "." : Pattern.quote(Character.toString(sign)));
                continue;
            }
            regex.append(open ? "(?>.*?" + part + ")" : part);
            part.setLength(0);
            open = true;
        }
        return regex.append(open ? ".*" : "").append(part).append("\\z").toString();
    }
}
