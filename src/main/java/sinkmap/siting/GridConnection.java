package sinkmap.siting;

import java.util.List;
import sinkmap.grid.SinkmapException;

/**
 * How sites of a plan are connected to the grid.
 *
 * @param layer layer of the substations
 * @param where filter in CQL of those that can be connected to, or null for all
 * @param voltage attribute with the voltage of a substation, in kV
 * @param name attribute with the name of a substation
 * @param land layer of the land, to tell overhead line from submarine cable; null when all is over land
 * @param reach_km how far a substation may be from the site; positive infinity when there is no limit
 * @param steps which voltage a capacity needs, by rising capacity; the last has no upper end
 * @param source where the figures come from
 */
public record GridConnection(
        String layer,
        String where,
        String voltage,
        String name,
        String land,
        double reach_km,
        List<Step> steps,
        String source) {

    /**
     * The least voltage for plants up to a capacity, and what lines of that voltage cost.
     *
     * @param upTo_mw largest capacity, inclusive, in MW; positive infinity in the last step
     * @param voltage_kv least voltage of the substation, in kV
     * @param circuit_mw capacity that one circuit carries; larger plants need several side by side
     * @param overhead_myuan_km cost of a circuit of overhead line, in million yuan per km
     * @param submarine_myuan_km cost of a circuit of submarine cable, laid, in million yuan per km
     */
    public record Step(
            double upTo_mw, double voltage_kv, double circuit_mw, double overhead_myuan_km, double submarine_myuan_km) {

        public Step {
            require(upTo_mw > 0, "up_to_mw must be positive, not " + upTo_mw);
            require(voltage_kv > 0, "kv must be positive, not " + voltage_kv);
            require(circuit_mw > 0, "circuit_mw must be positive, not " + circuit_mw);
            require(
                    overhead_myuan_km >= 0 && submarine_myuan_km >= 0,
                    "overhead_myuan_per_km and submarine_myuan_per_km must not be negative");
        }
    }

    public GridConnection {
        steps = List.copyOf(steps);
        require(!steps.isEmpty(), "needs at least one step");
        require(reach_km > 0, "reach_km must be positive, not " + reach_km);
        for (int i = 1; i < steps.size(); i++) {
            require(
                    steps.get(i).upTo_mw > steps.get(i - 1).upTo_mw
                            && steps.get(i).voltage_kv > steps.get(i - 1).voltage_kv,
                    "up_to_mw and kv must rise from step to step, but step " + (i + 1) + " does not");
        }
        require(
                Double.isInfinite(steps.get(steps.size() - 1).upTo_mw),
                "the last step must have no up_to_mw, so that every capacity has its voltage");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new SinkmapException("connection: " + message);
        }
    }

    /** The step of a capacity. */
    Step step(double capacity_mw) {
        return steps.stream()
                .filter(step -> capacity_mw <= step.upTo_mw)
                .findFirst()
                .orElseThrow();
    }
}
