/**
 * Publishing: registering the catalog's layers in a GeoServer that reads the same PostGIS and the same GeoTIFFs.
 *
 * <p>The <b>desired state</b> comes from the catalog and the store: a workspace, one PostGIS store over the published views,
 * a feature type or a coverage a layer, the SLD files as they are, layer groups, tile caches, texts and limits of the
 * services, and who may write. {@link sinkmap.publish.Publisher} compares it with what the GeoServer holds and changes what
 * differs, one item at a time: whoever repeats it, after an interruption or out of caution, changes nothing that is right.
 * It registers, it never copies data.
 *
 * <p>What was made here carries a <b>mark</b> in its metadata. Only marked items are changed or removed; where a name is
 * taken by something without the mark, that layer fails by name and the others go on.
 *
 * <p><b>Results of runs</b> are no new layers. A derived feature layer is one feature type with the view parameter {@code
 * run} (none means the results that count now); a derived raster is one coverage whose store is pointed at the file of the
 * current run. Publishing takes as long after the 300th run as after the first.
 *
 * <p>In the end the GeoServer itself is asked ({@code Verification}): capabilities, a map of every layer,
 * the number of features.
 */
@ApplicationModule(allowedDependencies = {"grid", "catalog", "store"})
package sinkmap.publish;

import org.springframework.modulith.ApplicationModule;
