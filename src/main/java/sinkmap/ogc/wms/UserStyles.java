package sinkmap.ogc.wms;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sinkmap.catalog.Layer;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.Kvp;
import sinkmap.ogc.OwsException;
import sinkmap.ogc.XmlElement;
import sinkmap.ogc.style.Style;
import sinkmap.ogc.style.Styles;

/**
 * Styles that come with a request, as {@code SLD_BODY} or in a posted document (OGC 02-070, clause 6; OGC 05-078r4). Beside
 * {@code LAYERS} they are a library that styles are looked up in; without it they say which layers are drawn.
 *
 * <p>Nothing is fetched: the parameter {@code SLD}, remote layers and features within the document are refused. Length,
 * nesting and sizes of symbols are limited.
 */
final class UserStyles {

    static final String PARAMETER = "SLD_BODY";

    private static final int MOST_CHARACTERS = 200_000;
    private static final double MOST_SIZE = 1000;
    private static final Set<String> SIZES = Set.of("Size", "Radius", "PerpendicularOffset", "Gap", "InitialGap");
    private static final Set<String> SIZE_PARAMETERS =
            Set.of("stroke-width", "font-size", "stroke-dasharray", "stroke-dashoffset");
    private static final Set<String> REMOTE = Set.of("RemoteOWS", "InlineFeature");

    private final List<XmlElement> layers;

    private UserStyles(List<XmlElement> layers) {
        this.layers = layers;
    }

    /**
     * The styles of a request; none when it brings none.
     *
     * @param posted the {@code StyledLayerDescriptor} of a posted document
     */
    static UserStyles of(Kvp kvp, Optional<XmlElement> posted) {
        if (kvp.find("SLD").isPresent()) {
            throw OwsException.invalid(
                    "SLD", "styles are not fetched from other addresses; send the document itself as SLD_BODY");
        }
        Optional<XmlElement> root = posted.or(() -> kvp.find(PARAMETER).map(UserStyles::parse));
        root.ifPresent(UserStyles::check);
        return new UserStyles(root.map(UserStyles::layers).orElse(List.of()));
    }

    private static XmlElement parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw OwsException.invalid(PARAMETER, "SLD_BODY is longer than " + MOST_CHARACTERS + " characters");
        }
        try {
            return XmlElement.read(new StringReader(text));
        } catch (SinkmapException e) {
            throw OwsException.invalid(PARAMETER, "SLD_BODY, " + e.getMessage());
        }
    }

    private static List<XmlElement> layers(XmlElement root) {
        if (!root.name().equals("StyledLayerDescriptor")) {
            throw OwsException.invalid(PARAMETER, "the document must be a StyledLayerDescriptor, not a " + root.name());
        }
        return root.children().stream()
                .filter(e -> e.name().equals("NamedLayer") || e.name().equals("UserLayer"))
                .toList();
    }

    private static void check(XmlElement e) {
        if (REMOTE.contains(e.name())) {
            throw fault(e, "is not offered: layers must be those of this service");
        }
        boolean size = SIZES.contains(e.name())
                || SIZE_PARAMETERS.contains(e.findAttribute("name").orElse(""));
        if (size) {
            sizes(e);
        }
        e.children().forEach(UserStyles::check);
    }

    private static void sizes(XmlElement e) {
        String text = e.children().isEmpty() ? e.text() : e.children().get(0).text();
        for (String part : text.split("[\\s,]+")) {
            try {
                if (Math.abs(Double.parseDouble(part)) > MOST_SIZE) {
                    throw fault(e, "must not exceed " + (int) MOST_SIZE);
                }
            } catch (NumberFormatException expression) {
                // the reader of styles says what is wrong with it
            }
        }
    }

    private static OwsException fault(XmlElement e, String what) {
        return OwsException.invalid(PARAMETER, "line " + e.line() + ": " + e.name() + " " + what);
    }

    /** Whether the request brings styles. */
    boolean isEmpty() {
        return layers.isEmpty();
    }

    /** A style to be drawn: its layer, its name where it is one of the service, and the elements that describe it. */
    record Drawn(String layer, String style, XmlElement description, XmlElement layerElement) {}

    /** Layers and styles in the order of the document. */
    List<Drawn> listDrawn() {
        List<Drawn> drawn = new ArrayList<>();
        for (XmlElement layer : layers) {
            String name = name(layer);
            int before = drawn.size();
            for (XmlElement part : layer.children()) {
                if (part.name().equals("NamedStyle")) {
                    drawn.add(new Drawn(name, name(part), null, layer));
                } else if (part.name().equals("UserStyle")) {
                    drawn.add(new Drawn(name, part.findText("Name").orElse(""), part, layer));
                }
            }
            if (drawn.size() == before) {
                drawn.add(new Drawn(name, "", null, layer));
            }
        }
        return drawn;
    }

    private static String name(XmlElement e) {
        return e.findText("Name")
                .or(() -> e.findChild("LayerFeatureConstraints")
                        .flatMap(constraints -> constraints.findChild("FeatureTypeConstraint"))
                        .flatMap(constraint -> constraint.findText("FeatureTypeName")))
                .orElseThrow(() -> fault(e, "lacks Name"));
    }

    /** The style that the document has for a layer by that name, or its default one when the name is blank. */
    Optional<Style> find(Layer layer, String name) {
        List<Drawn> own = listDrawn().stream()
                .filter(drawn -> drawn.description() != null && drawn.layer().equals(layer.id()))
                .toList();
        return own.stream()
                .filter(drawn ->
                        name.isBlank() ? isDefault(drawn, own) : drawn.style().equals(name))
                .findFirst()
                .map(drawn -> read(drawn, layer));
    }

    private static boolean isDefault(Drawn drawn, List<Drawn> own) {
        return own.size() == 1
                || drawn.description()
                        .findText("IsDefault")
                        .filter(truth -> truth.equals("1") || truth.equals("true"))
                        .isPresent()
                || (own.stream()
                                .noneMatch(d ->
                                        d.description().findChild("IsDefault").isPresent())
                        && drawn == own.get(0));
    }

    /** Reads a style that the document describes. */
    static Style read(Drawn drawn, Layer layer) {
        try {
            return Styles.parse(drawn.description(), layer);
        } catch (SinkmapException e) {
            throw e instanceof OwsException known
                    ? known
                    : OwsException.invalid(PARAMETER, "SLD_BODY, " + e.getMessage());
        }
    }

    /** The filter that the document puts on the features of a layer. */
    static Optional<XmlElement> findFilter(Drawn drawn) {
        return drawn.layerElement()
                .findChild("LayerFeatureConstraints")
                .flatMap(constraints -> constraints.findChild("FeatureTypeConstraint"))
                .flatMap(constraint -> constraint.findChild("Filter"));
    }
}
