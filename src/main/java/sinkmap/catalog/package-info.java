/**
 * The catalog: what layers there are, what they mean and in which coordinates they stand.
 *
 * <p>A <b>layer</b> is a set of features of one kind or one raster band. Inputs and results are declared alike, each in
 * a YAML file of its own in the <b>layers directory</b>, which describes one <b>region</b>: its analysis grid, its
 * themes, its layers and its plans. Another region is another directory. {@link sinkmap.catalog.Catalog} is that
 * directory as read at start; it does not change while the service runs, and it holds no data: contents are the business
 * of the store.
 *
 * <p>Files are read strictly through {@link sinkmap.catalog.YamlNode}. A key that nobody knows, a unit that is not on
 * the list, a style that is not there or a theme that the region lacks stops the start with file, line and what was
 * probably meant; a warning would be overlooked, and a misspelt buffer makes a wrong map. Other packages read their own
 * files of the directory (plans, rule sets, the account, the demo manifest) with the same reader.
 *
 * <p>A derived layer that is declared {@code per: plan} stands for one layer per siting plan, with the id {@code
 * <layer>-<plan>}.
 *
 * <p>{@link sinkmap.catalog.Crs} gives meaning to coordinates. Inside the program coordinates are always in the order
 * east, north; the order that an authority or an OGC version asks for is made at the edge and nowhere else.
 */
@ApplicationModule(allowedDependencies = "grid")
package sinkmap.catalog;

import org.springframework.modulith.ApplicationModule;
