/**
 * Carbon sinks: how much carbon an area holds, and how sure that is.
 *
 * <p>A {@link sinkmap.sink.Stratum stratum} is a kind of land or sea bed that is taken as one, such as reed marsh or
 * poplar plantation. Its area is counted on an equal-area grid. Every {@link sinkmap.sink.Pool pool} of a stratum is
 * reckoned by a {@link sinkmap.sink.Formula} from rows of a factor table, each a {@link sinkmap.sink.Factor}: value, 95 %
 * interval, method, edition, source, confidence. A formula is a sum of products ({@link sinkmap.sink.Term}); applied to
 * an area it makes {@link sinkmap.sink.Line lines}, and every stock and flow is a sum of lines.
 *
 * <p><b>A cell belongs to one stratum.</b> Where layers overlap, the first in the order of the account has the cell
 * ({@link sinkmap.sink.StratumMap}); what the later ones lost by that is reported, never counted twice.
 *
 * <p><b>No factor is not zero.</b> A stratum without any factor row has an unknown stock: it is listed with its area
 * and enters no total.
 *
 * <p><b>The interval</b> is the error propagation of the IPCC Guidelines 2006, volume 1, chapter 3, approach 1, in 95 %
 * half widths, with the lower and the upper half carried separately because most factor intervals are not symmetric.
 * For any set of cells (pool, stratum, city, site, province) with the areas {@code A(s)} of its strata:
 *
 * <pre>
 *   half² = Σ over area errors a ( Σ over lines of a  u · value )²  +  Σ over factor rows f ( h(f) · Σ over lines ∂value/∂f )²
 * </pre>
 *
 * where {@code u} is the relative uncertainty of the area of the line's stratum, {@code a} that stratum alone or all that are
 * from one map ({@link sinkmap.sink.Stratum#areaError()}), and {@code h} the half width of the factor ({@code value - low} or
 * {@code high - value}). A product of area and factors is thus combined in quadrature, and so are different rows and
 * areas of different maps; what shares its error is added linearly before: the pools of a stratum share the error of its area,
 * strata of one map do where the account says so, and strata or cities that use the same factor row share the error of that row. Stocks cannot be negative, so a lower
 * bound stops at zero.
 *
 * <p>Beside it stands approach 2 of the same chapter ({@link sinkmap.sink.MonteCarlo}): at least 10,000 seeded draws, each
 * factor row drawn once a draw for all lines that use it, the area of each stratum drawn too. Neither replaces the other.
 *
 * <p><b>Time.</b> A {@link sinkmap.sink.Scenario} takes classes of land from year to year: land that keeps its class keeps
 * accumulating, land that moves keeps its carbon but for what a disturbance lets decay. Areas and transitions are stated, or
 * are those of dated maps: {@link sinkmap.sink.LandHistories} tells what each cell was, {@link sinkmap.sink.LandChange} makes
 * a scenario of it, and {@link sinkmap.sink.HistoryProjection} the map of every year, which adds up to the stock of the year.
 *
 * <p>Pure: only {@code java.*} and {@code sinkmap.grid}. Carbon in t C; {@link sinkmap.sink.TonnesCarbon#toCo2e()} is
 * the only place that turns it into CO2.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"grid"})
package sinkmap.sink;
