/**
 * Filters as clients write them: CQL (CQL2 text, CQL2 JSON and the ECQL dialect), OGC Filter Encoding 1.0 and 1.1, and FES 2.0. All become GeoTools
 * filters whose property names are checked against the layer and whose geometries are in the layer's CRS, x = east.
 */
package sinkmap.ogc.filter;
