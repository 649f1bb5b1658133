/**
 * Surveys: carbon measured in the field.
 *
 * <p>A soil {@link sinkmap.survey.Core core} is a depth series: slices with dry bulk density and organic carbon. Rows of
 * a laboratory's file ({@link sinkmap.survey.CoreSample}) are checked into {@link sinkmap.survey.Cores}; what is left
 * out, repaired or doubted is a {@link sinkmap.survey.CoreFinding} with its row. {@link sinkmap.survey.StockToDepth}
 * gives the {@link sinkmap.survey.CoreStock} of a core to a depth and says how many centimetres of it were measured, how
 * many interpolated, how many extrapolated.
 *
 * <p>A {@link sinkmap.survey.PlotDesign} says how cores stand for ground, and the {@link sinkmap.survey.Estimator} turns
 * their stocks into an {@link sinkmap.survey.Estimate}, a density with a 95 % interval: a local row for the table of
 * factors of {@code sinkmap.sink}, which wins over defaults. The chain from the laboratory value to the province's
 * stock stays open to check.
 *
 * <p>Units: depths in cm, bulk density in g/cm3, carbon and organic matter as shares of dry mass, stocks in t C/ha. NaN
 * is what was not measured; it never counts as zero.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"grid", "sink"})
package sinkmap.survey;
