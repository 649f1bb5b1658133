/**
 * Siting: where a technology can stand, and which of these places suits it best.
 *
 * <p>A {@link sinkmap.siting.Plan} says it all as data. Its <b>land</b> term tells which cells are eligible at all. Each
 * <b>exclusion</b> takes cells away, by law or by choice; the rules of a {@link sinkmap.siting.RuleSet} come first, so
 * that editions of a regulation can be exchanged. Terms are evaluated in the three-valued logic of Kleene: a cell whose
 * raster holds no data is neither in nor out but unknown, and the plan says what becomes of unknown cells. The cells that
 * are left are scored by <b>criteria</b>: a {@link sinkmap.siting.Membership} turns a raw value into a number from 0 to 1,
 * a {@link sinkmap.siting.WeightMethod} weighs the criteria (by hand, by judgements in pairs, by what the data tell, or
 * blended), and an {@link sinkmap.siting.Aggregation} makes one score of them (WLC, OWA or TOPSIS). {@link
 * sinkmap.siting.Sensitivity} and {@link sinkmap.siting.ScoreSpread} tell how far ranks and scores depend on the weights. A
 * cell that lacks the value of a criterion has no score and is not
 * available: missing data are never rewarded. Contiguous available cells over a minimum area are <b>sites</b>, ranked by
 * mean score, with capacity from a density, and energy summed cell by cell from the resource.
 *
 * <p>The way: {@link sinkmap.siting.Screening} (eligible, available, unknown, reasons) to
 * {@link sinkmap.siting.Suitability} (score) to {@link sinkmap.siting.Sites}. They ask an
 * {@link sinkmap.siting.Evidence} for masks and rasters and know neither files nor databases. Everything is explained:
 * each excluded cell knows its rules, each site the raw value, membership and weighted part of every criterion and how
 * far it keeps from every obstacle.
 *
 * <p>Areas are hectares, lengths metres, capacity MW, energy GWh a year; nodata is NaN. Every error is a
 * {@link sinkmap.grid.SinkmapException} that names plan, rule or criterion, and layer.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"grid"})
package sinkmap.siting;
