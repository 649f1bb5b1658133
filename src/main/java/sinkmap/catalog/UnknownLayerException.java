package sinkmap.catalog;

import sinkmap.grid.SinkmapException;

/** A layer was named that the catalog does not hold. */
public final class UnknownLayerException extends SinkmapException {

    private static final long serialVersionUID = 1L;

    public UnknownLayerException(String id, Catalog catalog) {
        super("there is no layer '" + id + "'"
                + Suggestion.among(
                        id, catalog.listLayers().stream().map(Layer::id).toList()));
    }
}
