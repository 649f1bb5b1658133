package sinkmap.sink;

import java.util.Arrays;
import java.util.Optional;

/** How hard land is disturbed when it leaves a class, in the steps of the InVEST model of coastal blue carbon. */
public enum Impact {
    LOW("low"),
    MEDIUM("medium"),
    HIGH("high");

    private final String code;

    Impact(String code) {
        this.code = code;
    }

    /** The code in tables and results. */
    public String code() {
        return code;
    }

    /** The impact of a code, empty when there is none. */
    public static Optional<Impact> find(String code) {
        return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }
}
