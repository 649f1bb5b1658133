package sinkmap.store;

import java.util.List;

/** The log of loads: which file, when, with what outcome. */
public class LoadStore {

    public void add(LoadRecord load) {
        throw new UnsupportedOperationException();
    }

    /** The loads that make up what a layer holds now: the last replacement and all that was appended since. */
    public List<LoadRecord> listCurrent(String layer) {
        throw new UnsupportedOperationException();
    }
}
