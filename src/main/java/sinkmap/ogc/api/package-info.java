/**
 * The OGC API: Features (part 1 core, OGC 17-069r4; part 2 CRS, 18-058r1; part 3 filtering, 19-079r2; part 4 create,
 * replace, update and delete, 20-002 draft) and Tiles (20-057), under one landing page at {@code /ogc/features}.
 *
 * <p>A collection is a feature layer of the catalog, an item a feature; nothing is stored here. Items are read, filtered and
 * changed by the same code as in the Web Feature Service. Coordinates are longitude, latitude (CRS84) unless a request names
 * another CRS by its URI; then they come in the order that the URI's authority defines. Pages of items begin at a key, not
 * at a number, so that deep ones cost no more than the first ({@link sinkmap.store.RowKey}).
 *
 * <p>Every answer that may be kept carries an entity tag made from the layer's version ({@link sinkmap.store.LayerVersion});
 * an editable item's names the version of the row, and changes can be made conditional on it.
 */
package sinkmap.ogc.api;
