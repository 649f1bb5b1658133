package sinkmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.grid.Grid;
import sinkmap.grid.Rasterizer;

/** The areas that every figure rests on: cells of the analysis grid against the ellipsoid. */
class ProvinceAreaTest {

    @Test
    void theGridsAreaOfTheProvinceIsItsGeodesicAreaWithinATenthOfAPercent() throws Exception {
        Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
        Geometry province = read(Path.of("layers/demo/province.geojson"));
        Grid grid = catalog.region().grid(catalog.region().cellSize());
        Geometry projected = Crs.of(grid.crs()).transform(province, Crs.of("EPSG:4490"));

        double grid_ha = Rasterizer.cells(List.of(projected), grid).area_ha();

        double geodesic_ha = geodesicArea_m2(province) / 10_000;
        assertThat(grid_ha).isCloseTo(geodesic_ha, within(geodesic_ha * 0.001));
        assertThat(geodesic_ha).isBetween(15_000_000.0, 16_500_000.0);
    }

    private static Geometry read(Path file) throws Exception {
        return new GeoJsonReader().read(Files.readString(file));
    }

    /** Karney 2013 on the CGCS2000 ellipsoid, summed over the rings. */
    private static double geodesicArea_m2(Geometry geometry) {
        double area = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                area += ringArea_m2(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    area -= ringArea_m2(polygon.getInteriorRingN(hole));
                }
            } else {
                area += geodesicArea_m2(part);
            }
        }
        return area;
    }

    private static double ringArea_m2(LinearRing ring) {
        PolygonArea area = new PolygonArea(new Geodesic(6378137, 1 / 298.257222101), false);
        Coordinate[] corners = ring.getCoordinates();
        for (int i = 0; i < corners.length - 1; i++) {
            area.AddPoint(corners[i].y, corners[i].x);
        }
        return Math.abs(area.Compute().area);
    }
}
