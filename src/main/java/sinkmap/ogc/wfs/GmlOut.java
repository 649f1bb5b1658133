package sinkmap.ogc.wfs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Utf8Out;

/**
 * Writes geometries as GML, in the axis order of a CRS notation. Coordinates have 8 decimals in degrees and 4 in metres. In
 * GML 3.2 every geometry has an id: that of the whole, and below it the id with the number of the part.
 */
final class GmlOut {

    private final Utf8Out out;
    private final GmlEdition gml;
    private final byte[] srsName;
    private final boolean northFirst;
    private final int decimals;

    GmlOut(Utf8Out out, GmlEdition gml, CrsAxes axes) {
        this.out = out;
        this.gml = gml;
        Utf8Out reference = new Utf8Out();
        reference.put(" srsName=\"").xml(axes.notation()).put(gml == GmlEdition.V2 ? "\"" : "\" srsDimension=\"2\"");
        this.srsName = reference.toBytes();
        this.northFirst = axes.northFirst();
        this.decimals = axes.crs().geographic() ? 8 : 4;
    }

    /** Writes a geometry that is in the CRS of this writer, x = east. */
    void write(Geometry geometry, byte[] id, long feature) {
        if (geometry instanceof Point || geometry instanceof LineString || geometry instanceof Polygon) {
            simple(geometry, id, feature, 0);
        } else if (geometry instanceof MultiPoint) {
            parts(geometry, id, feature, Tag.MULTI_POINT, Tag.POINT_MEMBER);
        } else if (geometry instanceof MultiLineString) {
            boolean old = gml == GmlEdition.V2;
            parts(
                    geometry,
                    id,
                    feature,
                    old ? Tag.MULTI_LINE_STRING : Tag.MULTI_CURVE,
                    old ? Tag.LINE_STRING_MEMBER : Tag.CURVE_MEMBER);
        } else if (geometry instanceof MultiPolygon) {
            boolean old = gml == GmlEdition.V2;
            parts(
                    geometry,
                    id,
                    feature,
                    old ? Tag.MULTI_POLYGON : Tag.MULTI_SURFACE,
                    old ? Tag.POLYGON_MEMBER : Tag.SURFACE_MEMBER);
        } else {
            parts(geometry, id, feature, Tag.MULTI_GEOMETRY, Tag.GEOMETRY_MEMBER);
        }
    }

    private void parts(Geometry geometry, byte[] id, long feature, Tag whole, Tag member) {
        open(whole, id, feature, 0);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            out.put(member.open).put('>');
            simple(geometry.getGeometryN(i), id, feature, i + 1);
            out.put(member.close);
        }
        out.put(whole.close);
    }

    /** Opens a geometry; part 0 is the whole, which names the CRS. */
    private void open(Tag tag, byte[] id, long feature, int part) {
        out.put(tag.open);
        if (gml == GmlEdition.V3_2) {
            out.put(Tag.ID).put(id).number(feature).put(Tag.OF_GEOMETRY);
            if (part > 0) {
                out.put('.').number(part);
            }
            out.put('"');
        }
        if (part == 0) {
            out.put(srsName);
        }
        out.put('>');
    }

    private void simple(Geometry geometry, byte[] id, long feature, int part) {
        if (geometry instanceof Point point) {
            open(Tag.POINT, id, feature, part);
            positions(point.getCoordinateSequence(), gml == GmlEdition.V2 ? Tag.COORDINATES : Tag.POS);
            out.put(Tag.POINT.close);
        } else if (geometry instanceof LineString line) {
            open(Tag.LINE_STRING, id, feature, part);
            positions(line.getCoordinateSequence(), gml == GmlEdition.V2 ? Tag.COORDINATES : Tag.POS_LIST);
            out.put(Tag.LINE_STRING.close);
        } else if (geometry instanceof Polygon polygon) {
            open(Tag.POLYGON, id, feature, part);
            boolean old = gml == GmlEdition.V2;
            ring(polygon.getExteriorRing(), old ? Tag.OUTER : Tag.EXTERIOR);
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring(polygon.getInteriorRingN(i), old ? Tag.INNER : Tag.INTERIOR);
            }
            out.put(Tag.POLYGON.close);
        } else {
            throw new IllegalArgumentException("layers hold no geometry of type " + geometry.getGeometryType());
        }
    }

    private void ring(LineString ring, Tag boundary) {
        out.put(boundary.open).put('>').put(Tag.RING.open).put('>');
        positions(ring.getCoordinateSequence(), gml == GmlEdition.V2 ? Tag.COORDINATES : Tag.POS_LIST);
        out.put(Tag.RING.close).put(boundary.close);
    }

    private void positions(CoordinateSequence points, Tag tag) {
        char between = tag == Tag.COORDINATES ? ',' : ' ';
        out.put(tag.open).put('>');
        for (int i = 0; i < points.size(); i++) {
            if (i > 0) {
                out.put(' ');
            }
            out.fixed(northFirst ? points.getY(i) : points.getX(i), decimals);
            out.put(between);
            out.fixed(northFirst ? points.getX(i) : points.getY(i), decimals);
        }
        out.put(tag.close);
    }

    /** Element names as bytes, the start tag without its end. */
    private enum Tag {
        POINT("Point"),
        LINE_STRING("LineString"),
        POLYGON("Polygon"),
        RING("LinearRing"),
        EXTERIOR("exterior"),
        INTERIOR("interior"),
        OUTER("outerBoundaryIs"),
        INNER("innerBoundaryIs"),
        MULTI_POINT("MultiPoint"),
        POINT_MEMBER("pointMember"),
        MULTI_LINE_STRING("MultiLineString"),
        LINE_STRING_MEMBER("lineStringMember"),
        MULTI_CURVE("MultiCurve"),
        CURVE_MEMBER("curveMember"),
        MULTI_POLYGON("MultiPolygon"),
        POLYGON_MEMBER("polygonMember"),
        MULTI_SURFACE("MultiSurface"),
        SURFACE_MEMBER("surfaceMember"),
        MULTI_GEOMETRY("MultiGeometry"),
        GEOMETRY_MEMBER("geometryMember"),
        POS("pos"),
        POS_LIST("posList"),
        COORDINATES("coordinates");

        static final byte[] ID = Utf8Out.utf8(" gml:id=\"");
        static final byte[] OF_GEOMETRY = Utf8Out.utf8("." + sinkmap.catalog.FeatureLayer.GEOMETRY);

        final byte[] open;
        final byte[] close;

        Tag(String name) {
            open = Utf8Out.utf8("<gml:" + name);
            close = Utf8Out.utf8("</gml:" + name + ">");
        }
    }
}
