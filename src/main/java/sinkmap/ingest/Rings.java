package sinkmap.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts rings together to polygons as the ESRI Shapefile Technical Description (1998) orders them: clockwise rings are
 * outer ones, the others are holes of the smallest outer ring around them.
 */
final class Rings {

    private final GeometryFactory factory;

    Rings(GeometryFactory factory) {
        this.factory = factory;
    }

    /** A ring with its first position repeated at the end. */
    static Coordinate[] close(Coordinate[] ring) {
        Coordinate[] closed = Arrays.copyOf(ring, ring.length + 1);
        closed[ring.length] = ring[0].copy();
        return closed;
    }

    /** A polygon or multi-polygon of the rings. A hole that lies in no outer ring becomes an outer ring. */
    Geometry assemble(List<Coordinate[]> rings) {
        List<Shell> shells = new ArrayList<>();
        List<LinearRing> holes = new ArrayList<>();
        for (Coordinate[] ring : rings) {
            LinearRing linear = factory.createLinearRing(ring);
            if (Orientation.isCCW(ring)) {
                holes.add(linear);
            } else {
                shells.add(new Shell(linear));
            }
        }
        if (shells.isEmpty()) {
            holes.forEach(hole -> shells.add(new Shell(hole)));
            holes.clear();
        }
        place(holes, shells);
        Polygon[] polygons = shells.stream().map(Shell::polygon).toArray(Polygon[]::new);
        return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
    }

    private void place(List<LinearRing> holes, List<Shell> shells) {
        if (shells.size() == 1) {
            shells.get(0).holes.addAll(holes);
            return;
        }
        List<Shell> bySize = new ArrayList<>(shells);
        bySize.sort(Comparator.comparingDouble(
                shell -> shell.ring.getEnvelopeInternal().getArea()));
        for (LinearRing hole : holes) {
            bySize.stream()
                    .filter(shell -> shell.holds(hole))
                    .findFirst()
                    .ifPresentOrElse(shell -> shell.holes.add(hole), () -> shells.add(new Shell(hole)));
        }
    }

    private final class Shell {

        private final LinearRing ring;
        private final List<LinearRing> holes = new ArrayList<>();
        private IndexedPointInAreaLocator locator;

        Shell(LinearRing ring) {
            this.ring = ring;
        }

        boolean holds(LinearRing hole) {
            if (!ring.getEnvelopeInternal().contains(hole.getEnvelopeInternal())) {
                return false;
            }
            if (locator == null) {
                locator = new IndexedPointInAreaLocator(ring);
            }
            for (Coordinate c : hole.getCoordinates()) {
                int location = locator.locate(c);
                if (location != Location.BOUNDARY) {
                    return location == Location.INTERIOR;
                }
            }
            return true;
        }

        Polygon polygon() {
            return factory.createPolygon(ring, holes.toArray(LinearRing[]::new));
        }
    }
}
