package sinkmap.sink;

/** What a formula gives for a pool. */
public enum Measure {
    /** Carbon held, t C. */
    STOCK("stock", "t C", "t C/ha"),
    /** Carbon taken up in a year, net of losses, t C/yr; negative when the pool loses carbon. */
    SEQUESTRATION("sequestration", "t C/yr", "t C/ha/yr"),
    /** Methane given off in a year, t CH4/yr. */
    METHANE("methane", "t CH4/yr", "t CH4/ha/yr");

    private final String code;
    private final String unit;
    private final String perHectare;

    Measure(String code, String unit, String perHectare) {
        this.code = code;
        this.unit = unit;
        this.perHectare = perHectare;
    }

    /** The code in tables and results. */
    public String code() {
        return code;
    }

    /** Unit of the sum over an area. */
    public String unit() {
        return unit;
    }

    /** Unit of the value for a hectare. */
    public String perHectare() {
        return perHectare;
    }
}
