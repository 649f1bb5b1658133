package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.siting.PortfolioCandidate;
import sinkmap.siting.PortfolioProblem.Overlap;
import sinkmap.store.Feature;
import sinkmap.store.FeatureCursor;
import sinkmap.store.FeatureQuery;
import sinkmap.store.FeatureQuery.Sort;
import sinkmap.store.FeatureStore;

/**
 * Sites of the current runs of some plans as candidates, and which of them lie over each other.
 *
 * @param candidates the sites, by plan and rank
 * @param overlaps pairs that share more than a sliver
 */
record PortfolioSites(List<PortfolioCandidate> candidates, List<Overlap> overlaps) {

    /**
     * Part of the smaller of two sites that both may cover before they count as overlapping. Outlines of neighbours that
     * were smoothed apart may cross by slivers of this order.
     */
    static final double SLIVER = 0.01;

    private static final double M2_PER_HA = 10_000;

    /** Reads the sites of plans; areas are taken in an equal-area CRS. */
    static PortfolioSites read(FeatureStore store, FeatureLayer layer, List<String> plans, Crs equalArea) {
        FilterFactory filters = CommonFactoryFinder.getFilterFactory();
        List<Filter> any = new ArrayList<>();
        plans.forEach(plan -> any.add(filters.equals(filters.property("plan"), filters.literal(plan))));
        FeatureQuery query = FeatureQuery.of(layer)
                .withFilter(filters.or(any))
                .withSort(List.of(new Sort("plan", false), new Sort("rank", false)));
        List<PortfolioCandidate> candidates = new ArrayList<>();
        List<Geometry> outlines = new ArrayList<>();
        try (FeatureCursor cursor = store.open(query)) {
            while (cursor.hasNext()) {
                Feature feature = cursor.next();
                candidates.add(candidate(feature.attributes()));
                outlines.add(RegionFeatures.transform(feature.geometry(), Crs.of(layer.crs()), equalArea));
            }
        }
        return new PortfolioSites(candidates, overlaps(candidates, outlines));
    }

    /** Pairs of outlines of different plans that share more than {@link #SLIVER} of the smaller; areas in m2. */
    static List<Overlap> overlaps(List<PortfolioCandidate> candidates, List<Geometry> outlines) {
        STRtree index = new STRtree();
        for (int i = 0; i < outlines.size(); i++) {
            index.insert(outlines.get(i).getEnvelopeInternal(), i);
        }
        List<Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < outlines.size(); i++) {
            Geometry mine = outlines.get(i);
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(mine);
            for (Object found : index.query(mine.getEnvelopeInternal())) {
                int other = (Integer) found;
                if (other > i && !samePlan(candidates, i, other) && prepared.intersects(outlines.get(other))) {
                    double shared = mine.intersection(outlines.get(other)).getArea();
                    double smaller =
                            Math.min(mine.getArea(), outlines.get(other).getArea());
                    if (shared > SLIVER * smaller) {
                        overlaps.add(new Overlap(i, other, shared / M2_PER_HA));
                    }
                }
            }
        }
        return overlaps;
    }

    /** The sites of one run share no cell. */
    private static boolean samePlan(List<PortfolioCandidate> candidates, int i, int other) {
        return candidates.get(i).plan().equals(candidates.get(other).plan());
    }

    private static PortfolioCandidate candidate(Map<String, Object> values) {
        return new PortfolioCandidate(
                String.valueOf(values.get("site_id")),
                String.valueOf(values.get("plan")),
                (String) values.get("technology"),
                (String) values.get("city"),
                Set.of(),
                orZero(number(values.get("capacity_mw"))),
                orZero(number(values.get("energy_gwh"))),
                number(values.get("lcoe_yuan_kwh")),
                number(values.get("carbon_disturbed_tc")));
    }

    private static double number(Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static double orZero(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
