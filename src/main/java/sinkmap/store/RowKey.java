package sinkmap.store;

import java.util.Collections;
import java.util.List;

/**
 * A place in the order of a query: before all rows that sort after it, whether or not a row stands there.
 *
 * @param values values of the query's sort keys, in their order; null where there is none. What {@link Feature} holds, or the
 *     same as text
 * @param fid id of the row
 */
public record RowKey(List<Object> values, long fid) {

    public RowKey {
        values = Collections.unmodifiableList(values);
    }
}
