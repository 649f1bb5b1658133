/**
 * Brings files into the store.
 *
 * <p>A file goes through three stations, row by row, so that its size does not matter:
 *
 * <pre>
 * file -> FeatureSource (what the file says) -> LayerCheck (what the layer allows, in the layer's CRS) -> FeatureWriter
 * </pre>
 *
 * <p>A <em>source</em> knows one format and nothing of layers: it hands out rows in the order of the file, each with the
 * number under which its owner will find it (feature of a GeoJSON, line of a CSV, record of a shapefile), coordinates
 * x = east, y = north in the CRS that the file states, and values under the file's own column names.
 *
 * <p>The <em>check</em> matches columns to attributes, converts values, repairs geometries and moves coordinates into
 * the layer's CRS. A row that the layer cannot take is <em>rejected</em>; one that could be taken after a change (a
 * polygon that crossed itself, a value that had to be dropped) is <em>repaired</em>. Both are counted by kind and named
 * by row in the {@link sinkmap.ingest.LoadReport}; neither stops the load, unless nothing at all would be left or the
 * load is strict. A file that is cut off or malformed stops it.
 *
 * <p>One file is one transaction: it is stored whole or not at all, and an error leaves the layer as it was.
 *
 * <p>A raster layer takes a GeoTIFF of any CRS, or a CSV of <em>anchors</em>, points with a value, from which a
 * {@link sinkmap.ingest.Surface} makes a raster by a stated formula. A {@link sinkmap.ingest.Manifest} lists the files
 * that make up a layers directory's demonstration.
 */
@ApplicationModule(allowedDependencies = {"grid", "catalog", "store"})
package sinkmap.ingest;

import org.springframework.modulith.ApplicationModule;
