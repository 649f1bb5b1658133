package sinkmap.sink;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sinkmap.grid.Raster;

/** Stocks of a list of strata: which factor rows hold for each, and what areas of them hold. */
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

    /** Carbon of all pools in t C/ha; NaN where there is no stratum or its density is unknown. */
    public Raster density(StratumMap map) {
        float[] byCode = new float[strata.size() + 1];
        byCode[StratumMap.NONE] = Float.NaN;
        for (int i = 0; i < strata.size(); i++) {
            byCode[i + 1] = unknown(i) ? Float.NaN : (float) density(i);
        }
        float[] values = new float[map.grid().size()];
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] = byCode[map.code(cell)];
        }
        return new Raster(map.grid(), values, "t C/ha");
    }

    /**
     * The account of a map.
     *
     * @param map strata by cell, of these strata
     * @param areas its areas by zone
     * @param zones names of the zones, the first is zone 1
     * @param outside name for what lies in no zone
     */
    public Account account(StratumMap map, StratumAreas areas, List<String> zones, String outside) {
        double[] total_ha = ofSinks(areas.total_ha());
        List<Account.OfStratum> ofStrata = new ArrayList<>();
        List<Account.WithoutFactor> without = new ArrayList<>();
        for (int i = 0; i < strata.size(); i++) {
            boolean nothing = total_ha[i] == 0 && map.overlap_ha(strata.get(i)) == 0;
            if (nothing || !strata.get(i).sink()) {
                continue;
            }
            if (unknown(i)) {
                without.add(new Account.WithoutFactor(strata.get(i), total_ha[i]));
            } else {
                ofStrata.add(ofStratum(i, total_ha[i], map.overlap_ha(strata.get(i))));
            }
        }
        List<Account.OfZone> ofZones = new ArrayList<>();
        for (int zone = 1; zone <= zones.size(); zone++) {
            ofZones.add(ofZone(zone, zones.get(zone - 1), ofSinks(areas.inZone_ha(zone))));
        }
        double[] outside_ha = ofSinks(areas.inZone_ha(0));
        if (Arrays.stream(outside_ha).sum() > 0) {
            ofZones.add(ofZone(0, outside, outside_ha));
        }
        return new Account(withFactor_ha(total_ha), stock(total_ha), ofStrata, ofZones, without);
    }

    /** Areas by stratum, those that are no sinks taken out. */
    private double[] ofSinks(double[] area_ha) {
        double[] sinks = area_ha.clone();
        for (int i = 0; i < sinks.length; i++) {
            sinks[i] = strata.get(i).sink() ? sinks[i] : 0;
        }
        return sinks;
    }

    private Account.OfStratum ofStratum(int i, double area_ha, double overlap_ha) {
        Stratum stratum = strata.get(i);
        StratumModel model = models.get(i);
        List<Account.OfPool> pools = model.entries(Measure.STOCK).stream()
                .map(entry -> new Account.OfPool(entry, Stock.of(Propagation.sum(model.lines(entry, area_ha)))))
                .toList();
        Stock stock = Stock.of(Propagation.sum(model.lines(Measure.STOCK, area_ha)));
        return new Account.OfStratum(stratum, area_ha, overlap_ha, pools, stock);
    }

    private Account.OfZone ofZone(int zone, String name, double[] area_ha) {
        List<Account.Part> parts = new ArrayList<>();
        for (int i = 0; i < area_ha.length; i++) {
            if (area_ha[i] > 0 && !unknown(i)) {
                parts.add(new Account.Part(strata.get(i), area_ha[i], new TonnesCarbon(area_ha[i] * density(i))));
            }
        }
        return new Account.OfZone(zone, name, withFactor_ha(area_ha), stock(area_ha), parts);
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
