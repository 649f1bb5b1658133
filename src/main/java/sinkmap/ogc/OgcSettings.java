package sinkmap.ogc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the OGC services.
 *
 * @param publicUrl address of the service as clients see it, without {@code /wms}; empty takes it from each request
 * @param maxSize greatest width and height of a map, in pixels
 * @param maxFeatureInfo most features a layer that GetFeatureInfo answers with
 * @param tolerance radius around the point of GetFeatureInfo, in pixels
 * @param countDefault features in an answer to a WFS request that gives no {@code COUNT}
 * @param countMax most features in an answer to a WFS request, whatever it asks for
 * @param maxBody largest XML request body, in bytes
 * @param organisation organisation of the contact, when the region names none
 * @param email address of the contact, when the region names none
 * @param fees what use costs
 * @param accessConstraints who may use it for what
 */
@ConfigurationProperties("sinkmap.ogc")
public record OgcSettings(
        @DefaultValue("") String publicUrl,
        @DefaultValue("4096") int maxSize,
        @DefaultValue("50") int maxFeatureInfo,
        @DefaultValue("4") double tolerance,
        @DefaultValue("50000") int countDefault,
        @DefaultValue("1000000") int countMax,
        @DefaultValue("10000000") int maxBody,
        @DefaultValue("") String organisation,
        @DefaultValue("") String email,
        @DefaultValue("none") String fees,
        @DefaultValue("none") String accessConstraints) {

    public OgcSettings {
        if (maxSize < 1
                || countDefault < 1
                || countMax < countDefault
                || maxFeatureInfo < 1
                || tolerance < 0
                || maxBody < 1) {
            throw new IllegalArgumentException(
                    "sinkmap.ogc: limits must be positive, and count-max not below count-default");
        }
    }
}
