package sinkmap.store;

import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A feature.
 *
 * @param id number of the row, unique and stable within its layer; 0 before it is stored
 * @param geometry geometry in the layer's CRS, x = east; null when it was not asked for
 * @param attributes values by attribute name, in the layer's order; absent or null when there is none. Types: String,
 *     Long, Double, Boolean, java.time.LocalDate, java.time.OffsetDateTime; JSON as String
 */
public record Feature(long id, Geometry geometry, Map<String, Object> attributes) {}
