/**
 * Operations: what whoever runs the service sees of it from outside.
 *
 * <p><b>Health</b> ({@code /actuator/health}, open to everybody, without details for strangers): database, disk, the
 * GeoServer and how publishing ended, the last run. Without the database or disk the service is {@code DOWN}; a run or
 * publication that failed, or a GeoServer that does not answer, leaves it working and makes it {@code DEGRADED}. Whether it
 * can take requests at all is {@code /actuator/health/readiness}: database only, so that a GeoServer that is away takes no map
 * server with it.
 *
 * <p><b>Metrics</b> ({@code /actuator/prometheus}, for administrators): beside those of Spring Boot for the machine, HTTP and
 * the connection pool, the requests by service and layer with the time of drawing (made in {@code ogc}), the runs
 * ({@link sinkmap.operations.RunMetrics}) and publishing ({@link sinkmap.operations.PublicationMetrics}).
 *
 * <p><b>Logs</b>: every line of a request carries its id, taken from {@code X-Request-Id} or made, and sent back in the same
 * header; every line of a run carries the id of the run.
 */
@ApplicationModule(allowedDependencies = {"store", "run", "publish"})
package sinkmap.operations;

import org.springframework.modulith.ApplicationModule;
