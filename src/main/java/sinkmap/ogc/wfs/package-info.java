/**
 * The Web Feature Service, version 2.0.0 (OGC 09-025r2): results as GML 3.2 or GeoJSON; {@link
 * sinkmap.ogc.wfs.EditingWfs} adds transactions and locks, of 1.0.0 (OGC 02-058) and 1.1.0 (OGC 04-094) too.
 */
package sinkmap.ogc.wfs;
