package sinkmap.sink;

import java.util.function.IntUnaryOperator;

/** Area of every stratum in every zone, counted in cells. Zone 0 is what lies in no zone. */
public final class StratumAreas {

    private final int strata;
    private final int zones;
    private final double cellArea_ha;
    private final long[] cells;

    private StratumAreas(int strata, int zones, double cellArea_ha) {
        this.strata = strata;
        this.zones = zones;
        this.cellArea_ha = cellArea_ha;
        this.cells = new long[(zones + 1) * strata];
    }

    /**
     * Counts.
     *
     * @param map strata by cell
     * @param zones number of zones
     * @param zoneOf zone of a cell, 1 to {@code zones}; 0 in none
     */
    public static StratumAreas count(StratumMap map, int zones, IntUnaryOperator zoneOf) {
        StratumAreas areas =
                new StratumAreas(map.strata().size(), zones, map.grid().cellArea_ha());
        int size = map.grid().size();
        for (int cell = 0; cell < size; cell++) {
            int code = map.code(cell);
            if (code != StratumMap.NONE) {
                areas.cells[zoneOf.applyAsInt(cell) * areas.strata + code - 1]++;
            }
        }
        return areas;
    }

    /** Number of zones, without zone 0. */
    public int zones() {
        return zones;
    }

    /** Area of each stratum in one zone, in hectares, in the order of the strata. */
    public double[] inZone_ha(int zone) {
        double[] area_ha = new double[strata];
        for (int i = 0; i < strata; i++) {
            area_ha[i] = cells[zone * strata + i] * cellArea_ha;
        }
        return area_ha;
    }

    /** Area of each stratum in all zones and outside of them, in hectares. */
    public double[] total_ha() {
        double[] area_ha = new double[strata];
        for (int i = 0; i < strata; i++) {
            long count = 0;
            for (int zone = 0; zone <= zones; zone++) {
                count += cells[zone * strata + i];
            }
            area_ha[i] = count * cellArea_ha;
        }
        return area_ha;
    }
}
