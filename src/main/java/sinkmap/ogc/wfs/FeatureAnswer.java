package sinkmap.ogc.wfs;

import java.io.IOException;
import sinkmap.ogc.OwsResponse;

/** Writes features in one format. */
interface FeatureAnswer {

    /** Streams a result. What cannot be given in this format is an error before anything is written. */
    void write(FeatureResult result, OwsResponse response) throws IOException;
}
