package sinkmap.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A candidate site.
 *
 * @param attributes every attribute of the layer, by name; JSON attributes as JSON
 * @param bbox west, south, east, north, degrees
 * @param centroid longitude and latitude of a point inside the site, degrees
 * @param geometry GeoJSON in degrees; absent in lists
 * @param self path of this site
 */
record SiteView(
        @JsonAnyGetter Map<String, Object> attributes,
        double[] bbox,
        double[] centroid,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode geometry,
        String self) {}
