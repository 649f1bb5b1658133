/**
 * Runs: the story of how layers and a plan become results.
 *
 * <p>A run is of one of several kinds. A <b>siting run</b> takes a plan: the land where sites may lie, exclusions (those of a
 * rule set first, then the plan's own), criteria with weights, the figures of the technology. It screens and scores the
 * cells of the region's grid, gathers what is left to sites, and puts the carbon stock under each beside the emissions
 * that it avoids. An <b>account run</b> maps the sinks in the order of precedence of {@code account.yaml} and accounts
 * for their stock by stratum, pool and zone. A <b>scenario run</b> follows the carbon of land that changes from year to year,
 * an <b>assessment</b> sums up roofs by county. The arithmetic is the business of {@code siting} and {@code sink}; this
 * package reads their inputs from the store and writes what they return.
 *
 * <p>{@link sinkmap.run.Plans} are read strictly when the service starts: a plan that names a layer, an attribute, a
 * rule set or a factor that does not exist stops the start with file and line. {@link sinkmap.run.Runs} is the queue:
 * one run at a time, with progress, cancellation, and a result that becomes visible all at once when it is whole. A run
 * that fails or is cancelled leaves everything as it was.
 *
 * <p>A result says what it was made from: layers with the checksums of their files, the hash of the plan, the version
 * of the code. Its quality is that of its worst input.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"grid", "catalog", "store", "ingest", "siting", "sink", "survey"})
package sinkmap.run;
