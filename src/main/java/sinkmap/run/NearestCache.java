package sinkmap.run;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sinkmap.grid.Grid;
import sinkmap.grid.Patch;
import sinkmap.siting.NearestCells;
import sinkmap.siting.Obstacles;
import sinkmap.store.CellCache;

/**
 * The cells of sites that are nearest to what exclusions protect, as the last run about these features has found them: whatever
 * its rules and sites were, they tell much of the sites of the next.
 */
final class NearestCache {

    /** Areas of more runs than this are not kept; it takes as long to read them as to look again. */
    private static final int MOST_runs = 4_000_000;

    private final CellCache cache;
    private final Optional<String> key;
    private final Grid land;
    /** How far around the region features of each kind were looked for. */
    private final double[] reach_m;

    NearestCache(CellCache cache, CacheKeys keys, List<Obstacles.Features> kinds, RegionEvidence region, Grid land) {
        this.cache = cache;
        this.key = keys.find(
                "cells nearest to " + kinds + " on " + land + " of " + region.region(),
                kinds.stream().map(Obstacles.Features::layer).toList());
        this.land = land;
        this.reach_m = kinds.stream()
                .mapToDouble(kind -> region.reach(kind.layer(), kind.where()))
                .toArray();
    }

    /** What is known; nothing of features that were not looked for as far as now. */
    NearestCells find() {
        return key.flatMap(cache::findBytes).map(this::read).orElse(NearestCells.none(reach_m.length));
    }

    private NearestCells read(byte[] bytes) {
        ByteBuffer numbers = ByteBuffer.wrap(bytes);
        boolean[] same = new boolean[reach_m.length];
        for (int kind = 0; kind < same.length; kind++) {
            same[kind] = numbers.getDouble() == reach_m[kind];
        }
        int count = numbers.getInt();
        int[] cells = new int[count * same.length];
        double[] distances_m = new double[cells.length];
        List<Patch> areas = new ArrayList<>();
        for (int area = 0; area < count; area++) {
            for (int kind = 0; kind < same.length; kind++) {
                int cell = numbers.getInt();
                double distance_m = numbers.getDouble();
                cells[area * same.length + kind] = same[kind] ? cell : NearestCells.NONE;
                distances_m[area * same.length + kind] = same[kind] ? distance_m : Double.POSITIVE_INFINITY;
            }
            int runs = numbers.getInt();
            areas.add(Patch.ofRuns(land, ints(numbers, runs), ints(numbers, runs)));
        }
        return new NearestCells(areas, same.length, cells, distances_m);
    }

    private static int[] ints(ByteBuffer from, int count) {
        int[] ints = new int[count];
        from.asIntBuffer().get(ints);
        from.position(from.position() + count * Integer.BYTES);
        return ints;
    }

    /** Keeps what was found for the next run. */
    void keep(NearestCells cells) {
        int runs = cells.areas().stream().mapToInt(Patch::runs).sum();
        if (key.isEmpty() || runs > MOST_runs) {
            return;
        }
        int one = Integer.BYTES + reach_m.length * (Integer.BYTES + Double.BYTES);
        ByteBuffer numbers = ByteBuffer.allocate(
                reach_m.length * Double.BYTES + Integer.BYTES + cells.areas().size() * one + runs * 2 * Integer.BYTES);
        Arrays.stream(reach_m).forEach(numbers::putDouble);
        numbers.putInt(cells.areas().size());
        for (int area = 0; area < cells.areas().size(); area++) {
            for (int kind = 0; kind < reach_m.length; kind++) {
                numbers.putInt(cells.cell(area, kind)).putDouble(cells.distance_m(area, kind));
            }
            Patch of = cells.areas().get(area);
            numbers.putInt(of.runs());
            for (int run = 0; run < of.runs(); run++) {
                numbers.putInt(of.from(run));
            }
            for (int run = 0; run < of.runs(); run++) {
                numbers.putInt(of.to(run));
            }
        }
        cache.keep(key.get(), numbers.array());
    }
}
