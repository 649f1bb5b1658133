package sinkmap.run;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import sinkmap.grid.SinkmapException;

/**
 * Settings of runs.
 *
 * @param queue most runs that may wait
 * @param cells most cells of a grid; 0 for as many as the heap has room for
 * @param windowCells about how many cells a window of a siting run has: enough to be worth the overhead, few enough that
 *     several at once need little memory
 * @param keep how many runs of a kind and plan are kept with their results, the current one included; 0 for all
 */
@ConfigurationProperties("sinkmap.run")
record RunSettings(
        @DefaultValue("20") int queue,
        @DefaultValue("0") long cells,
        @DefaultValue("1048576") int windowCells,
        @DefaultValue("20") int keep) {

    RunSettings {
        if (queue < 1) {
            throw new SinkmapException("sinkmap.run.queue must be at least 1, not " + queue);
        }
        if (windowCells < 1) {
            throw new SinkmapException("sinkmap.run.window-cells must be at least 1, not " + windowCells);
        }
        if (keep < 0) {
            throw new SinkmapException("sinkmap.run.keep must not be negative, as " + keep + " is; 0 keeps all runs");
        }
        if (cells < 0) {
            throw new SinkmapException("sinkmap.run.cells must not be negative, as " + cells + " is");
        }
    }

    /** Most cells of a grid when each needs that much of the heap at the peak. */
    long mostCells(int bytesPerCell) {
        return cells > 0 ? cells : Runtime.getRuntime().maxMemory() / bytesPerCell;
    }
}
