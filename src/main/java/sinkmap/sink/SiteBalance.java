package sinkmap.sink;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What plants of a technology do to the carbon under their sites. The share of each pool that is disturbed
 * ({@link Disturbance}) is lost, to the last tonne, and takes up no carbon for the life of the plant:
 *
 * <pre>
 *   disturbed = Σ share · stock     forgone = life · Σ share · sequestration
 * </pre>
 *
 * <p>Intervals are those of {@link Propagation}, with each share one more uncertain number: what shares a factor row, an
 * area or a row of shares shares its error.
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
     * What a plant costs in carbon.
     *
     * @param disturbed stock that is lost; of the strata with a factor
     * @param pools the same by pool; the values add up to it, the intervals do not
     * @param forgone_tc uptake that does not take place over the life, t C, negative where land gives off carbon; null
     *     when the rate of no sink in the site is known, exactly zero when there is no sink
     * @param forgoneUnknown_ha area of sinks whose rate is not known and that is not in {@code forgone_tc}
     * @param loss_tc disturbed and forgone carbon together, t C, without what is unknown
     */
    public record Loss(
            Stock disturbed, Map<Pool, Stock> pools, Interval forgone_tc, double forgoneUnknown_ha, Interval loss_tc) {}

    /** The loss on an area, given by stratum in the order of the models; NaN years leave the forgone uptake unknown. */
    public Loss loss(double[] area_ha, double life_years) {
        List<Share> stock = shares(Measure.STOCK, area_ha, 1);
        List<Share> uptake = Double.isNaN(life_years) ? List.of() : shares(Measure.SEQUESTRATION, area_ha, life_years);
        Map<Pool, List<Share>> byPool = new EnumMap<>(Pool.class);
        stock.forEach(share ->
                byPool.computeIfAbsent(share.pool(), pool -> new ArrayList<>()).add(share));
        Map<Pool, Stock> pools = new EnumMap<>(Pool.class);
        byPool.forEach((pool, of) -> pools.put(pool, Stock.of(sum(of))));
        double unknown_ha = withoutRate_ha(area_ha, life_years);
        List<Share> both = new ArrayList<>(stock);
        both.addAll(uptake);
        boolean known = !uptake.isEmpty() || unknown_ha == 0;
        return new Loss(Stock.of(sum(stock)), pools, known ? sum(uptake) : null, unknown_ha, sum(both));
    }

    /** A product under a share: what the line gives, and which part of it counts. */
    private record Share(Disturbance row, Pool pool, Line line, double weight) {}

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
                    new Term(term.mapped(), term.coefficient() * part, term.factors()),
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
     * independent. Null bounds of the loss do not occur: what is unknown of it is left out (see {@link Loss}).
     *
     * @param avoidedPerYear_t emissions avoided in a year, t CO2
     */
    public static Interval net_tco2e(Loss loss, Interval avoidedPerYear_t, double life_years) {
        Interval saved = avoidedPerYear_t.times(life_years);
        Interval lost = loss.loss_tc().times(new TonnesCarbon(1).toCo2e().value());
        double value = saved.value() - lost.value();
        return new Interval(
                value,
                value - Math.hypot(saved.lowHalf(), lost.highHalf()),
                value + Math.hypot(saved.highHalf(), lost.lowHalf()));
    }
}
