package sinkmap.siting;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A front that sweeps over a connected set of nodes in a direction and takes them in the order of their position, but only
 * such as hang together with what it has. What that cuts off from the largest rest is taken too, so both sides are connected.
 */
final class Sweep {

    private final BlockGraph graph;
    /** Part of each node: the set is the nodes whose part is {@code p}. */
    private final int[] part;

    private final int p;
    private final int[] members;
    /** Place of each node in the order of the sweep; only those of members have a meaning. */
    private final int[] place;

    private final int[] order;
    private final boolean[] taken;

    Sweep(BlockGraph graph, int[] part, int p, int[] members, int[] place, boolean[] taken) {
        this.graph = graph;
        this.part = part;
        this.p = p;
        this.members = members;
        this.place = place;
        this.order = new int[members.length];
        this.taken = taken;
    }

    /** Angle of the principal axis of the available cells, the eigenvector of their largest moment. */
    double principalAxis() {
        double weight = 0;
        double x = 0;
        double y = 0;
        for (int n : members) {
            weight += graph.weight(n);
            x += graph.weight(n) * graph.column(n);
            y += graph.weight(n) * graph.row(n);
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int n : members) {
            double dx = graph.column(n) - x / weight;
            double dy = graph.row(n) - y / weight;
            xx += graph.weight(n) * dx * dx;
            yy += graph.weight(n) * dy * dy;
            xy += graph.weight(n) * dx * dy;
        }
        return 0.5 * Math.atan2(2 * xy, xx - yy);
    }

    /**
     * Takes nodes until their weight is as near the target as it gets, and marks them in {@code taken}; at least one node is
     * taken and one is left.
     */
    void take(double angle, double target) {
        sort(angle);
        for (int n : members) {
            taken[n] = false;
        }
        BitSet front = new BitSet(members.length);
        front.set(0);
        double weight = 0;
        int count = 0;
        int low = 0;
        while (count < members.length - 1) {
            int next = front.nextSetBit(low);
            int n = order[next];
            if (count > 0 && weight + graph.weight(n) / 2.0 > target) {
                break;
            }
            front.clear(next);
            taken[n] = true;
            weight += graph.weight(n);
            count++;
            low = next + 1;
            for (int link = graph.firstLink(n); link < graph.firstLink(n + 1); link++) {
                int other = graph.neighbour(link);
                if (part[other] == p && !taken[other]) {
                    front.set(place[other]);
                    low = Math.min(low, place[other]);
                }
            }
        }
        takeCutOff();
    }

    private void sort(double angle) {
        double right = Math.cos(angle);
        double down = Math.sin(angle);
        long[] keys = new long[members.length];
        for (int i = 0; i < keys.length; i++) {
            double at = graph.column(members[i]) * right + graph.row(members[i]) * down;
            int bits = Float.floatToIntBits((float) at);
            int sortable = bits ^ (bits >> 31 & Integer.MAX_VALUE);
            keys[i] = (long) sortable << 32 | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < keys.length; i++) {
            order[i] = members[(int) keys[i]];
            place[order[i]] = i;
        }
    }

    /** Of the connected pieces that are left only the heaviest stays; the first one where several are equal. */
    private void takeCutOff() {
        int[] queue = new int[members.length];
        BitSet seen = new BitSet(members.length);
        long heaviest = -1;
        int keepFrom = 0;
        int keepTo = 0;
        int end = 0;
        for (int first : order) {
            if (taken[first] || seen.get(place[first])) {
                continue;
            }
            int start = end;
            long weight = 0;
            seen.set(place[first]);
            queue[end++] = first;
            for (int i = start; i < end; i++) {
                int n = queue[i];
                weight += graph.weight(n);
                for (int link = graph.firstLink(n); link < graph.firstLink(n + 1); link++) {
                    int other = graph.neighbour(link);
                    if (part[other] == p && !taken[other] && !seen.get(place[other])) {
                        seen.set(place[other]);
                        queue[end++] = other;
                    }
                }
            }
            if (weight > heaviest) {
                heaviest = weight;
                keepFrom = start;
                keepTo = end;
            }
        }
        for (int i = 0; i < end; i++) {
            taken[queue[i]] = i < keepFrom || i >= keepTo;
        }
    }
}
