package sinkmap.run;

import java.util.List;
import sinkmap.sink.Interval;

/**
 * What the carbon balance of plants rests on besides the carbon under them.
 *
 * @param bases what avoided emissions are reckoned by; the first is that of the plan
 * @param life_years life of a plant; NaN when the plan reckons no costs and so gives none
 * @param yieldError how far the yearly energy may be off; null when no table says so
 */
record BalanceTerms(List<AvoidedBasis> bases, double life_years, YieldError yieldError) {

    /** The factor of the plan. */
    EmissionFactor avoided() {
        return bases.get(0).factor();
    }

    /** Emissions that an energy avoids, t CO2, with the errors of the factor and of the energy. */
    Interval avoided_t(EmissionFactor factor, double energy_mwh) {
        Interval energy = yieldError == null ? Interval.exactly(energy_mwh) : yieldError.interval(energy_mwh);
        return factor.interval().times(energy);
    }
}
