package sinkmap.store;

import java.awt.Rectangle;

/**
 * A rectangle of a level of a raster file, in one piece or in the tiles that hold it. Places are in pixels of the level,
 * corner-anchored; x to the east, y to the south.
 */
final class RasterPart {

    private static final int ONE_PIECE = 30;

    private final Rectangle part;
    private final int left;
    private final int top;
    private final int shift;
    private final int mask;
    private final int stride;
    private final int across;
    private final float[][] pieces;

    private RasterPart(Rectangle part, int left, int top, int shift, int stride, int across, float[][] pieces) {
        this.part = part;
        this.left = left;
        this.top = top;
        this.shift = shift;
        this.mask = (1 << shift) - 1;
        this.stride = stride;
        this.across = across;
        this.pieces = pieces;
    }

    /**
     * A rectangle in one piece.
     *
     * @param values rows x columns, row 0 in the north
     */
    static RasterPart of(Rectangle part, float[] values) {
        return new RasterPart(part, part.x, part.y, ONE_PIECE, part.width, 1, new float[][] {values});
    }

    /**
     * A rectangle in whole tiles of {@link TileLevel#TILE}, which may be shared and are not changed.
     *
     * @param tiles the tiles that it meets, row by row from the north-west
     */
    static RasterPart of(Rectangle part, float[][] tiles) {
        int firstColumn = part.x / TileLevel.TILE;
        int lastColumn = (part.x + part.width - 1) / TileLevel.TILE;
        return new RasterPart(
                part,
                firstColumn * TileLevel.TILE,
                part.y / TileLevel.TILE * TileLevel.TILE,
                Integer.numberOfTrailingZeros(TileLevel.TILE),
                TileLevel.TILE,
                lastColumn - firstColumn + 1,
                tiles);
    }

    /** Value of a cell of the rectangle. */
    float at(int column, int row) {
        int x = column - left;
        int y = row - top;
        return pieces[(y >> shift) * across + (x >> shift)][(y & mask) * stride + (x & mask)];
    }

    /** Value of the cell at a place; NaN outside the rectangle. */
    float nearest(double x, double y) {
        double column = Math.floor(x);
        double row = Math.floor(y);
        // written so that NaN falls out too
        if (!(column >= part.x && row >= part.y && column < part.x + part.width && row < part.y + part.height)) {
            return Float.NaN;
        }
        return at((int) column, (int) row);
    }

    /**
     * Value between the four nearest cell centres. Those without data are left out and the weights of the others made to add
     * up to one; where the nearest cell has no data there is none.
     */
    float bilinear(double x, double y) {
        double west = x - 0.5;
        double north = y - 0.5;
        if (west >= part.x && north >= part.y && west < part.x + part.width - 1 && north < part.y + part.height - 1) {
            int column = (int) west;
            int row = (int) north;
            float value = between(column, row, west - column, north - row);
            if (!Float.isNaN(value)) {
                return value;
            }
        }
        return weighted(x, y);
    }

    private float between(int column, int row, double right, double below) {
        int x = column - left & mask;
        int y = row - top & mask;
        if (x == mask || y == mask) {
            return mix(
                    at(column, row), at(column + 1, row), at(column, row + 1), at(column + 1, row + 1), right, below);
        }
        float[] piece = pieces[(row - top >> shift) * across + (column - left >> shift)];
        int corner = y * stride + x;
        return mix(piece[corner], piece[corner + 1], piece[corner + stride], piece[corner + stride + 1], right, below);
    }

    private static float mix(
            float upperLeft, float upperRight, float lowerLeft, float lowerRight, double right, double below) {
        double upper = upperLeft + right * ((double) upperRight - upperLeft);
        double lower = lowerLeft + right * ((double) lowerRight - lowerLeft);
        return (float) (upper + below * (lower - upper));
    }

    /** The mean of those of the four neighbours that hold data, by their weight. */
    private float weighted(double x, double y) {
        float centre = nearest(x, y);
        if (Float.isNaN(centre)) {
            return Float.NaN;
        }
        double west = Math.floor(x - 0.5);
        double north = Math.floor(y - 0.5);
        double right = x - 0.5 - west;
        double below = y - 0.5 - north;
        double sum = 0;
        double weights = 0;
        for (int dy = 0; dy <= 1; dy++) {
            for (int dx = 0; dx <= 1; dx++) {
                double weight = (dx == 0 ? 1 - right : right) * (dy == 0 ? 1 - below : below);
                float value = weight == 0 ? Float.NaN : nearest(west + dx, north + dy);
                if (!Float.isNaN(value)) {
                    sum += weight * value;
                    weights += weight;
                }
            }
        }
        return weights == 0 ? centre : (float) (sum / weights);
    }
}
