package sinkmap.sink;

import java.util.Arrays;
import java.util.List;

/**
 * Which classes of a layer a factor row is for. A class may have parts, one for every attribute that divides the layer,
 * such as {@code populus/young}; a part that is not known is {@link Factor#ANY} or left out. A pattern lists
 * alternatives with {@code |}, each with a part or {@link Factor#ANY} for every attribute: {@code robinia|quercus},
 * {@code *}{@code /young}.
 *
 * <p>Several classes in one row share one number, and with it one error: a default for all hardwoods is too high for all
 * of them or for none.
 */
public final class ClassPattern {

    /** Between the parts of a class. */
    public static final String PART = "/";

    private final List<String> alternatives;

    private ClassPattern(List<String> alternatives) {
        this.alternatives = alternatives;
    }

    /** The pattern of a text. */
    public static ClassPattern of(String text) {
        return new ClassPattern(
                Arrays.stream(text.split("\\|")).map(String::strip).toList());
    }

    /** The alternatives. */
    public List<String> alternatives() {
        return alternatives;
    }

    /**
     * How exactly the pattern is for a class.
     *
     * @return negative when it is for others, 0 when it is for any class, and more the more it names; what it names of a
     *     later attribute counts more than all earlier ones, for the age or the grade of a patch says more than its kind
     */
    public int fit(String classCode) {
        return alternatives.stream()
                .mapToInt(alternative -> fit(alternative.split(PART), classCode.split(PART)))
                .max()
                .orElse(-1);
    }

    private static int fit(String[] pattern, String[] parts) {
        int fit = 0;
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i].equals(Factor.ANY)) {
                continue;
            }
            if (i >= parts.length || !pattern[i].equals(parts[i])) {
                return -1;
            }
            fit += 1 << i;
        }
        return fit;
    }
}
