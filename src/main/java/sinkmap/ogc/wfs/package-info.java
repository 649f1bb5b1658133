/**
 * The Web Feature Service, versions 2.0.0 (OGC 09-025r2), 1.1.0 (OGC 04-094) and 1.0.0 (OGC 02-058) at one address; {@link
 * sinkmap.ogc.wfs.EditingWfs} adds transactions and locks to the one that reads.
 *
 * <p>A request becomes queries ({@link sinkmap.ogc.wfs.FeatureRequest}), these are counted and paged ({@link
 * sinkmap.ogc.wfs.FeatureResult}), and a {@link sinkmap.ogc.wfs.FeatureAnswer} streams them: GML 3.2, 3.1.1 and 2.1.2,
 * GeoJSON, CSV, zipped shapefile, GeoPackage. What {@link sinkmap.ogc.wfs.WfsEdition} says of a version holds for all operations.
 */
package sinkmap.ogc.wfs;
