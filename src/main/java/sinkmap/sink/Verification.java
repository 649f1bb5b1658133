package sinkmap.sink;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a number of a factor table was checked, the surest first. The basis of the row says against what. */
public enum Verification {
    /** True by definition, such as the factor of the reference management. */
    DEFINITION("definition"),
    /** Measured by those who keep the table. */
    MEASURED("measured"),
    /** The source itself was read, or the abstract that states the number. */
    SOURCE_READ("source-read"),
    /** Value and interval agree with another reprint of the source than the one they were taken from. */
    SECOND_SOURCE("second-source"),
    /** The value agrees with another reprint of the source; its interval was not seen there. */
    SECOND_SOURCE_VALUE("second-source-value"),
    /** The named source has not been seen, nor a reprint of it. */
    NOT_CONFIRMED("not-confirmed"),
    /** No source states the number. */
    ASSUMPTION("assumption");

    private final String code;

    Verification(String code) {
        this.code = code;
    }

    /** The code in tables and results. */
    public String code() {
        return code;
    }

    /** All codes, the surest first. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Verification::code).toList();
    }

    /** The verification of a code, empty when there is none. */
    public static Optional<Verification> find(String code) {
        return Arrays.stream(values()).filter(v -> v.code.equals(code)).findFirst();
    }

    /** The least sure of some, which what is reckoned from all of them is; empty for none. */
    public static Optional<Verification> weakest(Collection<Verification> some) {
        return some.stream().max(Comparator.naturalOrder());
    }
}
