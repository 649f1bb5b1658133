package sinkmap.ogc.style;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.TextAttribute;
import java.text.AttributedString;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The fonts of the machine. A text that no named font shows in full falls back, letter by letter, to those that do. */
final class Fonts {

    /** Logical fonts combine what the machine has, also for Chinese. */
    private static final String FALLBACK = Font.SANS_SERIF;

    private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();

    private Fonts() {}

    private static final class Families {
        static final String[] ALL =
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames();
    }

    /** Families that are installed. */
    static String[] families() {
        return Families.ALL;
    }

    /** The first of the families that is installed, else the fallback. */
    static Font font(List<String> families, int style, float size) {
        String family = families.stream().filter(Fonts::installed).findFirst().orElse(FALLBACK);
        return new Font(family, style, 1).deriveFont(size);
    }

    private static boolean installed(String family) {
        return INSTALLED.computeIfAbsent(family, name -> Stream.of(families()).anyMatch(name::equalsIgnoreCase));
    }

    /** A text in a font, with the fallback for the letters that the font does not have. */
    static AttributedString text(String text, Font font) {
        AttributedString attributed = new AttributedString(text);
        attributed.addAttribute(TextAttribute.FONT, font);
        Font fallback = new Font(FALLBACK, font.getStyle(), 1).deriveFont(font.getSize2D());
        int from = 0;
        while (from < text.length()) {
            int missing = font.canDisplayUpTo(text.substring(from));
            if (missing < 0) {
                break;
            }
            int start = from + missing;
            int end = start + Character.charCount(text.codePointAt(start));
            while (end < text.length() && !font.canDisplay(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            attributed.addAttribute(TextAttribute.FONT, fallback, start, end);
            from = end;
        }
        return attributed;
    }
}
