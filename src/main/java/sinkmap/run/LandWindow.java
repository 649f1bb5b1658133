package sinkmap.run;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import sinkmap.grid.Grid;
import sinkmap.siting.Term;

/**
 * The part of a region that the land of a plan can lie in. What lies outside is not eligible, whatever else holds there, so
 * that nothing else need be computed for it.
 */
final class LandWindow {

    private final RegionEvidence evidence;

    private LandWindow(RegionEvidence evidence) {
        this.evidence = evidence;
    }

    /** The smallest window of the region that holds the land; all of it when the land has no bounds. */
    static Grid of(Term land, RegionEvidence evidence) {
        Grid region = evidence.region();
        Envelope bounds = new LandWindow(evidence).bounds(land).intersection(region.envelope());
        if (bounds.isNull()) {
            return region;
        }
        int top = Math.max(0, region.row(bounds.getMaxY()) - 1);
        int bottom = Math.min(region.rows(), region.row(bounds.getMinY()) + 2);
        int left = Math.max(0, region.column(bounds.getMinX()) - 1);
        int right = Math.min(region.columns(), region.column(bounds.getMaxX()) + 2);
        return region.window(top, left, bottom - top, right - left);
    }

    private Envelope bounds(Term term) {
        if (term instanceof Term.Within within) {
            Envelope bounds = evidence.bounds(within.layer(), within.where());
            bounds.expandBy(Math.max(0, within.distance_m()));
            return bounds;
        }
        if (term instanceof Term.All all) {
            return bounds(all.terms()).stream().reduce(Envelope::intersection).orElseThrow();
        }
        if (term instanceof Term.Any any) {
            Envelope union = new Envelope();
            bounds(any.terms()).forEach(union::expandToInclude);
            return union;
        }
        return evidence.region().envelope();
    }

    private List<Envelope> bounds(List<Term> terms) {
        return terms.stream().map(this::bounds).toList();
    }
}
