/** The Web Feature Service, version 2.0.0 (OGC 09-025r2): read only, results as GML 3.2 or GeoJSON. */
package sinkmap.ogc.wfs;
