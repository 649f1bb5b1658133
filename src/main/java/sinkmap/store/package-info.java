/**
 * The store: what layers hold, and what runs left behind.
 *
 * <p>A feature layer is one table ({@code fid}, {@code geom}, one column an attribute; of a derived layer also
 * {@code run_id}), made from the catalog at start. A raster layer is a tiled GeoTIFF with overviews in the data
 * directory, registered in the database. There is one code for two databases: H2 with H2GIS in a file (the embedded
 * default) and PostgreSQL with PostGIS; what differs between them is {@code SpatialSql} and nothing else.
 *
 * <p><b>Current.</b> A derived layer holds the results of every completed run, but shows those of the <em>current</em>
 * run of each plan. A run's rows and files are written while it is under way and seen by nobody; {@link
 * sinkmap.store.RunStore#complete} makes them current in one statement.
 *
 * <p><b>All or nothing.</b> A {@link sinkmap.store.FeatureWriter} is one transaction. Who reads while a layer is being
 * replaced sees the old content or the new one, never a mixture. One layer is loaded by one writer at a time.
 *
 * <p><b>Edits.</b> Layers that are {@code editable} take single changes through {@link sinkmap.store.FeatureEdits}. Every
 * row has a version, and a version that ends goes into the table {@code <layer>_history} in the same transaction, with when
 * and by whom: nothing that was recorded is lost, and the state of any past moment can be told.
 *
 * <p><b>Shapes.</b> For maps a layer's features are kept in memory too, generalised to the size of pixels ({@link
 * sinkmap.store.ShapeLevel}). They are made in the background and belong to one version of the layer, which every question
 * compares, so that a map never shows what a commit has taken away.
 *
 * <p><b>Order.</b> Features come in the order of the sort keys and then of {@code fid}, so pages never overlap.
 *
 * <p><b>SQL.</b> Identifiers come from the catalog and are quoted; values are parameters, always. Spatial conditions
 * begin with {@code &&}, which the index answers.
 *
 * <p>Coordinates are stored in the layer's CRS, x = east. Nodata is NaN in memory and in files, NULL in columns.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"grid", "catalog"})
package sinkmap.store;
