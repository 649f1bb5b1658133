package sinkmap.survey;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the plots of a survey were laid out: at random within strata whose areas are known. A design of one stratum is
 * simple random sampling.
 *
 * @param area_ha area of each stratum by name, above 0
 */
public record PlotDesign(Map<String, Double> area_ha) {

    public PlotDesign {
        area_ha = java.util.Collections.unmodifiableMap(new TreeMap<>(area_ha));
        if (area_ha.isEmpty()) {
            throw new SurveyException("a plot design needs at least one stratum");
        }
        area_ha.forEach((stratum, area) -> {
            if (!(area > 0) || area.isInfinite()) {
                throw new SurveyException("stratum '" + stratum + "': its area must be above 0 ha, not " + area);
            }
        });
    }

    /** Share of a stratum in the whole area, 0 to 1. */
    public double weight(String stratum) {
        double total_ha =
                area_ha.values().stream().mapToDouble(Double::doubleValue).sum();
        return area_ha.get(stratum) / total_ha;
    }
}
