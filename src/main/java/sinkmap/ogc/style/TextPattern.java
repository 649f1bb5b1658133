package sinkmap.ogc.style;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code PropertyIsLike}: characters, single characters, and runs of any characters. Matching takes at most
 * pattern times text steps whatever the pattern.
 */
final class TextPattern {

    /** Stands for any one character. */
    private static final int ONE = -1;

    /** Stands for any characters. */
    private static final int MANY = -2;

    private final int[] parts;
    private final boolean matchCase;

    /**
     * A pattern as it is written.
     *
     * @param many the character that stands for any characters
     * @param one the character that stands for one
     * @param escape the character that takes the meaning from the next one
     */
    TextPattern(String text, String many, String one, String escape, boolean matchCase) {
        this.matchCase = matchCase;
        List<Integer> list = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            String c = text.substring(i, i + 1);
            if (c.equals(escape) && i + 1 < text.length()) {
                i++;
                list.add(fold(text.charAt(i)));
            } else if (c.equals(many)) {
                list.add(MANY);
            } else {
                list.add(c.equals(one) ? ONE : fold(text.charAt(i)));
            }
        }
        this.parts = list.stream().mapToInt(Integer::intValue).toArray();
    }

    private int fold(char c) {
        return matchCase ? c : Character.toLowerCase(Character.toUpperCase(c));
    }

    boolean fits(String text) {
        int at = 0;
        int part = 0;
        int many = -1;
        int resume = 0;
        while (at < text.length()) {
            if (part < parts.length && parts[part] == MANY) {
                many = part++;
                resume = at;
            } else if (part < parts.length && (parts[part] == ONE || parts[part] == fold(text.charAt(at)))) {
                part++;
                at++;
            } else if (many >= 0) {
                part = many + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == MANY) {
            part++;
        }
        return part == parts.length;
    }
}
