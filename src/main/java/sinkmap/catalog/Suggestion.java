package sinkmap.catalog;

import java.util.Collection;
import java.util.Comparator;

/** Finds what a misspelt name was meant to be. */
public final class Suggestion {

    private Suggestion() {}

    /** {@code "; did you mean 'x'?"} for the nearest known name, or the list of names when none is near. */
    public static String among(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "";
        }
        String nearest = known.stream()
                .min(Comparator.comparingInt(k -> distance(name, k)))
                .orElseThrow();
        return distance(name, nearest) <= Math.max(2, name.length() / 3)
                ? "; did you mean '" + nearest + "'?"
                : "; known: " + String.join(", ", known);
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
