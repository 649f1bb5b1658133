/** The Web Map Service, versions 1.1.1 (OGC 01-068r3) and 1.3.0 (OGC 06-042). */
package sinkmap.ogc.wms;
