/**
 * Publishing: registering the catalog's layers in a GeoServer that reads the same PostGIS tables and GeoTIFFs.
 *
 * <p>The desired state is the catalog; the publisher compares it with what the GeoServer holds and changes what differs.
 * It registers, it never copies data. Nothing is published yet: the deployment adds the publisher here, and the SLD
 * files of {@code styles/} are already written to be used by both servers.
 */
@ApplicationModule(allowedDependencies = {"grid", "catalog"})
package sinkmap.publish;

import org.springframework.modulith.ApplicationModule;
