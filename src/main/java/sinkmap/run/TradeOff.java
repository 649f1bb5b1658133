package sinkmap.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sinkmap.siting.ParetoSet;
import sinkmap.store.Feature;

/** The sites of a run by score against carbon payback: features of the layer {@code site-carbon-balance}. */
final class TradeOff {

    private TradeOff() {}

    /**
     * The same sites with their classes. The carbon cost is the payback, which does not grow with the size of a site.
     * {@code bivariate} is the third of the score, a dash, the third of the payback, from 1 for the least to 3, among the
     * sites of the run; null when the payback is not known.
     */
    static List<Feature> of(List<Feature> sites) {
        double[] scores = numbers(sites, "score");
        double[] carbon = numbers(sites, "payback_years");
        int[] scoreClass = ParetoSet.terciles(scores);
        int[] carbonClass = ParetoSet.terciles(carbon);
        boolean[] pareto = ParetoSet.of(scores, carbon);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < sites.size(); i++) {
            Map<String, Object> values = new HashMap<>(sites.get(i).attributes());
            boolean known = scoreClass[i] > 0 && carbonClass[i] > 0;
            values.put("score_class", scoreClass[i] > 0 ? (long) scoreClass[i] : null);
            values.put("carbon_class", carbonClass[i] > 0 ? (long) carbonClass[i] : null);
            values.put("bivariate", known ? scoreClass[i] + "-" + carbonClass[i] : null);
            values.put("pareto", known ? pareto[i] : null);
            values.keySet().retainAll(DerivedLayers.TRADE_OFF_ATTRIBUTES);
            features.add(new Feature(0, sites.get(i).geometry(), values));
        }
        return features;
    }

    private static double[] numbers(List<Feature> sites, String attribute) {
        return sites.stream()
                .mapToDouble(site ->
                        site.attributes().get(attribute) instanceof Number number ? number.doubleValue() : Double.NaN)
                .toArray();
    }
}
