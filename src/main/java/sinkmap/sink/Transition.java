package sinkmap.sink;

import sinkmap.grid.SinkmapException;

/**
 * Land that changes its class: {@code area_ha / ramp_years} at the end of every year from {@code startYear} on, for
 * {@code ramp_years} years.
 *
 * @param id name
 * @param from class that it leaves
 * @param to class that it enters
 * @param startYear first year at whose end land moves
 * @param ramp_years years that it takes, 1 or more
 * @param area_ha all the land that moves, hectares
 * @param impact how hard it is disturbed thereby; null when it is not, as in a restoration: then all carbon stays
 */
public record Transition(
        String id, String from, String to, int startYear, int ramp_years, double area_ha, Impact impact) {

    public Transition {
        if (!(area_ha >= 0) || Double.isInfinite(area_ha)) {
            throw new SinkmapException("transition '" + id + "': the area cannot be " + area_ha + " ha");
        }
        if (ramp_years < 1) {
            throw new SinkmapException("transition '" + id + "': it takes 1 year or more, not " + ramp_years);
        }
    }

    /** Land that moves at the end of a year, hectares. */
    public double moved_ha(int year) {
        return year >= startYear && year < startYear + ramp_years ? area_ha / ramp_years : 0;
    }

    /** The last year at whose end land moves. */
    public int lastYear() {
        return startYear + ramp_years - 1;
    }
}
