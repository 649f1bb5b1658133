package sinkmap.report;

import java.util.Arrays;
import java.util.Optional;
import sinkmap.catalog.Text;

/** A language that reports are written in. */
public enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** BCP 47 tag. */
    public String code() {
        return code;
    }

    String say(Text text) {
        return text.in(code);
    }

    /** The language of a code, empty when there is none. */
    public static Optional<Language> find(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }
}
