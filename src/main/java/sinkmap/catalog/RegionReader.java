package sinkmap.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.grid.SinkmapException;

/** Reads {@code region.yaml}. */
final class RegionReader {

    /** Most that an area in the analysis CRS may differ from the geodesic area. */
    private static final double AREA_TOLERANCE = 0.001;

    private RegionReader() {}

    static Region read(YamlNode file) {
        file.only(
                "id",
                "title",
                "crs",
                "cell_m",
                "window",
                "themes",
                "advertised",
                "contact",
                "fees",
                "access_constraints",
                "groups");
        Envelope window = window(file.node("window"));
        Region region = new Region(
                Identifiers.layer(file.node("id")),
                file.bilingual("title"),
                file.text("crs"),
                file.number("cell_m"),
                window,
                themes(file),
                advertised(file),
                file.find("contact").map(RegionReader::contact).orElse(null),
                file.find("fees").map(RegionReader::note).orElse(null),
                file.find("access_constraints").map(RegionReader::note).orElse(null),
                groups(file));
        checkAnalysisCrs(file.node("crs"), window);
        checkGrid(file.node("cell_m"), region);
        return region;
    }

    private static Envelope window(YamlNode node) {
        node.only("west", "south", "east", "north");
        double west = within(node.node("west"), 180);
        double south = within(node.node("south"), 90);
        double east = within(node.node("east"), 180);
        double north = within(node.node("north"), 90);
        if (west >= east || south >= north) {
            throw node.error("the window must have west < east and south < north");
        }
        return new Envelope(west, east, south, north);
    }

    private static double within(YamlNode node, double limit) {
        double degrees = node.asNumber();
        if (Math.abs(degrees) > limit) {
            throw node.error("'" + node.name() + "' must be within " + limit + " degrees, not " + degrees);
        }
        return degrees;
    }

    private static List<Region.Theme> themes(YamlNode file) {
        List<Region.Theme> themes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode theme : file.list("themes")) {
            theme.only("id", "title");
            String id = Identifiers.layer(theme.node("id"));
            if (!ids.add(id)) {
                throw theme.error("theme '" + id + "' stands twice");
            }
            themes.add(new Region.Theme(id, theme.bilingual("title")));
        }
        return themes;
    }

    private static List<Region.Group> groups(YamlNode file) {
        List<Region.Group> groups = new ArrayList<>();
        if (file.find("groups").isEmpty()) {
            return groups;
        }
        Set<String> ids = new HashSet<>();
        for (YamlNode group : file.list("groups")) {
            group.only("id", "title", "layers");
            String id = Identifiers.layer(group.node("id"));
            if (!ids.add(id)) {
                throw group.error("group '" + id + "' stands twice");
            }
            List<String> layers =
                    group.list("layers").stream().map(YamlNode::asText).toList();
            groups.add(new Region.Group(id, group.bilingual("title"), layers));
        }
        return groups;
    }

    private static List<String> advertised(YamlNode file) {
        List<String> codes = new ArrayList<>();
        for (YamlNode code : file.list("advertised")) {
            String definition = crs(code).definition();
            if (!definition.matches("[A-Z]+:[0-9]+")) {
                throw code.error("only codes such as EPSG:4490 can be advertised");
            }
            if (codes.contains(definition)) {
                throw code.error(definition + " stands twice");
            }
            codes.add(definition);
        }
        return codes;
    }

    private static Region.Contact contact(YamlNode node) {
        node.only("organisation", "email");
        return new Region.Contact(
                node.bilingual("organisation"), node.findText("email").orElse(null));
    }

    /** A text in both languages, or one that reads the same in both. */
    private static Text note(YamlNode node) {
        return node.isMap() ? node.asBilingual() : new Text(node.asText(), node.asText());
    }

    /** The CRS that a node names. */
    static Crs crs(YamlNode node) {
        try {
            return Crs.of(node.asText());
        } catch (LayerFileException e) {
            throw e;
        } catch (SinkmapException e) {
            throw node.error(e.getMessage());
        }
    }

    private static void checkAnalysisCrs(YamlNode node, Envelope window) {
        Crs crs = crs(node);
        if (crs.geographic() || Math.abs(crs.metresPerUnit() - 1) > 1e-9) {
            throw node.error("the analysis CRS must be a map projection in metres");
        }
        double[] longitudes = {window.getMinX(), (window.getMinX() + window.getMaxX()) / 2, window.getMaxX()};
        double[] latitudes = {window.getMinY(), (window.getMinY() + window.getMaxY()) / 2, window.getMaxY()};
        for (double longitude : longitudes) {
            for (double latitude : latitudes) {
                double ratio = areaRatio(crs, longitude, latitude);
                if (!(Math.abs(ratio - 1) <= AREA_TOLERANCE)) {
                    throw node.error(String.format(
                            "the analysis CRS must be equal-area: at longitude %s, latitude %s it shows areas %.4f times"
                                    + " as large as they are; take an Albers or Lambert equal-area projection",
                            longitude, latitude, ratio));
                }
            }
        }
    }

    /** Area in the CRS over geodesic area, of a quadrangle of about a kilometre. */
    private static double areaRatio(Crs crs, double longitude, double latitude) {
        Envelope quad = new Envelope(longitude, longitude + 0.01, latitude, latitude + 0.01);
        PolygonArea geodesic = new PolygonArea(Geodesic.WGS84, false);
        var polygon = new GeometryFactory().toGeometry(quad);
        Coordinate[] ring = polygon.getCoordinates();
        for (int i = 0; i < ring.length - 1; i++) {
            geodesic.AddPoint(ring[i].y, ring[i].x);
        }
        double area = crs.transform(polygon, Crs.of("EPSG:4490")).getArea();
        return area / Math.abs(geodesic.Compute().area);
    }

    private static void checkGrid(YamlNode cell, Region region) {
        try {
            region.grid(region.cellSize());
        } catch (SinkmapException e) {
            throw cell.error(e.getMessage());
        }
    }
}
