package sinkmap.ogc.api;

/**
 * A vector tile.
 *
 * @param bytes the tile in MVT 2.1; none when no feature meets it
 * @param features features in it
 * @param leftOut features that meet it and are not in it, because it would grow too large
 */
record VectorTile(byte[] bytes, long features, long leftOut) {}
