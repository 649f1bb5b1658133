package sinkmap.siting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;

/**
 * Splits an area that is too large for one project into connected, compact parts of similar size.
 *
 * <p>The area is halved again and again (recursive bisection after H. D. Simon, "Partitioning of unstructured problems for
 * parallel processing", 1991): a front sweeps over it in eight directions, along and across its principal axis and between
 * ({@link Sweep}). Of the eight cuts the one that breaks no bound, makes the fewest parts and is shortest wins. No part is
 * over the largest size. A part below the smallest size is joined with a neighbour, or cut anew together with it; where the
 * shape forbids that too, for example a hub with arms each of which is below it, the smallest size gives way.
 */
final class AreaSplit {

    /** Nodes of the graph in a part of the largest size: a part is cut to about a thirtieth of its width. */
    private static final int NODES_A_PART = 900;

    private static final int DIRECTIONS = 8;

    private final BlockGraph graph;
    private final int least;
    private final int most;
    /** Part of each node, and the nodes of each part; null for a part that was joined with another. */
    private final int[] part;

    private final List<int[]> parts = new ArrayList<>();
    private final int[] place;
    private final boolean[] taken;

    private AreaSplit(BlockGraph graph, int least, int most) {
        this.graph = graph;
        this.least = least;
        this.most = most;
        this.part = new int[graph.nodes()];
        this.place = new int[graph.nodes()];
        this.taken = new boolean[graph.nodes()];
    }

    /**
     * Splits a contiguous area.
     *
     * @param available cells that count; the others only go along
     * @param least smallest number of available cells of a part, at most half of {@code most}
     * @param most largest number, at least 1
     * @return the parts, which have every cell of the area exactly once
     */
    static List<Patch> of(Patch area, Mask available, int connectivity, int least, int most) {
        int block = (int) Math.max(1, Math.sqrt((double) most / NODES_A_PART));
        AreaSplit split = new AreaSplit(new BlockGraph(area, available, connectivity, block), least, most);
        int[] all = new int[split.part.length];
        Arrays.setAll(all, n -> n);
        split.parts.add(all);
        split.halve(0);
        split.mend();
        return split.patches();
    }

    private List<Patch> patches() {
        int[] number = new int[parts.size()];
        int count = 0;
        for (int p = 0; p < number.length; p++) {
            number[p] = parts.get(p) == null ? -1 : count++;
        }
        return graph.patches(Arrays.stream(part).map(p -> number[p]).toArray(), count);
    }

    private long weight(int p) {
        long weight = 0;
        for (int n : parts.get(p)) {
            weight += graph.weight(n);
        }
        return weight;
    }

    /** Halves a part until no piece of it is over the largest size. */
    private void halve(int whole) {
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(whole));
        while (!open.isEmpty()) {
            int p = open.pop();
            long weight = weight(p);
            if (weight > most) {
                long k = (weight + most - 1) / most;
                open.push(apply(best(p, weight, k), p));
                open.push(p);
            }
        }
    }

    /** Gives the second half of a part a new number, which it returns. */
    private int apply(Cut cut, int p) {
        int[] members = parts.get(p);
        int[] one = new int[members.length];
        int[] other = new int[members.length];
        int ones = 0;
        int others = 0;
        for (int i = 0; i < members.length; i++) {
            if (cut.first[i]) {
                one[ones++] = members[i];
            } else {
                part[members[i]] = parts.size();
                other[others++] = members[i];
            }
        }
        parts.set(p, Arrays.copyOf(one, ones));
        parts.add(Arrays.copyOf(other, others));
        return parts.size() - 1;
    }

    /** How good a cut is: cells missing to parts of the smallest size, parts more than needed, length with imbalance. */
    private record Cut(boolean[] first, double missing, long moreParts, double cost) {

        boolean isBetterThan(Cut other) {
            if (missing != other.missing) {
                return missing < other.missing;
            }
            return moreParts != other.moreParts ? moreParts < other.moreParts : cost < other.cost * (1 - 1e-9);
        }
    }

    private Cut best(int p, long weight, long k) {
        Sweep sweep = new Sweep(graph, part, p, parts.get(p), place, taken);
        double along = sweep.principalAxis();
        double target = (double) weight * (k / 2) / k;
        Cut best = null;
        for (int i = 0; i < DIRECTIONS; i++) {
            sweep.take(along + i * 2 * Math.PI / DIRECTIONS, target);
            Cut cut = judge(p, weight, k, target);
            if (best == null || cut.isBetterThan(best)) {
                best = cut;
            }
        }
        return best;
    }

    private Cut judge(int p, long weight, long k, double target) {
        int[] members = parts.get(p);
        boolean[] first = new boolean[members.length];
        long one = 0;
        long length = 0;
        for (int i = 0; i < members.length; i++) {
            int n = members[i];
            first[i] = taken[n];
            if (first[i]) {
                one += graph.weight(n);
                for (int link = graph.firstLink(n); link < graph.firstLink(n + 1); link++) {
                    int other = graph.neighbour(link);
                    length += part[other] == p && !taken[other] ? graph.shared(link) : 0;
                }
            }
        }
        long other = weight - one;
        long oneParts = Math.max(1, (one + most - 1) / most);
        long otherParts = Math.max(1, (other + most - 1) / most);
        double missing = Math.max(0, oneParts * least - one) + Math.max(0, otherParts * least - other);
        double imbalance = Math.abs(one - target) / Math.max(1, target);
        return new Cut(first, missing, Math.max(0, oneParts + otherParts - k), (1 + length) * (1 + imbalance));
    }

    /** Joins or cuts anew what is below the smallest size; each success leaves fewer such parts, so it ends. */
    private void mend() {
        boolean mended = true;
        while (mended) {
            mended = false;
            for (int p = 0; p < parts.size(); p++) {
                if (parts.get(p) != null && weight(p) < least) {
                    mended |= mend(p);
                }
            }
        }
    }

    private boolean mend(int p) {
        List<Integer> near = neighbours(p);
        long weight = weight(p);
        for (int other : near) {
            if (weight + weight(other) <= most) {
                join(p, other);
                return true;
            }
        }
        for (int other : near) {
            int[] before = parts.get(p);
            int[] beforeOther = parts.get(other);
            join(p, other);
            long together = weight(other);
            Cut cut = best(other, together, 2);
            if (cut.missing == 0 && cut.moreParts == 0) {
                apply(cut, other);
                return true;
            }
            parts.set(p, before);
            parts.set(other, beforeOther);
            for (int n : before) {
                part[n] = p;
            }
        }
        return false;
    }

    /** The parts that touch a part, the one with the longest border first. */
    private List<Integer> neighbours(int p) {
        Map<Integer, Long> border = new TreeMap<>();
        for (int n : parts.get(p)) {
            for (int link = graph.firstLink(n); link < graph.firstLink(n + 1); link++) {
                int other = part[graph.neighbour(link)];
                if (other != p) {
                    border.merge(other, (long) graph.shared(link), Long::sum);
                }
            }
        }
        return border.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Moves all of a part to another. */
    private void join(int p, int other) {
        int[] more = parts.get(p);
        int[] joined = Arrays.copyOf(parts.get(other), parts.get(other).length + more.length);
        System.arraycopy(more, 0, joined, joined.length - more.length, more.length);
        parts.set(other, joined);
        parts.set(p, null);
        for (int n : more) {
            part[n] = other;
        }
    }
}
