package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/** Stocks and flows of a list of strata: which factor rows hold for each, and what areas of them hold and take up. */
public final class Stocks {

    private final List<Stratum> strata;
    private final List<StratumModel> models;

    /**
     * Stocks by one method of accounting.
     *
     * @param sets sets of factors that the method takes, the preferred first
     */
    public Stocks(List<Stratum> strata, Factors factors, List<String> sets) {
        this.strata = List.copyOf(strata);
        this.models =
                strata.stream().map(stratum -> factors.model(stratum, sets)).toList();
    }

    /** How carbon of each stratum is reckoned, in the order of the strata. */
    public List<StratumModel> models() {
        return models;
    }

    /** What areas of the strata hold together; strata without factor are left out, see {@link #withoutFactor_ha}. */
    public Stock stock(double[] area_ha) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < area_ha.length; i++) {
            lines.addAll(models.get(i).lines(Measure.STOCK, area_ha[i]));
        }
        return Stock.of(Propagation.sum(lines));
    }

    /** Area of strata that no factor row is for, in hectares. */
    public double withoutFactor_ha(double[] area_ha) {
        double sum = 0;
        for (int i = 0; i < area_ha.length; i++) {
            sum += unknown(i) ? area_ha[i] : 0;
        }
        return sum;
    }

    /** Area of the strata whose carbon is blue, in hectares, with and without factor. */
    public double blue_ha(double[] area_ha) {
        double sum = 0;
        for (int i = 0; i < area_ha.length; i++) {
            sum += strata.get(i).blue() ? area_ha[i] : 0;
        }
        return sum;
    }

    /**
     * What areas of the strata take up or give off together in a year; strata without a rate are left out, and their area
     * is not in the flow's.
     *
     * @param measure {@link Measure#SEQUESTRATION} or {@link Measure#METHANE}
     */
    public Flow flow(Measure measure, double[] area_ha) {
        List<Line> lines = new ArrayList<>();
        double known_ha = 0;
        for (int i = 0; i < area_ha.length; i++) {
            if (area_ha[i] > 0 && !models.get(i).lacks(measure)) {
                lines.addAll(models.get(i).lines(measure, area_ha[i]));
                known_ha += area_ha[i];
            }
        }
        return lines.isEmpty() ? Flow.none() : new Flow(known_ha, Propagation.sum(lines));
    }

    /** Both flows of areas of the strata. */
    Flows flows(double[] area_ha) {
        return new Flows(flow(Measure.SEQUESTRATION, area_ha), flow(Measure.METHANE, area_ha));
    }

    /**
     * Value of a measure for a hectare of each sink, such as t C/ha for the stock; summed over a map of it by the area of its
     * cells, the total of the account. What is no sink has none.
     */
    public PerHectare perHectare(Measure measure) {
        return perHectare(i -> models.get(i).perHectare(measure, Double.NaN), measure.perHectare());
    }

    /**
     * Uncertainty of the carbon density of each sink: mean half width of its 95 % interval in percent of the value, from the
     * factors alone, for the area of a cell is known. None where the density is unknown or zero.
     */
    public PerHectare uncertainty_percent() {
        return perHectare(this::uncertainty_percent, "%");
    }

    private PerHectare perHectare(IntToDoubleFunction ofStratum, String unit) {
        double[] values = new double[strata.size()];
        Arrays.setAll(values, i -> strata.get(i).sink() ? ofStratum.applyAsDouble(i) : Double.NaN);
        return new PerHectare(values, unit);
    }

    private double uncertainty_percent(int i) {
        Stratum exact = strata.get(i).withAreaUncertainty(0);
        List<Line> lines = models.get(i).lines(Measure.STOCK, 1).stream()
                .map(line -> new Line(exact, line.term(), line.activity()))
                .toList();
        Interval density = Propagation.sum(lines);
        return density.value() == 0 ? Double.NaN : 100 * (density.lowHalf() + density.highHalf()) / 2 / density.value();
    }

    /**
     * The account of a region.
     *
     * @param partitions ways to cut the region into zones, at least one
     */
    public Account account(List<Partition> partitions) {
        return account(partitions, List.of());
    }

    /**
     * The account of a region.
     *
     * @param partitions ways to cut the region into zones, at least one
     * @param groupings ways to group the strata
     */
    public Account account(List<Partition> partitions, List<Grouping> groupings) {
        StratumAreas areas = partitions.get(0).areas();
        double[] total_ha = ofSinks(areas.total_ha());
        double[] overlap_ha = areas.overlap_ha();
        List<Account.OfStratum> ofStrata = new ArrayList<>();
        List<Account.WithoutFactor> without = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            boolean nothing = total_ha[i] == 0 && overlap_ha[i] == 0;
            if (nothing || !strata.get(i).sink()) {
                continue;
            }
            Flows flows = flows(only(i, total_ha));
            if (unknown(i)) {
                without.add(new Account.WithoutFactor(strata.get(i), total_ha[i], overlap_ha[i], flows));
            } else {
                ofStrata.add(ofStratum(i, total_ha[i], overlap_ha[i], flows));
            }
        }
        return new Account(
                withFactor_ha(total_ha),
                stock(total_ha),
                flows(total_ha),
                ofStrata,
                Stream.concat(
                                partitions.stream().map(this::ofPartition),
                                groupings.stream().map(grouping -> ofGrouping(grouping, total_ha)))
                        .toList(),
                gaps(areas),
                overlaps(areas),
                without);
    }

    private Account.OfPartition ofPartition(Partition partition) {
        List<Account.OfZone> zones = new ArrayList<>();
        for (int zone = 1; zone <= partition.zones().size(); zone++) {
            zones.add(ofZone(zone, partition.zones().get(zone - 1), partition.areas()));
        }
        if (Arrays.stream(ofSinks(partition.areas().inZone_ha(0))).sum() > 0) {
            zones.add(ofZone(0, partition.outside(), partition.areas()));
        }
        return new Account.OfPartition(partition.id(), zones);
    }

    private Account.OfPartition ofGrouping(Grouping grouping, double[] total_ha) {
        List<Account.OfZone> groups = new ArrayList<>();
        for (int group = 0; group < grouping.groups().size(); group++) {
            String name = grouping.groups().get(group);
            double[] area_ha = total_ha.clone();
            for (int i = 0; i < area_ha.length; i++) {
                area_ha[i] = name.equals(grouping.groupOf().apply(strata.get(i))) ? area_ha[i] : 0;
            }
            if (Arrays.stream(area_ha).sum() > 0) {
                groups.add(ofZone(group + 1, name, area_ha, Double.NaN));
            }
        }
        return new Account.OfPartition(grouping.id(), groups);
    }

    private Account.Gaps gaps(StratumAreas areas) {
        double covered_ha = Arrays.stream(ofSinks(areas.total_ha())).sum();
        double inZones_ha = 0;
        for (int zone = 1; zone <= areas.zones(); zone++) {
            inZones_ha += uncovered_ha(areas, zone);
        }
        return new Account.Gaps(areas.whole_ha(), covered_ha, areas.whole_ha() - covered_ha, inZones_ha);
    }

    private List<Account.Overlap> overlaps(StratumAreas areas) {
        double[] overlap_ha = areas.overlap_ha();
        List<Account.Overlap> overlaps = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            if (overlap_ha[i] > 0 && strata.get(i).sink()) {
                overlaps.add(new Account.Overlap(strata.get(i), overlap_ha[i], under(areas, i)));
            }
        }
        return overlaps;
    }

    private List<Account.Under> under(StratumAreas areas, int covering) {
        List<Account.Under> under = new ArrayList<>();
        for (int has = 0; has < strata.size(); has++) {
            if (areas.overlap_ha(has, covering) > 0) {
                under.add(new Account.Under(strata.get(has), areas.overlap_ha(has, covering)));
            }
        }
        return under;
    }

    private double uncovered_ha(StratumAreas areas, int zone) {
        return areas.zone_ha(zone)
                - Arrays.stream(ofSinks(areas.inZone_ha(zone))).sum();
    }

    /** The area of one stratum, all others zero. */
    private static double[] only(int i, double[] area_ha) {
        double[] only = new double[area_ha.length];
        only[i] = area_ha[i];
        return only;
    }

    /** The products whose sum is a measure of all sinks, by their areas. */
    public List<Line> lines(Measure measure, StratumAreas areas) {
        double[] area_ha = ofSinks(areas.total_ha());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < area_ha.length; i++) {
            if (area_ha[i] > 0) {
                lines.addAll(models.get(i).lines(measure, area_ha[i]));
            }
        }
        return lines;
    }

    /** Areas by stratum, those that are no sinks taken out. */
    private double[] ofSinks(double[] area_ha) {
        double[] sinks = area_ha.clone();
        for (int i = 0; i < sinks.length; i++) {
            sinks[i] = strata.get(i).sink() ? sinks[i] : 0;
        }
        return sinks;
    }

    private Account.OfStratum ofStratum(int i, double area_ha, double overlap_ha, Flows flows) {
        StratumModel model = models.get(i);
        List<Account.OfPool> pools = model.entries(Measure.STOCK).stream()
                .map(entry -> new Account.OfPool(entry, Stock.of(Propagation.sum(model.lines(entry, area_ha)))))
                .toList();
        List<Account.OfFlow> flowPools = model.entries().stream()
                .filter(entry -> entry.measure() != Measure.STOCK)
                .map(entry -> new Account.OfFlow(entry, Propagation.sum(model.lines(entry, area_ha))))
                .toList();
        Stock stock = Stock.of(Propagation.sum(model.lines(Measure.STOCK, area_ha)));
        return new Account.OfStratum(strata.get(i), area_ha, overlap_ha, pools, flowPools, stock, flows);
    }

    private Account.OfZone ofZone(int zone, String name, StratumAreas areas) {
        return ofZone(zone, name, ofSinks(areas.inZone_ha(zone)), uncovered_ha(areas, zone));
    }

    private Account.OfZone ofZone(int zone, String name, double[] area_ha, double uncovered_ha) {
        List<Account.Part> parts = new ArrayList<>();
        for (int i = 0; i < area_ha.length; i++) {
            if (area_ha[i] > 0 && !unknown(i)) {
                parts.add(new Account.Part(strata.get(i), area_ha[i], new TonnesCarbon(area_ha[i] * density(i))));
            }
        }
        return new Account.OfZone(
                zone,
                name,
                withFactor_ha(area_ha),
                uncovered_ha,
                withoutFactor_ha(area_ha),
                stock(area_ha),
                pools(area_ha),
                flows(area_ha),
                parts);
    }

    private Map<Pool, Stock> pools(double[] area_ha) {
        Map<Pool, List<Line>> lines = new EnumMap<>(Pool.class);
        for (int i = 0; i < area_ha.length; i++) {
            for (StratumModel.Entry entry :
                    area_ha[i] > 0 ? models.get(i).entries(Measure.STOCK) : List.<StratumModel.Entry>of()) {
                lines.computeIfAbsent(entry.pool(), pool -> new ArrayList<>())
                        .addAll(models.get(i).lines(entry, area_ha[i]));
            }
        }
        Map<Pool, Stock> pools = new EnumMap<>(Pool.class);
        lines.forEach((pool, of) -> pools.put(pool, Stock.of(Propagation.sum(of))));
        return pools;
    }

    private double withFactor_ha(double[] area_ha) {
        return Arrays.stream(area_ha).sum() - withoutFactor_ha(area_ha);
    }

    private boolean unknown(int stratum) {
        return models.get(stratum).lacks(Measure.STOCK);
    }

    private double density(int stratum) {
        return models.get(stratum).perHectare(Measure.STOCK);
    }
}
