package sinkmap.catalog;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sinkmap.catalog.GmlForm.StandardProperty;

/** Reads one layer file. */
final class LayerReader {

    private static final String DEFAULT_CRS = "EPSG:4490";
    private static final String[] COMMON_KEYS = {
        "id",
        "title",
        "summary",
        "keywords",
        "theme",
        "role",
        "crs",
        "source",
        "licence",
        "date",
        "quality",
        "style",
        "max_scale_denominator",
        "per"
    };

    private final YamlNode file;
    private final List<String> themes;
    private final Set<String> styles;

    /**
     * @param file content of the file
     * @param themes ids of the region's themes
     * @param styles names of the styles that exist
     */
    LayerReader(YamlNode file, List<String> themes, Set<String> styles) {
        this.file = file;
        this.themes = themes;
        this.styles = styles;
    }

    /** The layer; one that is declared per plan still has no plan. */
    Layer read() {
        boolean raster = file.oneOf("geometry", "band").equals("band");
        String crs = file.find("crs")
                .map(node -> RegionReader.crs(node).definition())
                .orElse(DEFAULT_CRS);
        if (raster) {
            file.only(with("band"));
            Band band = band(file.node("band"));
            if (band.bits() != null && file.choice("role", Role.class) != Role.DERIVED) {
                throw file.node("band").node("bits").error("'bits' belongs to results, layers with 'role: derived'");
            }
            return new RasterLayer(description(), band, crs);
        }
        file.only(with("geometry", "attributes", "time", "editable"));
        List<Attribute> attributes = attributes();
        return new FeatureLayer(
                description(),
                file.choice("geometry", GeometryType.class),
                crs,
                attributes,
                file.find("time").map(node -> time(node, attributes)).orElse(null),
                file.flag("editable", false));
    }

    /** Whether the file stands for one layer per plan. */
    boolean perPlan() {
        if (!file.has("per")) {
            return false;
        }
        YamlNode per = file.node("per");
        if (!per.asText().equals("plan")) {
            throw per.error("'per' can only be 'plan', not '" + per.asText() + "'");
        }
        if (file.choice("role", Role.class) != Role.DERIVED) {
            throw per.error("only layers with 'role: derived' can be 'per: plan'");
        }
        return true;
    }

    private static String[] with(String... keys) {
        List<String> all = new ArrayList<>(List.of(COMMON_KEYS));
        all.addAll(List.of(keys));
        return all.toArray(new String[0]);
    }

    private Description description() {
        return new Description(
                Identifiers.layer(file.node("id")),
                file.bilingual("title"),
                file.bilingual("summary"),
                file.findList("keywords", YamlNode::asBilingual),
                named(file.node("theme"), themes, "theme"),
                file.choice("role", Role.class),
                file.text("source"),
                file.text("licence"),
                date(file.node("date")),
                file.choice("quality", Quality.class),
                style(file.node("style")),
                file.find("max_scale_denominator").map(LayerReader::positive).orElse(null),
                null);
    }

    private static String named(YamlNode node, List<String> known, String what) {
        String name = node.asText();
        if (!known.contains(name)) {
            throw node.error("unknown " + what + " '" + name + "'" + Suggestion.among(name, known));
        }
        return name;
    }

    private String style(YamlNode node) {
        String name = node.asText();
        if (!styles.contains(name)) {
            throw node.error("there is no style file '" + name + ".sld'" + Suggestion.among(name, styles));
        }
        return name;
    }

    private static Double positive(YamlNode node) {
        double number = node.asNumber();
        if (number <= 0) {
            throw node.error("'" + node.name() + "' must be greater than 0, not " + number);
        }
        return number;
    }

    private static String date(YamlNode node) {
        String text = node.asText();
        try {
            switch (text.length()) {
                case 4 -> Year.parse(text);
                case 7 -> YearMonth.parse(text);
                default -> LocalDate.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw node.error("'" + node.name()
                    + "' must be a year, month or day such as 2026, 2026-05 or 2026-05-17, not '" + text + "'");
        }
        return text;
    }

    private List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (YamlNode node : file.findList("attributes")) {
            Attribute attribute = attribute(node);
            if (!names.add(attribute.name())) {
                throw node.error("attribute '" + attribute.name() + "' stands twice");
            }
            attributes.add(attribute);
            checkStandard(node, attributes);
        }
        return attributes;
    }

    /** Sees that the name of a property of GML means one attribute. */
    private static void checkStandard(YamlNode node, List<Attribute> attributes) {
        for (Attribute standard : attributes) {
            StandardProperty property = standard.gml().property();
            for (Attribute other : attributes) {
                if (property != null
                        && other != standard
                        && (other.gml().property() == property || other.name().equals(property.element()))) {
                    throw node.error("gml:" + property.element() + " would be both '" + standard.name() + "' and '"
                            + other.name() + "'");
                }
            }
        }
    }

    private static Attribute attribute(YamlNode node) {
        node.only("name", "type", "unit", "title", "minimum", "maximum", "classes", "required", "gml");
        AttributeType type = node.choice("type", AttributeType.class);
        boolean number = type == AttributeType.INTEGER || type == AttributeType.REAL;
        for (String key : List.of("unit", "minimum", "maximum")) {
            if (!number && node.has(key)) {
                throw node.node(key).error("'" + key + "' belongs to attributes of type integer or real only");
            }
        }
        if (node.has("classes") && type != AttributeType.TEXT && type != AttributeType.INTEGER) {
            throw node.node("classes").error("'classes' belongs to attributes of type text or integer only");
        }
        checkRange(node);
        return new Attribute(
                Identifiers.attribute(node.node("name")),
                type,
                node.find("unit").map(UnitList::read).orElse(null),
                node.bilingual("title"),
                node.findNumber("minimum").orElse(null),
                node.findNumber("maximum").orElse(null),
                classes(node, type == AttributeType.INTEGER),
                node.flag("required", false),
                node.find("gml").map(form -> gml(form, node, type)).orElse(GmlForm.PLAIN));
    }

    private static GmlForm gml(YamlNode node, YamlNode attribute, AttributeType type) {
        node.only("property", "code_space", "nillable");
        StandardProperty property =
                node.findChoice("property", StandardProperty.class).orElse(null);
        if (property != null && type != AttributeType.TEXT) {
            throw node.node("property").error("'property' belongs to attributes of type text only");
        }
        if ((property == StandardProperty.IDENTIFIER) != node.has("code_space")) {
            throw node.error("'property: identifier' needs 'code_space', the URI of who gives the identifiers, "
                    + "and no other attribute has one");
        }
        boolean nillable = node.flag("nillable", false);
        if (nillable && (property != null || attribute.flag("required", false))) {
            throw node.node("nillable").error("what is required or a property of GML is never nil");
        }
        return new GmlForm(property, node.findText("code_space").orElse(null), nillable);
    }

    private static Band band(YamlNode node) {
        node.only("unit", "minimum", "maximum", "interpolation", "classes", "bits");
        checkRange(node);
        List<ClassValue> classes = classes(node, true);
        BitList bits = node.find("bits").map(LayerReader::bits).orElse(null);
        if (bits != null && !classes.isEmpty()) {
            throw node.node("bits").error("a value is a class or a set of bits; leave out 'classes' or 'bits'");
        }
        boolean codes = bits != null || !classes.isEmpty();
        Interpolation usual = !codes ? Interpolation.BILINEAR : Interpolation.NEAREST;
        Interpolation interpolation =
                node.findChoice("interpolation", Interpolation.class).orElse(usual);
        if (codes && interpolation != Interpolation.NEAREST) {
            throw node.node("interpolation")
                    .error((bits == null ? "class codes" : "bits")
                            + " cannot be interpolated; write 'interpolation: nearest'");
        }
        return new Band(
                UnitList.read(node.node("unit")),
                node.findNumber("minimum").orElse(null),
                node.findNumber("maximum").orElse(null),
                interpolation,
                classes,
                bits);
    }

    private static BitList bits(YamlNode node) {
        node.only("list", "title", "none", "nodata");
        return new BitList(
                node.text("list"), node.bilingual("title"), node.bilingual("none"), node.bilingual("nodata"));
    }

    private static void checkRange(YamlNode node) {
        double minimum = node.findNumber("minimum").orElse(Double.NEGATIVE_INFINITY);
        double maximum = node.findNumber("maximum").orElse(Double.POSITIVE_INFINITY);
        if (minimum > maximum) {
            throw node.node("minimum").error("the minimum " + minimum + " is above the maximum " + maximum);
        }
    }

    private static List<ClassValue> classes(YamlNode owner, boolean wholeNumbers) {
        List<ClassValue> classes = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (YamlNode node : owner.findList("classes")) {
            node.only("code", "title");
            YamlNode code = node.node("code");
            String text = wholeNumbers ? String.valueOf(code.asInteger()) : code.asText();
            if (!codes.add(text)) {
                throw code.error("class '" + text + "' stands twice");
            }
            classes.add(new ClassValue(text, node.bilingual("title")));
        }
        return classes;
    }

    private static String time(YamlNode node, List<Attribute> attributes) {
        List<String> dates = attributes.stream()
                .filter(a -> a.type() == AttributeType.DATE || a.type() == AttributeType.TIMESTAMP)
                .map(Attribute::name)
                .toList();
        if (dates.isEmpty()) {
            throw node.error("'time' needs an attribute of type date or timestamp, and this layer has none");
        }
        return named(node, dates, "date attribute");
    }
}
