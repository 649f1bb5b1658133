package sinkmap.survey;

import java.util.ArrayList;
import java.util.List;

/**
 * Cores drawn as text: a line a row, {@code core top bottom density carbon% [om%] [equation] [factor]}; {@code -} is
 * missing. Rows are numbered from 2, as in a file with a header.
 */
final class CoreText {

    private CoreText() {}

    static Cores cores(String text) {
        return Cores.of(samples(text));
    }

    static Core core(String text) {
        return cores(text).cores().get(0);
    }

    static List<CoreSample> samples(String text) {
        List<CoreSample> samples = new ArrayList<>();
        for (String line : text.strip().split("\n")) {
            String[] f = line.strip().split("\\s+");
            samples.add(new CoreSample(
                    samples.size() + 2L,
                    new CoreId("study", "site", f[0]),
                    number(f, 1),
                    number(f, 2),
                    number(f, 3),
                    number(f, 4) / 100,
                    number(f, 5) / 100,
                    f.length > 6 && !f[6].equals("-")
                            ? OrganicMatterEquation.find(f[6]).orElseThrow()
                            : null,
                    number(f, 7)));
        }
        return samples;
    }

    private static double number(String[] fields, int i) {
        return i >= fields.length || fields[i].equals("-") ? Double.NaN : Double.parseDouble(fields[i]);
    }
}
