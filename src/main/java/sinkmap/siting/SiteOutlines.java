package sinkmap.siting;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Geometry;
import sinkmap.grid.Patch;

/**
 * The outlines of all sites together, as a coverage: neighbours have the same vertices on the edge they share, and still have
 * after simplification (M. Visvalingam and J. D. Whyatt, "Line generalisation by repeated elimination of points", 1993, on
 * the edges of the coverage; the tolerance is the root of the area of a triangle that may go). Where the area of a site would
 * differ from that of its cells by more than half a per cent, its tolerance is lowered, the further it is off the more, until
 * it does not; an edge between two sites goes by the lower tolerance of the two. All sites are simplified together every time,
 * so the coverage stays valid, and sites that do not touch do not run into each other.
 */
final class SiteOutlines {

    /** Largest difference of the area of an outline to that of its cells, as a share. */
    static final double AREA_ERROR = 0.005;

    /** Least step by which a tolerance is lowered; the area of what goes is taken to grow with the square of it. */
    private static final double STEP = 0.7;

    /** Below this share of a cell a tolerance leaves the corners of cells alone: half a cell is a triangle of 0.707^2. */
    private static final double FINEST = 0.7;

    private SiteOutlines() {}

    /**
     * Draws the outlines.
     *
     * @param sites cells of each site, without overlap; parts of one area stand side by side in {@code groups}
     * @param groups positions in {@code sites} of the parts of each area
     * @param tolerance_m tolerance in metres, 0 for the edges of the cells
     */
    static List<Geometry> of(List<Patch> sites, List<List<Integer>> groups, double tolerance_m) {
        Geometry[] exact = new Geometry[sites.size()];
        groups.parallelStream().forEach(group -> {
            List<Geometry> outlines =
                    Patch.outlines(group.stream().map(sites::get).toList());
            for (int i = 0; i < group.size(); i++) {
                exact[group.get(i)] = outlines.get(i);
            }
        });
        double finest_m = exact.length == 0 ? 0 : FINEST * sites.get(0).grid().cellSize();
        double[] tolerances = new double[exact.length];
        Arrays.fill(tolerances, tolerance_m > finest_m ? tolerance_m : 0);
        Geometry[] simple = simplified(exact, tolerances);
        while (lower(exact, simple, tolerances, finest_m)) {
            simple = simplified(exact, tolerances);
        }
        return List.of(simple);
    }

    private static Geometry[] simplified(Geometry[] exact, double[] tolerances) {
        if (Arrays.stream(tolerances).allMatch(tolerance_m -> tolerance_m == 0)) {
            return exact;
        }
        CoverageSimplifier simplifier = new CoverageSimplifier(exact);
        simplifier.setRemovableRingSizeFactor(0);
        return simplifier.simplify(tolerances);
    }

    /** Lowers the tolerance of each site that is off, if it can be; false when none is left. */
    private static boolean lower(Geometry[] exact, Geometry[] simple, double[] tolerances, double finest_m) {
        boolean lowered = false;
        for (int i = 0; i < exact.length; i++) {
            if (tolerances[i] > 0 && isOff(exact[i], simple[i])) {
                double step = Math.min(STEP, Math.sqrt(AREA_ERROR / error(exact[i], simple[i])));
                tolerances[i] = tolerances[i] * step > finest_m ? tolerances[i] * step : 0;
                lowered = true;
            }
        }
        return lowered;
    }

    private static boolean isOff(Geometry exact, Geometry simple) {
        return !(error(exact, simple) <= AREA_ERROR)
                || simple.getNumGeometries() != exact.getNumGeometries()
                || !simple.isValid();
    }

    /** Difference of the area, as a share. */
    private static double error(Geometry exact, Geometry simple) {
        return Math.abs(simple.getArea() / exact.getArea() - 1);
    }
}
