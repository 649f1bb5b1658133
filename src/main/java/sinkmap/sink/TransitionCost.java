package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * What a transition costs.
 *
 * @param once_yuan_ha paid in the year in which the land moves, yuan/ha
 * @param upkeep_yuan_ha_yr paid every year after that until the scenario ends, yuan/ha/yr
 */
public record TransitionCost(double once_yuan_ha, double upkeep_yuan_ha_yr) {

    public TransitionCost {
        if (!(once_yuan_ha >= 0) || !(upkeep_yuan_ha_yr >= 0) || !Double.isFinite(once_yuan_ha + upkeep_yuan_ha_yr)) {
            throw new SinkmapException("a cost cannot be " + once_yuan_ha + " yuan/ha and " + upkeep_yuan_ha_yr
                    + " yuan/ha/yr; both are 0 or more");
        }
    }

    /** What is paid in a year for a transition, yuan. */
    double inYear_yuan(Transition transition, int year) {
        double before_ha = 0;
        for (int y = transition.startYear(); y < year; y++) {
            before_ha += transition.moved_ha(y);
        }
        return transition.moved_ha(year) * once_yuan_ha + before_ha * upkeep_yuan_ha_yr;
    }
}
