package sinkmap.ingest;

/** A value that an attribute cannot take. */
final class BadValue extends Exception {

    private static final long serialVersionUID = 1L;

    private final String kind;

    BadValue(String kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    /** {@code value-type}, {@code value-range} or {@code value-class}. */
    String kind() {
        return kind;
    }
}
