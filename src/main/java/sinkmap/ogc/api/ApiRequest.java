package sinkmap.ogc.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.OgcSettings;

/**
 * A request to the OGC API. Names of parameters are matched exactly; one that the resource does not know, and one that is
 * given twice with different values, is an error (OGC 17-069r4, requirements 7 and 8).
 *
 * @param root address of the landing page as the client reached it, without slash at the end
 * @param path path below it, as the client wrote it
 * @param parameters parameters that have a value
 * @param media form of the answer
 * @param language {@code zh} or {@code en}
 */
record ApiRequest(String root, String path, Map<String, String> parameters, Media media, String language) {

    /** Parameters of every resource. */
    static final Set<String> COMMON = Set.of("f", "lang");

    /**
     * Reads a request.
     *
     * @param offered forms that the resource has, the default first
     * @param known names of its parameters besides {@link #COMMON}
     */
    static ApiRequest read(
            HttpServletRequest servlet, OgcSettings settings, List<Media> offered, Collection<String> known) {
        Map<String, String> parameters = parameters(servlet, known);
        String local =
                servlet.getRequestURI().substring(servlet.getContextPath().length());
        return new ApiRequest(
                origin(servlet, settings) + ApiHeaders.ROOT,
                local.substring(ApiHeaders.ROOT.length()),
                parameters,
                Media.choose(Optional.ofNullable(parameters.get("f")), servlet.getHeader("Accept"), offered),
                language(servlet, parameters.get("lang")));
    }

    private static String origin(HttpServletRequest servlet, OgcSettings settings) {
        if (!settings.publicUrl().isBlank()) {
            return settings.publicUrl().replaceAll("/+$", "");
        }
        String url = servlet.getRequestURL().toString();
        return url.substring(0, url.length() - servlet.getRequestURI().length()) + servlet.getContextPath();
    }

    private static Map<String, String> parameters(HttpServletRequest servlet, Collection<String> known) {
        Map<String, String> parameters = new LinkedHashMap<>();
        servlet.getParameterMap().forEach((name, values) -> {
            if (!known.contains(name) && !COMMON.contains(name)) {
                Set<String> all = new LinkedHashSet<>(known);
                all.addAll(COMMON);
                throw ApiException.invalid(name, "is not known here" + Suggestion.among(name, List.copyOf(all)));
            }
            if (Arrays.stream(values).distinct().count() > 1) {
                throw ApiException.invalid(name, "is given twice with different values");
            }
            if (!values[0].isBlank()) {
                parameters.put(name, values[0].strip());
            }
        });
        return parameters;
    }

    private static String language(HttpServletRequest servlet, String asked) {
        if (asked != null && !asked.equals("zh") && !asked.equals("en")) {
            throw ApiException.invalid("lang", "must be zh or en, not '" + asked + "'");
        }
        String header = servlet.getHeader("Accept-Language");
        if (asked != null || header == null || header.isBlank()) {
            return asked == null ? "zh" : asked;
        }
        return servlet.getLocale().getLanguage().equals("zh") ? "zh" : "en";
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    boolean html() {
        return media == Media.HTML;
    }

    /** Address of a resource below the landing page. */
    String at(String below) {
        return root + below;
    }

    /** Address of this request. */
    String self() {
        return self(Map.of());
    }

    /** Address of this request with some parameters set anew; an empty value takes one away. */
    String self(Map<String, String> changes) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.putAll(changes);
        String query = all.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&"));
        return root + path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Links to this resource in the form of this answer and in its other forms. */
    List<Link> selves(Media... others) {
        List<Link> links = new ArrayList<>();
        links.add(Link.of("self", media, "This document", self()));
        for (Media other : others) {
            if (other != media) {
                links.add(
                        Link.of("alternate", other, "This document as " + other.key(), self(Map.of("f", other.key()))));
            }
        }
        return links;
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
