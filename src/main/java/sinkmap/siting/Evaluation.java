package sinkmap.siting;

import sinkmap.grid.Distance;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Raster;
import sinkmap.grid.SinkmapException;

/** Evaluates the terms of one rule of a plan over the evidence. */
final class Evaluation {

    private final Evidence evidence;
    /** The rule, as errors name it. */
    private final String rule;

    Evaluation(Evidence evidence, String rule) {
        this.evidence = evidence;
        this.rule = rule;
    }

    /** The truth of a term at each cell of the window; its masks belong to the caller. */
    Truth of(Term term) {
        if (term instanceof Term.Within within) {
            return within(within);
        } else if (term instanceof Term.Value value) {
            return value(value);
        } else if (term instanceof Term.InClass inClass) {
            return inClass(inClass);
        } else if (term instanceof Term.Any any) {
            return Truth.any(any.terms(), this::of);
        } else if (term instanceof Term.All all) {
            return Truth.all(all.terms(), this::of);
        }
        return of(((Term.Not) term).term()).not();
    }

    private Truth within(Term.Within term) {
        if (!evidence.holds(term.layer(), term.where(), Math.max(0, term.distance_m()))) {
            if (!term.mayBeEmpty()) {
                throw new SinkmapException(rule + ": layer '" + term.layer() + "' holds no feature"
                        + (term.where() == null ? "" : " where " + term.where())
                        + (term.distance_m() > 0 ? " within " + Math.round(term.distance_m()) + " m of" : " in")
                        + " the region; load the layer, correct the filter, or write may_be_empty: true in this term");
            }
            return Truth.known(new Mask(evidence.grid()));
        }
        return Truth.known(evidence.within(term.layer(), term.where(), term.distance_m()));
    }

    private Truth value(Term.Value term) {
        Raster raster = dataOf(term.layer(), evidence.grid());
        Mask yes = new Mask(raster.grid());
        Mask unknown = new Mask(raster.grid());
        float[] values = raster.values();
        for (int cell = 0; cell < values.length; cell++) {
            if (Float.isNaN(values[cell])) {
                unknown.set(cell);
            } else if (term.holds(values[cell])) {
                yes.set(cell);
            }
        }
        return new Truth(yes, unknown);
    }

    private Truth inClass(Term.InClass term) {
        Grid grid = evidence.grid();
        double reach_m = Math.abs(term.distance_m());
        int halo = (int) Math.ceil(reach_m / grid.cellSize());
        Raster raster = dataOf(term.layer(), grid.grown(halo, halo, halo, halo));
        Mask members = new Mask(raster.grid());
        Mask nodata = new Mask(raster.grid());
        float[] values = raster.values();
        int[] codes = term.codes().stream().mapToInt(Integer::intValue).toArray();
        for (int cell = 0; cell < values.length; cell++) {
            if (Float.isNaN(values[cell])) {
                nodata.set(cell);
            } else {
                for (int code : codes) {
                    if (values[cell] == code) {
                        members.set(cell);
                    }
                }
            }
        }
        Mask near = term.distance_m() < 0
                ? Distance.within(members.not(), reach_m).not()
                : Distance.within(members, reach_m);
        Mask yes = near.window(halo, halo, grid.rows(), grid.columns());
        return new Truth(
                yes, nodata.window(halo, halo, grid.rows(), grid.columns()).andNot(yes));
    }

    private Raster dataOf(String layer, Grid grid) {
        if (!evidence.hasData(layer)) {
            throw new SinkmapException(
                    rule + ": layer '" + layer + "' holds no data in the region; load the layer first");
        }
        return evidence.raster(layer, grid);
    }
}
