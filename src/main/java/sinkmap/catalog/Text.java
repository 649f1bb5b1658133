package sinkmap.catalog;

/**
 * A text in Chinese and English.
 *
 * @param zh Chinese
 * @param en English
 */
public record Text(String zh, String en) {

    /** The text in the language of a BCP 47 tag: Chinese for {@code zh...}, English otherwise. */
    public String in(String language) {
        return language != null && language.startsWith("zh") ? zh : en;
    }

    /** Both languages in one line, Chinese first, as capabilities documents show it. */
    public String both() {
        return zh.equals(en) ? zh : zh + " / " + en;
    }
}
