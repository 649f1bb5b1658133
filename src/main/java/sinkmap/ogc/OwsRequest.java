package sinkmap.ogc;

import java.util.Optional;

/**
 * A request to an OGC service.
 *
 * @param kvp its parameters
 * @param body the XML document of a POST request
 * @param endpoint address of the service as the client reached it, without query
 * @param language preferred language, a BCP 47 tag: parameter {@code LANGUAGE}, else the {@code Accept-Language} header
 * @param user name of the user who is signed in
 * @param editor whether that user may change features
 */
public record OwsRequest(
        Kvp kvp, Optional<XmlElement> body, String endpoint, String language, Optional<String> user, boolean editor) {

    /** A request of nobody in particular. */
    public OwsRequest(Kvp kvp, Optional<XmlElement> body, String endpoint, String language) {
        this(kvp, body, endpoint, language, Optional.empty(), false);
    }
}
