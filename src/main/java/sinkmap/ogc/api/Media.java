package sinkmap.ogc.api;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** A form in which a resource can be had. */
enum Media {
    JSON("json", "application/json"),
    GEOJSON("json", "application/geo+json"),
    SCHEMA("json", "application/schema+json"),
    OPENAPI("json", "application/vnd.oai.openapi+json;version=3.0"),
    TILE("mvt", "application/vnd.mapbox-vector-tile"),
    HTML("html", "text/html");

    private static final MediaType ANY_JSON = MediaType.parseMediaType("application/json");

    private final String key;
    private final String type;

    Media(String key, String type) {
        this.key = key;
        this.type = type;
    }

    /** Value of the parameter {@code f}. */
    String key() {
        return key;
    }

    String type() {
        return type;
    }

    /** What to send as Content-Type. */
    String contentType() {
        return this == HTML ? type + ";charset=UTF-8" : type;
    }

    /**
     * The form that a request wants: by {@code f}, else by its Accept header (RFC 9110, 12.5.1), else the first.
     *
     * @throws ApiException 400 for an unknown {@code f}, 406 when no form is acceptable
     */
    static Media choose(Optional<String> f, String accept, List<Media> offered) {
        if (f.isPresent()) {
            return offered.stream()
                    .filter(media -> media.key.equals(f.get()))
                    .findFirst()
                    .orElseThrow(() -> ApiException.invalid(
                            "f",
                            "must be one of "
                                    + offered.stream()
                                            .map(Media::key)
                                            .distinct()
                                            .toList() + ", not '" + f.get()
                                    + "'"));
        }
        if (accept == null || accept.isBlank()) {
            return offered.get(0);
        }
        return accepted(accept, offered)
                .orElseThrow(() -> new ApiException(
                        HttpStatus.NOT_ACCEPTABLE,
                        "this can be had as "
                                + offered.stream().map(Media::type).toList() + ", not as '" + accept + "'"));
    }

    private static Optional<Media> accepted(String accept, List<Media> offered) {
        List<MediaType> ranges;
        try {
            ranges = MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            return Optional.of(offered.get(0));
        }
        Media best = null;
        double bestQuality = 0;
        for (Media media : offered) {
            double quality = ranges.stream()
                    .filter(range -> media.matches(range))
                    .max((a, b) -> Integer.compare(specificity(a), specificity(b)))
                    .map(MediaType::getQualityValue)
                    .orElse(0.0);
            if (quality > bestQuality) {
                best = media;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean matches(MediaType range) {
        MediaType own = MediaType.parseMediaType(type);
        return range.includes(own) || key.equals("json") && range.includes(ANY_JSON);
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }
}
