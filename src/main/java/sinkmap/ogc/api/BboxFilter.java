package sinkmap.ogc.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import sinkmap.catalog.Crs;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Region;
import sinkmap.ogc.CrsAxes;
import sinkmap.ogc.Extents;
import sinkmap.ogc.Kvp;

/**
 * The parameter {@code bbox}: items whose geometry meets a rectangle of the CRS in which it is given (OGC 17-069r4, 7.15.3).
 * In degrees the western side may lie east of the eastern one: the rectangle then crosses the antimeridian. Heights are
 * passed over, as items have none.
 */
final class BboxFilter {

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    /** Parts of a rectangle's side, so that it bends where the layer's CRS bends it. */
    private static final int PARTS = 64;

    private BboxFilter() {}

    static Filter read(String bbox, CrsAxes axes, FeatureLayer layer, Region region) {
        List<Filter> parts = new ArrayList<>();
        for (Envelope part : rectangles(corners(bbox), axes)) {
            parts.add(filter(part, axes.crs(), layer, region));
        }
        return parts.size() == 1 ? parts.get(0) : FILTERS.or(parts);
    }

    /** Lower and upper corner, in the order written. */
    private static double[] corners(String bbox) {
        String[] parts = bbox.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw ApiException.invalid("bbox", "must hold four numbers, or six with heights, not " + parts.length);
        }
        double[] all = Arrays.stream(parts).mapToDouble(BboxFilter::number).toArray();
        return all.length == 4 ? all : new double[] {all[0], all[1], all[3], all[4]};
    }

    private static double number(String text) {
        double number = Kvp.number(text).orElse(Double.NaN);
        if (!(Math.abs(number) <= 1e12)) {
            throw ApiException.invalid("bbox", "must hold finite numbers; '" + text + "' is none");
        }
        return number;
    }

    private static List<Envelope> rectangles(double[] c, CrsAxes axes) {
        double[] xy = axes.northFirst() ? new double[] {c[1], c[0], c[3], c[2]} : c;
        String order = axes.northFirst() ? "north, east" : "east, north";
        if (xy[1] > xy[3]) {
            throw ApiException.invalid(
                    "bbox", "has its southern side north of the northern one; the order in this CRS is " + order);
        }
        boolean degrees = axes.crs().geographic();
        if (degrees && (xy[3] < -90 || xy[1] > 90)) {
            throw ApiException.invalid("bbox", "lies beyond the poles; the order in this CRS is " + order);
        }
        if (xy[0] <= xy[2]) {
            return List.of(new Envelope(xy[0], xy[2], xy[1], xy[3]));
        }
        if (!degrees) {
            throw ApiException.invalid("bbox", "has its western side east of the eastern one");
        }
        return List.of(new Envelope(xy[0], 180, xy[1], xy[3]), new Envelope(-180, xy[2], xy[1], xy[3]));
    }

    private static Filter filter(Envelope rectangle, Crs from, FeatureLayer layer, Region region) {
        Crs stored = Crs.of(layer.crs());
        Envelope search = Extents.search(rectangle, from, stored, region);
        if (search == null) {
            return Filter.INCLUDE;
        }
        Geometry area = GEOMETRIES.toGeometry(search);
        if (!stored.sameCoordinates(from)) {
            area = bent(rectangle, from, stored, area);
        }
        return FILTERS.intersects(FILTERS.property(FeatureLayer.GEOMETRY), FILTERS.literal(area));
    }

    /** The rectangle as it lies in the layer's CRS; its bounds where it leaves what the projection can show. */
    private static Geometry bent(Envelope rectangle, Crs from, Crs stored, Geometry bounds) {
        double side = Math.max(rectangle.getWidth(), rectangle.getHeight()) / PARTS;
        Geometry outline = GEOMETRIES.toGeometry(rectangle);
        if (!(side > 0) || outline.getArea() == 0) {
            return bounds;
        }
        Geometry bent = stored.transform(Densifier.densify(outline, side), from);
        return bent.isEmpty() || !bent.isValid() ? bounds : bent;
    }
}
