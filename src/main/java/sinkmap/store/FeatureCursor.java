package sinkmap.store;

import java.util.Iterator;

/** Features as the database sends them, a few hundred in memory at a time. Close it: it holds a connection. */
public interface FeatureCursor extends Iterator<Feature>, AutoCloseable {

    @Override
    void close();
}
