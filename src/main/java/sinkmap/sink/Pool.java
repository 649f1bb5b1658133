package sinkmap.sink;

import java.util.Arrays;
import java.util.Optional;

/**
 * A carbon pool, as the IPCC Guidelines 2006, volume 4, table 1.1 part them. {@code BIOMASS} stands for above and below
 * ground together, for sources that give only the sum.
 */
public enum Pool {
    BIOMASS("biomass"),
    ABOVE("above"),
    BELOW("below"),
    DEAD_WOOD("dead-wood"),
    LITTER("litter"),
    SOIL("soil");

    private final String code;

    Pool(String code) {
        this.code = code;
    }

    /** The code in factor files and results. */
    public String code() {
        return code;
    }

    /** The pool of a code, empty when there is none. */
    public static Optional<Pool> find(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
