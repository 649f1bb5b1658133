/**
 * Surveys: carbon measured in the field.
 *
 * <p>A survey is a plot design, the cores and quadrats taken on it, and an estimator that turns them into a density with
 * a 95 % interval: a local row for the table of factors of {@code sinkmap.sink}, which wins over defaults. It keeps the
 * chain from the laboratory value to the province's stock open to check.
 *
 * <p>No classes yet: plot designs, cores and estimators come with the work on surveys. Until then local densities stand
 * in {@code factors/carbon.csv} with their published source.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"grid", "sink"})
package sinkmap.survey;
