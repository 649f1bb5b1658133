package sinkmap.run;

/**
 * What to run.
 *
 * @param kind {@code siting}, {@code account}, {@code scenario} or {@code assessment}
 * @param plan id of the plan, scenario or assessment; null for an account
 * @param ruleSet id of the rule set to use instead of the plan's own; null for the plan's own
 * @param cell cell size in metres; null for the region's default
 */
public record RunRequest(String kind, String plan, String ruleSet, Double cell) {}
