package sinkmap.survey;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Published equations from organic matter (loss on ignition) to organic carbon, both as shares of dry mass. Which one
 * holds is said by the study or by the person who reads its file; there is no default, because they differ by a third
 * in soils poor in carbon.
 *
 * <p>The equation of Craft and the first two numbers of that of Holmquist agree with public code that cites them; the constant
 * of Holmquist and the papers were not seen.
 */
public enum OrganicMatterEquation {

    /** C% = 0.40 LOI% + 0.0025 LOI%², salt marshes of North Carolina. */
    CRAFT_1991(0.25, 0.40, 0, "Craft, Seneca and Broome 1991, Estuaries 14:175-179"),

    /** C = 0.074 OM² + 0.421 OM - 0.0080, tidal wetlands of the United States; below 1.9 % of matter it gives none. */
    HOLMQUIST_2018(0.074, 0.421, -0.0080, "Holmquist et al. 2018, Scientific Reports 8:9478"),

    /** C = OM / 1.724, the old factor of van Bemmelen: 58 % of soil organic matter is carbon. */
    VAN_BEMMELEN(0, 1 / 1.724, 0, "van Bemmelen factor 1.724 (Nelson and Sommers 1996)");

    private final double square;
    private final double linear;
    private final double constant;
    private final String source;

    OrganicMatterEquation(double square, double linear, double constant, String source) {
        this.square = square;
        this.linear = linear;
        this.constant = constant;
        this.source = source;
    }

    /** The name in files and options, such as {@code craft-1991}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where the equation was published. */
    public String source() {
        return source;
    }

    /** Share of organic carbon for a share of organic matter, both 0 to 1; never below 0. */
    public double carbonShare(double organicMatterShare) {
        return Math.max(0, (square * organicMatterShare + linear) * organicMatterShare + constant);
    }

    /** The equation of a code, without regard to case; empty when there is none. */
    public static Optional<OrganicMatterEquation> find(String code) {
        return Arrays.stream(values())
                .filter(e -> e.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }
}
