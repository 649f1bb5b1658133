package sinkmap.ogc;

import java.util.List;
import sinkmap.catalog.LayerText;
import sinkmap.catalog.Region;
import sinkmap.catalog.Text;

/**
 * What capabilities say about the service: from the region, else from the settings.
 *
 * @param organisation organisation of the contact, or empty
 * @param email address of the contact, or empty
 * @param fees what use costs
 * @param accessConstraints what use is bound to
 */
public record ServiceText(String organisation, String email, String fees, String accessConstraints) {

    public static final String SUMMARY = LayerText.SERVICE_SUMMARY;
    public static final List<String> KEYWORDS = LayerText.SERVICE_KEYWORDS;

    public static ServiceText of(Region region, OgcSettings settings) {
        Region.Contact contact = region.contact();
        return new ServiceText(
                or(contact == null ? null : contact.organisation(), settings.organisation()),
                contact == null || contact.email() == null ? settings.email() : contact.email(),
                or(region.fees(), settings.fees()),
                or(region.accessConstraints(), settings.accessConstraints()));
    }

    private static String or(Text text, String fallback) {
        return text == null ? fallback : text.both();
    }
}
