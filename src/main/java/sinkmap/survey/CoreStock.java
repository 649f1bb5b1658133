package sinkmap.survey;

import java.util.List;

/**
 * Organic carbon of a core to a depth, with how much of that depth was measured.
 *
 * @param core the core
 * @param depth_cm the depth
 * @param stock_tc_ha stock from the surface to the depth, t C/ha; NaN when the core does not allow one
 * @param measuredStock_tc_ha stock of the measured slices alone, t C/ha
 * @param measured_cm centimetres measured
 * @param interpolated_cm centimetres between measured slices that were filled
 * @param extrapolated_cm centimetres above the first and below the last slice that were filled
 * @param parts what the depth is made of, from the surface down
 * @param reason why there is no stock to the depth; null when there is
 */
public record CoreStock(
        CoreId core,
        double depth_cm,
        double stock_tc_ha,
        double measuredStock_tc_ha,
        double measured_cm,
        double interpolated_cm,
        double extrapolated_cm,
        List<Part> parts,
        String reason) {

    /** How the carbon of a part is known. */
    public enum Kind {
        MEASURED,
        INTERPOLATED,
        EXTRAPOLATED
    }

    /**
     * A part of the depth.
     *
     * @param kind how its carbon is known
     * @param from_cm upper end
     * @param to_cm lower end
     * @param stock_tc_ha its carbon, t C/ha
     */
    public record Part(Kind kind, double from_cm, double to_cm, double stock_tc_ha) {}

    public CoreStock {
        parts = List.copyOf(parts);
    }

    /** Whether the core has a stock to the depth. */
    public boolean isWhole() {
        return !Double.isNaN(stock_tc_ha);
    }

    static CoreStock of(CoreId core, double depth_cm, List<Part> parts, String reason) {
        if (reason != null) {
            return none(core, depth_cm, parts, reason);
        }
        double stock = 0;
        for (Part part : parts) {
            stock += part.stock_tc_ha();
        }
        return new CoreStock(
                core,
                depth_cm,
                stock,
                stock(parts, Kind.MEASURED),
                thickness_cm(parts, Kind.MEASURED),
                thickness_cm(parts, Kind.INTERPOLATED),
                thickness_cm(parts, Kind.EXTRAPOLATED),
                parts,
                null);
    }

    /** A core without a stock to the depth: only what was measured is kept. */
    static CoreStock none(CoreId core, double depth_cm, List<Part> parts, String reason) {
        List<Part> measured =
                parts.stream().filter(part -> part.kind() == Kind.MEASURED).toList();
        return new CoreStock(
                core,
                depth_cm,
                Double.NaN,
                stock(measured, Kind.MEASURED),
                thickness_cm(measured, Kind.MEASURED),
                0,
                0,
                measured,
                reason);
    }

    private static double stock(List<Part> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(Part::stock_tc_ha)
                .sum();
    }

    private static double thickness_cm(List<Part> parts, Kind kind) {
        return parts.stream()
                .filter(part -> part.kind() == kind)
                .mapToDouble(part -> part.to_cm() - part.from_cm())
                .sum();
    }
}
