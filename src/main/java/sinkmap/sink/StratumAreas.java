package sinkmap.sink;

import java.util.function.IntUnaryOperator;

/**
 * Area of every stratum in every zone, counted in cells, window by window. Zone 0 is what lies in no zone. Cells without
 * stratum are counted too, for they are the gaps of an account.
 */
public final class StratumAreas {

    private final int strata;
    private final int zones;
    private final double cellArea_ha;
    /** Zone by zone the cells without stratum and those of each stratum. */
    private final long[] cells;

    /** By stratum that has cells, those that each other stratum covers too. */
    private final long[] overlaps;

    /** Nothing counted yet. */
    public StratumAreas(int strata, int zones, double cellArea_ha) {
        this.strata = strata;
        this.zones = zones;
        this.cellArea_ha = cellArea_ha;
        this.cells = new long[(zones + 1) * (strata + 1)];
        this.overlaps = new long[strata * strata];
    }

    /**
     * Counts one map.
     *
     * @param map strata by cell
     * @param zones number of zones
     * @param zoneOf zone of a cell, 1 to {@code zones}; 0 in none
     */
    public static StratumAreas count(StratumMap map, int zones, IntUnaryOperator zoneOf) {
        StratumAreas areas =
                new StratumAreas(map.strata().size(), zones, map.grid().cellArea_ha());
        areas.add(map, zoneOf);
        return areas;
    }

    /** Counts the cells of one more window. */
    public void add(StratumMap map, IntUnaryOperator zoneOf) {
        int size = map.grid().size();
        for (int cell = 0; cell < size; cell++) {
            cells[zoneOf.applyAsInt(cell) * (strata + 1) + map.code(cell)]++;
        }
        for (int i = 0; i < overlaps.length; i++) {
            overlaps[i] += map.overlapCells(i / strata, i % strata);
        }
    }

    /** Adds what was counted elsewhere. */
    public void add(StratumAreas other) {
        if (other.cells.length != cells.length || other.strata != strata) {
            throw new IllegalArgumentException("other strata or zones");
        }
        for (int i = 0; i < cells.length; i++) {
            cells[i] += other.cells[i];
        }
        for (int i = 0; i < overlaps.length; i++) {
            overlaps[i] += other.overlaps[i];
        }
    }

    /** Number of zones, without zone 0. */
    public int zones() {
        return zones;
    }

    /** Area of all cells, in hectares. */
    public double whole_ha() {
        long count = 0;
        for (long n : cells) {
            count += n;
        }
        return count * cellArea_ha;
    }

    /** Area of all cells of a zone, in hectares. */
    public double zone_ha(int zone) {
        long count = 0;
        for (int code = 0; code <= strata; code++) {
            count += cells[zone * (strata + 1) + code];
        }
        return count * cellArea_ha;
    }

    /** Area of each stratum in one zone, in hectares, in the order of the strata. */
    public double[] inZone_ha(int zone) {
        double[] area_ha = new double[strata];
        for (int i = 0; i < strata; i++) {
            area_ha[i] = cells[zone * (strata + 1) + i + 1] * cellArea_ha;
        }
        return area_ha;
    }

    /** Area of each stratum in all zones and outside of them, in hectares. */
    public double[] total_ha() {
        double[] area_ha = new double[strata];
        for (int i = 0; i < strata; i++) {
            long count = 0;
            for (int zone = 0; zone <= zones; zone++) {
                count += cells[zone * (strata + 1) + i + 1];
            }
            area_ha[i] = count * cellArea_ha;
        }
        return area_ha;
    }

    /** Area that each stratum covers too but that an earlier one has, in hectares. */
    public double[] overlap_ha() {
        double[] area_ha = new double[strata];
        for (int i = 0; i < overlaps.length; i++) {
            area_ha[i % strata] += overlap_ha(i / strata, i % strata);
        }
        return area_ha;
    }

    /**
     * Area that one stratum has although another covers it too, in hectares.
     *
     * @param has position of the one that has it
     * @param other position of the other
     */
    public double overlap_ha(int has, int other) {
        return overlaps[has * strata + other] * cellArea_ha;
    }
}
