package sinkmap.siting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The substations of a region and the land they are reached over. A connection is the straight line from the outline of a
 * site to the nearest substation of enough voltage; what of it lies on land is overhead line, the rest submarine cable.
 */
public final class Substations {

    private final GridConnection rules;
    private final List<Substation> list;
    private final STRtree land = new STRtree();

    /**
     * A substation.
     *
     * @param name name, or null
     * @param voltage_kv highest voltage, in kV; NaN when it is not known, so that nothing can be connected
     * @param point where it is, in the CRS of the sites, metres
     */
    public record Substation(String name, double voltage_kv, Point point) {}

    /**
     * A connection to the grid, or why there is none: the numbers are NaN then.
     *
     * @param substation name of the substation, or null
     * @param voltage_kv its voltage
     * @param distance_km straight distance, land and sea
     * @param sea_km part of it over sea
     * @param circuits number of parallel circuits
     * @param cost_myuan cost, in million yuan
     * @param basis how it was reckoned or why there is none
     */
    public record Connection(
            String substation,
            double voltage_kv,
            double distance_km,
            double sea_km,
            int circuits,
            double cost_myuan,
            String basis) {

        static Connection none(String reason) {
            return new Connection(null, Double.NaN, Double.NaN, Double.NaN, 0, Double.NaN, reason);
        }

        public boolean exists() {
            return !Double.isNaN(cost_myuan);
        }
    }

    /**
     * Prepares the substations that pass the filter of the rules.
     *
     * @param land polygons of land in the CRS of the sites, which may overlap; not asked for when the rules name no layer
     */
    public Substations(GridConnection rules, List<Substation> list, List<? extends Geometry> land) {
        this.rules = rules;
        this.list = List.copyOf(list);
        land.forEach(polygon -> this.land.insert(polygon.getEnvelopeInternal(), polygon));
        this.land.build();
    }

    /** Connects a site of a capacity; safe for use by several threads. */
    public Connection connect(Geometry site, double capacity_mw) {
        GridConnection.Step step = rules.step(capacity_mw);
        IndexedFacetDistance outline = new IndexedFacetDistance(site);
        Substation nearest = null;
        double distance_m = Double.POSITIVE_INFINITY;
        for (Substation station : list) {
            if (station.voltage_kv >= step.voltage_kv()
                    && station.point.getEnvelopeInternal().distance(site.getEnvelopeInternal()) < distance_m) {
                double reached_m = site.covers(station.point) ? 0 : outline.distance(station.point);
                if (reached_m < distance_m) {
                    distance_m = reached_m;
                    nearest = station;
                }
            }
        }
        if (nearest == null || distance_m > rules.reach_km() * 1000) {
            return Connection.none(missing(step, capacity_mw));
        }
        double sea_m = distance_m == 0 || rules.land() == null ? 0 : sea_m(outline, nearest.point, distance_m);
        return connection(nearest, step, capacity_mw, distance_m / 1000, sea_m / 1000);
    }

    private String missing(GridConnection.Step step, double capacity_mw) {
        return String.format(
                Locale.ROOT,
                "no grid connection: no substation of at least %s kV, as %.0f MW need, in layer '%s'%s",
                Costs.number(step.voltage_kv()),
                capacity_mw,
                rules.layer(),
                Double.isInfinite(rules.reach_km()) ? "" : " within " + Costs.number(rules.reach_km()) + " km");
    }

    private double sea_m(IndexedFacetDistance outline, Point station, double distance_m) {
        Coordinate[] ends = outline.nearestPoints(station);
        LineString line = station.getFactory().createLineString(new Coordinate[] {ends[0], ends[1]});
        List<Geometry> onLand = new ArrayList<>();
        for (Object polygon : land.query(line.getEnvelopeInternal())) {
            onLand.add(((Geometry) polygon).intersection(line));
        }
        Geometry together = onLand.isEmpty() ? null : UnaryUnionOp.union(onLand);
        double land_m = together == null ? 0 : together.getLength();
        return Math.max(0, distance_m - land_m);
    }

    private Connection connection(
            Substation station, GridConnection.Step step, double capacity_mw, double distance_km, double sea_km) {
        int circuits = (int) Math.max(1, Math.ceil(capacity_mw / step.circuit_mw() - 1e-9));
        double cost_myuan =
                circuits * ((distance_km - sea_km) * step.overhead_myuan_km() + sea_km * step.submarine_myuan_km());
        String basis = String.format(
                Locale.ROOT,
                "grid: %d x %s kV over %.1f km of land at %s and %.1f km of sea at %s million yuan/km (%s)",
                circuits,
                Costs.number(step.voltage_kv()),
                distance_km - sea_km,
                Costs.number(step.overhead_myuan_km()),
                sea_km,
                Costs.number(step.submarine_myuan_km()),
                rules.source());
        return new Connection(station.name, station.voltage_kv, distance_km, sea_km, circuits, cost_myuan, basis);
    }
}
