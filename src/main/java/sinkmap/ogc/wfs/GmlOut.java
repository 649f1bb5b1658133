package sinkmap.ogc.wfs;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.XmlOut;

/** Writes geometries as GML 3.2, in the axis order of a CRS notation. */
final class GmlOut {

    private final XmlOut out;
    private final CrsAxes axes;
    private final double precision;

    GmlOut(XmlOut out, CrsAxes axes) {
        this.out = out;
        this.axes = axes;
        this.precision = axes.crs().geographic() ? 1e8 : 1e4;
    }

    /** Writes a geometry that is in the CRS of this writer, x = east. */
    void write(Geometry geometry, String id) {
        write(geometry, id, axes.notation());
    }

    private void write(Geometry geometry, String id, String srsName) {
        if (geometry instanceof Point point) {
            open("gml:Point", id, srsName);
            out.element("gml:pos", positions(point.getCoordinateSequence())).close();
        } else if (geometry instanceof LineString line) {
            open("gml:LineString", id, srsName);
            out.element("gml:posList", positions(line.getCoordinateSequence())).close();
        } else if (geometry instanceof Polygon polygon) {
            open("gml:Polygon", id, srsName);
            ring("gml:exterior", polygon.getExteriorRing());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                ring("gml:interior", polygon.getInteriorRingN(i));
            }
            out.close();
        } else if (geometry instanceof MultiPoint) {
            members("gml:MultiPoint", "gml:pointMember", geometry, id, srsName);
        } else if (geometry instanceof MultiLineString) {
            members("gml:MultiCurve", "gml:curveMember", geometry, id, srsName);
        } else if (geometry instanceof MultiPolygon) {
            members("gml:MultiSurface", "gml:surfaceMember", geometry, id, srsName);
        } else if (geometry instanceof GeometryCollection) {
            members("gml:MultiGeometry", "gml:geometryMember", geometry, id, srsName);
        }
    }

    private void open(String name, String id, String srsName) {
        out.open(name, "gml:id", id, "srsName", srsName, "srsDimension", srsName == null ? null : 2);
    }

    private void members(String name, String member, Geometry geometry, String id, String srsName) {
        open(name, id, srsName);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            out.open(member);
            write(geometry.getGeometryN(i), id + "." + (i + 1), null);
            out.close();
        }
        out.close();
    }

    private void ring(String name, LineString ring) {
        out.open(name).open("gml:LinearRing");
        out.element("gml:posList", positions(ring.getCoordinateSequence()));
        out.close().close();
    }

    private String positions(CoordinateSequence sequence) {
        StringBuilder text = new StringBuilder(sequence.size() * 24);
        for (int i = 0; i < sequence.size(); i++) {
            if (i > 0) {
                text.append(' ');
            }
            append(text, axes.northFirst() ? sequence.getY(i) : sequence.getX(i));
            text.append(' ');
            append(text, axes.northFirst() ? sequence.getX(i) : sequence.getY(i));
        }
        return text.toString();
    }

    private void append(StringBuilder text, double ordinate) {
        double rounded = Math.round(ordinate * precision) / precision;
        if (Math.abs(rounded) >= 1e7 || (Math.abs(rounded) < 1e-3 && rounded != 0)) {
            text.append(new java.math.BigDecimal(Double.toString(rounded)).toPlainString());
        } else {
            text.append(rounded);
        }
    }
}
