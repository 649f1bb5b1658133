package sinkmap.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Organic carbon in a core from the surface to a depth.
 *
 * <p>Carbon of a slice is dry bulk density times organic carbon share times thickness, carbon of the core the sum of its
 * slices (Howard et al. 2014, Coastal Blue Carbon, chapter 3; the soil stock to 1 m of the IPCC 2013 Wetlands
 * Supplement, chapter 4, table 4.11). In t C/ha: g/cm3 x cm x 100.
 *
 * <p>What was not measured is filled by one stated method, and every centimetre of it is counted:
 *
 * <ul>
 *   <li>a <b>gap</b> between two slices by carbon density that runs linearly from that of the slice above to that of the
 *       slice below;
 *   <li>above the first slice by the density of that slice, for at most {@value #LONGEST_MISSING_TOP_CM} cm;
 *   <li>below the last slice by the density of that slice, only when the core was measured down to at least {@code
 *       minimumMeasured_cm}.
 * </ul>
 *
 * A core for which that is not enough has no stock to the depth, only one of its measured part.
 *
 * @param depth_cm depth that the stock reaches, above 0
 * @param minimumMeasured_cm how deep a core must be measured before what is below is extrapolated
 */
public record StockToDepth(double depth_cm, double minimumMeasured_cm) {

    /** Depth of the stock in the IPCC 2013 Wetlands Supplement and in the Chinese scheme for marshes, cm. */
    public static final double METRE_CM = 100;

    /** Depth of the optional deep stock in the Chinese scheme for marshes, cm. */
    public static final double DEEP_CM = 300;

    /** Depth that a core must reach by default before it is extrapolated, cm: half a metre, a choice of this package. */
    public static final double MINIMUM_MEASURED_CM = 50;

    /** Longest unmeasured top that is taken as its first slice, cm: a choice of this package. */
    private static final double LONGEST_MISSING_TOP_CM = 10;

    /** Lengths that differ by less are the same depth, cm. */
    static final double SAME_DEPTH_CM = 1e-6;

    /** t/ha in 1 g/cm3 over 1 cm. */
    private static final double TONNES_PER_HA = 100;

    public StockToDepth {
        if (!(depth_cm > 0) || depth_cm > 10_000) {
            throw new SurveyException("the depth must be above 0 cm and at most 10,000 cm, not " + depth_cm);
        }
        if (!(minimumMeasured_cm >= 0)) {
            throw new SurveyException("the least measured depth must be 0 cm or more, not " + minimumMeasured_cm);
        }
    }

    /** The stock to a depth with the default rule for shallow cores. */
    public static StockToDepth of(double depth_cm) {
        return new StockToDepth(depth_cm, MINIMUM_MEASURED_CM);
    }

    /** The stock of a core. */
    public CoreStock of(Core core) {
        if (core.intervals().isEmpty()) {
            String reason = core.fault() != null ? core.fault() : "no slice has both bulk density and organic carbon";
            return CoreStock.none(core.id(), depth_cm, List.of(), reason);
        }
        List<CoreStock.Part> parts = parts(core.intervals());
        return CoreStock.of(core.id(), depth_cm, parts, tooLittle(core));
    }

    /** Why a core does not reach the depth, or null when it does. */
    private String tooLittle(Core core) {
        double top_cm = core.intervals().get(0).top_cm();
        if (top_cm > Math.min(LONGEST_MISSING_TOP_CM, depth_cm)) {
            return String.format(Locale.ROOT, "nothing is measured above %s cm", plain(top_cm));
        }
        if (core.deepest_cm() < depth_cm - SAME_DEPTH_CM && core.deepest_cm() < minimumMeasured_cm) {
            return String.format(
                    Locale.ROOT,
                    "measured to %s cm only; below %s cm it is not extrapolated",
                    plain(core.deepest_cm()),
                    plain(minimumMeasured_cm));
        }
        return null;
    }

    /** A depth to a tenth of a millimetre, without zeros behind the point. */
    private static String plain(double depth_cm) {
        return BigDecimal.valueOf(Math.round(depth_cm * 100), 2)
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<CoreStock.Part> parts(List<CoreInterval> intervals) {
        List<CoreStock.Part> parts = new ArrayList<>();
        CoreInterval above = null;
        double at_cm = 0;
        for (CoreInterval interval : intervals) {
            if (at_cm >= depth_cm - SAME_DEPTH_CM) {
                return parts;
            }
            if (interval.top_cm() > at_cm + SAME_DEPTH_CM) {
                parts.add(gap(above, interval, at_cm));
            }
            if (interval.top_cm() < depth_cm - SAME_DEPTH_CM) {
                double end_cm = Math.min(interval.bottom_cm(), depth_cm);
                parts.add(even(CoreStock.Kind.MEASURED, interval.top_cm(), end_cm, interval));
            }
            above = interval;
            at_cm = interval.bottom_cm();
        }
        if (at_cm < depth_cm - SAME_DEPTH_CM) {
            parts.add(even(CoreStock.Kind.EXTRAPOLATED, at_cm, depth_cm, above));
        }
        return parts;
    }

    private CoreStock.Part gap(CoreInterval above, CoreInterval below, double from_cm) {
        double to_cm = Math.min(below.top_cm(), depth_cm);
        if (above == null) {
            return even(CoreStock.Kind.EXTRAPOLATED, from_cm, to_cm, below);
        }
        double start = above.carbonDensity_g_cm3();
        double slope = (below.carbonDensity_g_cm3() - start) / (below.top_cm() - from_cm);
        double thickness_cm = to_cm - from_cm;
        double stock = (start + slope * thickness_cm / 2) * thickness_cm * TONNES_PER_HA;
        return new CoreStock.Part(CoreStock.Kind.INTERPOLATED, from_cm, to_cm, stock);
    }

    private static CoreStock.Part even(CoreStock.Kind kind, double from_cm, double to_cm, CoreInterval interval) {
        double stock = interval.carbonDensity_g_cm3() * (to_cm - from_cm) * TONNES_PER_HA;
        return new CoreStock.Part(kind, from_cm, to_cm, stock);
    }
}
