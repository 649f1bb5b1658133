package sinkmap.sink;

/** What a formula gives for a pool. */
public enum Measure {
    /** Carbon held, t C. */
    STOCK("stock", "t C"),
    /** Carbon taken up in a year, net of losses, t C/yr; negative when the pool loses carbon. */
    SEQUESTRATION("sequestration", "t C/yr"),
    /** Methane given off in a year, t CH4/yr. */
    METHANE("methane", "t CH4/yr");

    private final String code;
    private final String unit;

    Measure(String code, String unit) {
        this.code = code;
        this.unit = unit;
    }

    /** The code in tables and results. */
    public String code() {
        return code;
    }

    /** Unit of the sum over an area. */
    public String unit() {
        return unit;
    }
}
