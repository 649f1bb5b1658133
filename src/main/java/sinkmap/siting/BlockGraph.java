package sinkmap.siting;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import sinkmap.grid.Grid;
import sinkmap.grid.Mask;
import sinkmap.grid.Patch;

/**
 * A contiguous area as a graph: a node is a connected group of its cells within a square block of the grid, an edge says how
 * many cell edges two groups share (0 where they meet by a corner only). Any connected set of nodes is a connected set of
 * cells.
 */
final class BlockGraph {

    private final Grid grid;
    private final int block;
    /** Runs of the area cut at the columns of blocks, and the node of each. */
    private int[] from = new int[64];

    private int[] to = new int[64];
    private int[] node;
    private int pieces;
    private int nodes;
    /** Available cells of each node, and the mean position of its cells in rows and columns. */
    private int[] weight;

    private double[] row;
    private double[] column;
    /** Neighbours of node n are {@code neighbour[starts[n]..starts[n + 1])}. */
    private int[] starts;

    private int[] neighbour;
    private int[] shared;
    private long[] links = new long[64];
    private int linkCount;

    /**
     * Cuts an area into blocks.
     *
     * @param available the cells that count in the weight of a node
     * @param block edge of a block, in cells
     */
    BlockGraph(Patch area, Mask available, int connectivity, int block) {
        this.grid = area.grid();
        this.block = block;
        area.forEachRun(this::cut);
        this.node = IntStream.range(0, pieces).toArray();
        meet(connectivity == 8 ? 1 : 0, this::joinWithinBlock);
        number();
        measure(available);
        meet(connectivity == 8 ? 1 : 0, this::link);
        index();
    }

    int nodes() {
        return nodes;
    }

    int weight(int n) {
        return weight[n];
    }

    double row(int n) {
        return row[n];
    }

    double column(int n) {
        return column[n];
    }

    /** Index of the first neighbour of a node; that of the next node ends the list. */
    int firstLink(int n) {
        return starts[n];
    }

    int neighbour(int link) {
        return neighbour[link];
    }

    /** Number of cell edges along a link. */
    int shared(int link) {
        return shared[link];
    }

    /** The cells of all nodes that have each part number, from 0 to {@code parts - 1}. */
    List<Patch> patches(int[] part, int parts) {
        int[] count = new int[parts];
        for (int i = 0; i < pieces; i++) {
            count[part[node[i]]]++;
        }
        int[][] first = new int[parts][];
        int[][] end = new int[parts][];
        for (int p = 0; p < parts; p++) {
            first[p] = new int[count[p]];
            end[p] = new int[count[p]];
        }
        int[] next = new int[parts];
        for (int i = 0; i < pieces; i++) {
            int p = part[node[i]];
            first[p][next[p]] = from[i];
            end[p][next[p]++] = to[i];
        }
        return IntStream.range(0, parts)
                .mapToObj(p -> Patch.ofRuns(grid, first[p], end[p]))
                .toList();
    }

    private void cut(int runFrom, int runTo) {
        int rowStart = runFrom / grid.columns() * grid.columns();
        for (int cell = runFrom; cell < runTo; ) {
            int end = Math.min(runTo, rowStart + ((cell - rowStart) / block + 1) * block);
            if (pieces == from.length) {
                from = Arrays.copyOf(from, 2 * pieces);
                to = Arrays.copyOf(to, 2 * pieces);
            }
            from[pieces] = cell;
            to[pieces++] = end;
            cell = end;
        }
    }

    private int rowOf(int piece) {
        return from[piece] / grid.columns();
    }

    private int blockOf(int piece) {
        return from[piece] % grid.columns() / block;
    }

    /** Sees two pieces that touch, along this many cell edges. */
    private interface Meeting {
        void of(int a, int b, int edges);
    }

    /** Visits the pairs of pieces that touch, in the same row or in rows above each other. */
    private void meet(int corner, Meeting meeting) {
        int above = 0;
        for (int i = 0; i < pieces; i++) {
            int r = rowOf(i);
            if (i > 0 && to[i - 1] == from[i] && rowOf(i - 1) == r) {
                meeting.of(i - 1, i, 1);
            }
            int shiftedFrom = from[i] - grid.columns();
            int shiftedTo = to[i] - grid.columns();
            while (above < i && (rowOf(above) < r - 1 || rowOf(above) == r - 1 && to[above] + corner <= shiftedFrom)) {
                above++;
            }
            for (int j = above; j < i && rowOf(j) == r - 1 && from[j] < shiftedTo + corner; j++) {
                meeting.of(j, i, Math.max(0, Math.min(to[j], shiftedTo) - Math.max(from[j], shiftedFrom)));
            }
        }
    }

    private void joinWithinBlock(int a, int b, int edges) {
        if (blockOf(a) == blockOf(b) && rowOf(a) / block == rowOf(b) / block) {
            int rootA = root(a);
            int rootB = root(b);
            node[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
        }
    }

    private int root(int piece) {
        int root = piece;
        while (node[root] != root) {
            node[root] = node[node[root]];
            root = node[root];
        }
        return root;
    }

    /** A root stands before the pieces that point to it, so it has its number by then. */
    private void number() {
        for (int i = 0; i < pieces; i++) {
            node[i] = node[i] == i ? nodes++ : node[node[i]];
        }
    }

    private void measure(Mask available) {
        weight = new int[nodes];
        row = new double[nodes];
        column = new double[nodes];
        int[] cells = new int[nodes];
        for (int i = 0; i < pieces; i++) {
            int length = to[i] - from[i];
            int n = node[i];
            weight[n] += available.count(from[i], to[i]);
            cells[n] += length;
            row[n] += (double) length * rowOf(i);
            column[n] += length * (from[i] % grid.columns() + (length - 1) / 2.0);
        }
        for (int n = 0; n < nodes; n++) {
            row[n] /= cells[n];
            column[n] /= cells[n];
        }
    }

    /** Notes that two nodes meet; the same two may meet several times. */
    private void link(int a, int b, int edges) {
        if (node[a] == node[b]) {
            return;
        }
        if (linkCount == links.length) {
            links = Arrays.copyOf(links, 2 * linkCount);
        }
        links[linkCount++] = (long) node[a] << 32 | node[b];
        links[linkCount++] = edges;
    }

    /** Sorts the links by node, each both ways. */
    private void index() {
        starts = new int[nodes + 1];
        for (int i = 0; i < linkCount; i += 2) {
            starts[(int) (links[i] >> 32) + 1]++;
            starts[(int) links[i] + 1]++;
        }
        for (int n = 0; n < nodes; n++) {
            starts[n + 1] += starts[n];
        }
        neighbour = new int[linkCount];
        shared = new int[linkCount];
        int[] next = starts.clone();
        for (int i = 0; i < linkCount; i += 2) {
            int a = (int) (links[i] >> 32);
            int b = (int) links[i];
            neighbour[next[a]] = b;
            shared[next[a]++] = (int) links[i + 1];
            neighbour[next[b]] = a;
            shared[next[b]++] = (int) links[i + 1];
        }
        links = null;
    }
}
