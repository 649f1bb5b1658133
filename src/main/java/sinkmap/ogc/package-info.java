/**
 * The OGC face of the service: every layer of the catalog, input or result, as WMS 1.1.1 and 1.3.0 and as WFS 1.0.0, 1.1.0 and 2.0.0.
 *
 * <p>This package holds what both services share: the parameters of a request ({@link sinkmap.ogc.Kvp}), the errors they
 * answer with ({@link sinkmap.ogc.OwsException}), XML in and out ({@link sinkmap.ogc.XmlElement}, {@link
 * sinkmap.ogc.XmlOut}), and the axis order that a way of writing a CRS implies ({@link sinkmap.ogc.CrsAxes}). {@link
 * sinkmap.ogc.OwsService} is one service; {@code /wms} and {@code /wfs} lead to one each, {@code /ows} to either. The
 * parts below:
 *
 * <ul>
 *   <li>{@code filter}: filters written as CQL or as XML become GeoTools filters, which the store turns into SQL;
 *   <li>{@code style}: SLD files become painting rules, and rules paint features, rasters and legends;
 *   <li>{@code wms} and {@code wfs}: the services, and {@code api}: the same features, and vector tiles, by OGC API. They do
 *       not know each other.
 * </ul>
 *
 * <p>Nothing here knows siting or carbon: results are layers like any other. Inside, coordinates are always x = east, y =
 * north; only at the edge are they turned into the order that the request's notation asks for.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"grid", "catalog", "store", "ingest"})
package sinkmap.ogc;
