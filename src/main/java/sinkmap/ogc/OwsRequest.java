package sinkmap.ogc;

import java.util.Optional;

/**
 * A request to an OGC service.
 *
 * @param kvp its parameters
 * @param body the XML document of a POST request
 * @param endpoint address of the service as the client reached it, without query
 * @param language preferred language, a BCP 47 tag: parameter {@code LANGUAGE}, else the {@code Accept-Language} header
 */
public record OwsRequest(Kvp kvp, Optional<XmlElement> body, String endpoint, String language) {}
