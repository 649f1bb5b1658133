package sinkmap.siting;

import java.util.Collection;
import sinkmap.grid.SinkmapException;

/**
 * What a portfolio must reach or may not exceed: an amount of a group of sites, or the group's share of the whole
 * portfolio.
 *
 * @param group the sites that count
 * @param measure what is counted
 * @param bound whether {@code value} is the least or the most
 * @param share whether {@code value} is a share of the portfolio, 0 to 1, instead of an amount in the measure's unit
 * @param value the amount or the share
 */
public record PortfolioQuota(PortfolioGroup group, PortfolioMeasure measure, Bound bound, boolean share, double value) {

    /** Which side a quota bounds. */
    public enum Bound {
        AT_LEAST,
        AT_MOST
    }

    public PortfolioQuota {
        if (!(value >= 0) || Double.isInfinite(value) || (share && value > 1)) {
            throw new SinkmapException(
                    share
                            ? "a share of " + group.label() + " must lie between 0 and 1, not " + value
                            : "an amount of " + group.label() + " must not be negative or endless, not " + value);
        }
    }

    /** At least an amount, in the measure's unit. */
    public static PortfolioQuota atLeast(PortfolioGroup group, PortfolioMeasure measure, double amount) {
        return new PortfolioQuota(group, measure, Bound.AT_LEAST, false, amount);
    }

    /** A share of the portfolio, 0 to 1. */
    public static PortfolioQuota share(PortfolioGroup group, PortfolioMeasure measure, Bound bound, double share) {
        return new PortfolioQuota(group, measure, bound, true, share);
    }

    /**
     * What a site adds to the left side of the quota, {@code sum(coefficient) >= limit} or {@code <= limit}, in the
     * measure's unit. A share {@code p} of group g, {@code sum over g of m >= p sum of m}, is linear as
     * {@code sum of m (in g ? 1 - p : -p) >= 0}.
     */
    public double coefficient(PortfolioCandidate site) {
        double in = group.contains(site) ? 1 : 0;
        return measure.of(site) * (share ? in - value : in);
    }

    /** The right side of the quota, in the measure's unit. */
    public double limit() {
        return share ? 0 : value;
    }

    /** How far a choice of sites fails the quota, in the measure's unit; 0 when it keeps it. */
    public double violation(Collection<PortfolioCandidate> chosen) {
        double left = chosen.stream().mapToDouble(this::coefficient).sum();
        return Math.max(0, bound == Bound.AT_LEAST ? limit() - left : left - limit());
    }

    /** What a choice of sites comes to: the group's amount in the measure's unit, or its share of the whole. */
    public double achieved(Collection<PortfolioCandidate> chosen) {
        double amount =
                chosen.stream().filter(group::contains).mapToDouble(measure::of).sum();
        double whole = chosen.stream().mapToDouble(measure::of).sum();
        return !share ? amount : whole > 0 ? amount / whole : 0;
    }
}
