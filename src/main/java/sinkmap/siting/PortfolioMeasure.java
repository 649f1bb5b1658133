package sinkmap.siting;

/** What a portfolio's quotas are counted in. */
public enum PortfolioMeasure {
    /** Capacity, MW. */
    CAPACITY("MW"),
    /** Energy a year, GWh/yr. */
    ENERGY("GWh/yr");

    private final String unit;

    PortfolioMeasure(String unit) {
        this.unit = unit;
    }

    public String unit() {
        return unit;
    }

    /** How much of this a site brings, in {@link #unit}. */
    public double of(PortfolioCandidate site) {
        return this == CAPACITY ? site.capacity_mw() : site.energy_gwh();
    }
}
