package sinkmap.sink;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What plants of a technology do to the carbon under their sites. The share of each pool that is disturbed
 * ({@link Disturbance}) is lost, to the last tonne, and takes up no carbon for the life of the plant:
 *
 * <pre>
 *   disturbed = Σ share · stock     forgone = life · Σ share · sequestration
 *   net balance = life · avoided in a year - 44/12 · (disturbed + forgone)
 * </pre>
 *
 * <p>Intervals are those of {@link Propagation}, with each share one more uncertain number: what shares a factor row, an
 * area or a row of shares shares its error. The life is that of the plan and taken to be exact. Methane that land gives
 * off, and the making of the plant, are not part of the balance.
 */
public final class SiteBalance {

    private final List<StratumModel> models;
    private final Disturbances disturbances;
    private final String technology;

    /**
     * The balance of sites with a technology. A {@link sinkmap.grid.SinkmapException} when the table lacks the share of
     * a pool that one of the strata has.
     *
     * @param models how carbon of each stratum is reckoned
     */
    public SiteBalance(List<StratumModel> models, Disturbances disturbances, String technology) {
        this.models = List.copyOf(models);
        this.disturbances = disturbances;
        this.technology = technology;
        for (StratumModel model : models) {
            for (Measure measure : List.of(Measure.STOCK, Measure.SEQUESTRATION)) {
                model.entries(measure).forEach(entry -> disturbances.get(technology, model.stratum(), entry.pool()));
            }
        }
    }

    /**
     * A pool under a plant.
     *
     * @param stock what it holds
     * @param disturbed what is lost of it
     * @param forgone_tc uptake that does not take place over the life, t C; null when no rate of the pool is known
     */
    public record OfPool(Stock stock, Stock disturbed, Interval forgone_tc) {}

    /**
     * What a plant costs in carbon.
     *
     * @param pools by pool; the values add up to the whole, the intervals do not
     * @param disturbed stock that is lost, of the strata with a factor; null when there are strata and none has one
     * @param forgone_tc uptake that does not take place over the life, t C, negative where land gives off carbon; null
     *     when the rate of no sink in the site is known, exactly zero when there is no sink
     * @param forgoneUnknown_ha area of sinks whose rate is not known and that is not in {@code forgone_tc}
     * @param loss_tc disturbed and forgone carbon together, t C, without what is unknown; null as {@code disturbed} is
     */
    public record Loss(
            Map<Pool, OfPool> pools,
            Stock disturbed,
            Interval forgone_tc,
            double forgoneUnknown_ha,
            Interval loss_tc) {}

    /** The loss on an area, given by stratum in the order of the models; NaN years leave the forgone uptake unknown. */
    public Loss loss(double[] area_ha, double life_years) {
        List<Share> stock = shares(Measure.STOCK, area_ha, 1);
        List<Share> uptake = Double.isNaN(life_years) ? List.of() : shares(Measure.SEQUESTRATION, area_ha, life_years);
        Map<Pool, OfPool> pools = new EnumMap<>(Pool.class);
        for (Pool pool : Pool.values()) {
            List<Share> held = of(pool, stock);
            List<Share> taken = of(pool, uptake);
            if (!held.isEmpty() || !taken.isEmpty()) {
                List<Line> all = held.stream().map(Share::line).toList();
                pools.put(
                        pool,
                        new OfPool(
                                Stock.of(Propagation.sum(all)),
                                Stock.of(sum(held)),
                                taken.isEmpty() ? null : sum(taken)));
            }
        }
        List<Share> both = new ArrayList<>(stock);
        both.addAll(uptake);
        boolean knowsStock = !stock.isEmpty() || withoutFactor_ha(area_ha) == 0;
        double withoutRate_ha = withoutRate_ha(area_ha, life_years);
        boolean knowsUptake = !uptake.isEmpty() || withoutRate_ha == 0;
        return new Loss(
                pools,
                knowsStock ? Stock.of(sum(stock)) : null,
                knowsUptake ? sum(uptake) : null,
                withoutRate_ha,
                knowsStock ? sum(both) : null);
    }

    /** The rows of shares that hold for an area, each once, in the order of the strata and pools. */
    public List<Disturbance> rows(double[] area_ha) {
        Set<Disturbance> rows = new LinkedHashSet<>();
        shares(Measure.STOCK, area_ha, 1).forEach(share -> rows.add(share.row()));
        shares(Measure.SEQUESTRATION, area_ha, 1).forEach(share -> rows.add(share.row()));
        return List.copyOf(rows);
    }

    /** Carbon that a plant takes of a hectare of a stratum, t C/ha; NaN when its stock has no factor. */
    public double disturbed_tc_ha(int stratum) {
        StratumModel model = models.get(stratum);
        return model.lacks(Measure.STOCK)
                ? Double.NaN
                : model.entries(Measure.STOCK).stream()
                        .mapToDouble(entry -> entry.perHectare() * share(model, entry))
                        .sum();
    }

    private double share(StratumModel model, StratumModel.Entry entry) {
        return disturbances
                .get(technology, model.stratum(), entry.pool())
                .share()
                .value();
    }

    /** A product under a share: what the line gives, and how often that share of it counts. */
    private record Share(Disturbance row, Pool pool, Line line, double weight) {}

    private static List<Share> of(Pool pool, List<Share> shares) {
        return shares.stream().filter(share -> share.pool() == pool).toList();
    }

    private List<Share> shares(Measure measure, double[] area_ha, double weight) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < area_ha.length; i++) {
            StratumModel model = models.get(i);
            if (area_ha[i] == 0
                    || (measure == Measure.SEQUESTRATION && !model.stratum().sink())) {
                continue;
            }
            for (StratumModel.Entry entry : model.entries(measure)) {
                Disturbance row = disturbances.get(technology, model.stratum(), entry.pool());
                model.lines(entry, area_ha[i]).forEach(line -> shares.add(new Share(row, entry.pool(), line, weight)));
            }
        }
        return shares;
    }

    private double withoutFactor_ha(double[] area_ha) {
        double sum = 0;
        for (int i = 0; i < area_ha.length; i++) {
            sum += models.get(i).lacks(Measure.STOCK) ? area_ha[i] : 0;
        }
        return sum;
    }

    private double withoutRate_ha(double[] area_ha, double life_years) {
        double sum = 0;
        for (int i = 0; i < area_ha.length; i++) {
            StratumModel model = models.get(i);
            boolean unknown = Double.isNaN(life_years) || model.lacks(Measure.SEQUESTRATION);
            sum += unknown && model.stratum().sink() ? area_ha[i] : 0;
        }
        return sum;
    }

    private static Interval sum(List<Share> shares) {
        List<Line> lines = new ArrayList<>();
        Map<Disturbance, Double> slopes = new LinkedHashMap<>();
        for (Share share : shares) {
            Term term = share.line().term();
            double part = share.weight() * share.row().share().value();
            lines.add(new Line(
                    share.line().stratum(),
                    new Term(term.coefficient() * part, term.factors()),
                    share.line().activity()));
            slopes.merge(share.row(), share.weight() * share.line().value(), Double::sum);
        }
        Interval factors = Propagation.sum(lines);
        double low = square(factors.lowHalf());
        double high = square(factors.highHalf());
        for (Map.Entry<Disturbance, Double> e : slopes.entrySet()) {
            Interval moved = e.getKey().share().times(e.getValue());
            low += square(moved.lowHalf());
            high += square(moved.highHalf());
        }
        return new Interval(factors.value(), factors.value() - Math.sqrt(low), factors.value() + Math.sqrt(high));
    }

    private static double square(double x) {
        return x * x;
    }

    /**
     * What a plant avoids over its life, less what it costs, in t CO2e; negative when it costs more. Both are taken to be
     * independent.
     *
     * @param loss_tc carbon that is lost over the life, t C
     * @param avoidedPerYear_t emissions avoided in a year, t CO2
     */
    public static Interval net_tco2e(Interval loss_tc, Interval avoidedPerYear_t, double life_years) {
        Interval saved = avoidedPerYear_t.times(life_years);
        Interval lost = loss_tc.times(new TonnesCarbon(1).toCo2e().value());
        double value = saved.value() - lost.value();
        return new Interval(
                value,
                value - Math.hypot(saved.lowHalf(), lost.highHalf()),
                value + Math.hypot(saved.highHalf(), lost.lowHalf()));
    }
}
