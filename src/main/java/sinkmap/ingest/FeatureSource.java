package sinkmap.ingest;

/** The rows of one file, one by one in the order of the file. Whatever is wrong with the file as a whole is thrown. */
interface FeatureSource extends AutoCloseable {

    /** Code or WKT of the coordinates, as the options or else the file states it. */
    String crs();

    /** Character set of the text; null where the format fixes it. */
    String encoding();

    /** The next row; null at the end. */
    RawRow next();

    /** Share of the file that has been read, 0 to 1. */
    double share();

    /** Whether the format cuts column names to ten bytes. */
    default boolean cutsNames() {
        return false;
    }

    @Override
    void close();
}
