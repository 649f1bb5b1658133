package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.sink.ClassPattern;
import sinkmap.sink.Factor;
import sinkmap.sink.Grouping;
import sinkmap.sink.MonteCarlo;
import sinkmap.sink.Pool;
import sinkmap.sink.Stratum;

/**
 * What an account is of, from {@code account.yaml}.
 *
 * @param title title
 * @param methods methods side by side; the first is the headline
 * @param sinks layers of sinks in the order of precedence
 * @param partitions ways to cut the region into zones that it sums over; the zones of the first one are a layer of results
 * @param draws draws of the Monte Carlo simulation
 * @param redLine layer of the ecological red line, which sites are held against; null when there is none
 */
record AccountPlan(
        Text title,
        List<AccountMethod> methods,
        List<SinkLayer> sinks,
        List<ZoneLayer> partitions,
        Draws draws,
        FeatureLayer redLine) {

    /**
     * Draws of a Monte Carlo simulation.
     *
     * @param number how many
     * @param seed the same seed gives the same draws
     */
    record Draws(int number, long seed) {

        static final Draws DEFAULT = new Draws(MonteCarlo.FEWEST_DRAWS, 1);
    }

    /**
     * A method of accounting.
     *
     * @param id name of the method
     * @param title title
     * @param sets sets of factors that it takes, the preferred first
     */
    record AccountMethod(String id, Text title, List<String> sets) {}

    /**
     * A layer whose features are the zones of a partition.
     *
     * @param id name of the partition
     * @param title title
     * @param layer the layer
     * @param name attribute that names a zone
     */
    record ZoneLayer(String id, Text title, FeatureLayer layer, String name) {}

    /**
     * A layer of sinks.
     *
     * @param layer the layer
     * @param classes attributes whose classes are strata of their own, the one that says most last; none when the layer
     *     is one stratum
     * @param areaUncertainty_percent 95 % half width of its areas, percent
     * @param areaMap name of the map that its areas are from, whose error all layers of the same name share; null where the
     *     error of each stratum is its own
     * @param blue whether its carbon counts as blue carbon
     * @param sink whether it is a sink, not only land whose carbon a site disturbs
     * @param habitat habitat that it is of; layers of one habitat are summed up together
     * @param pools pools that its scheme asks for, so that one without a factor is named; none where no scheme says
     */
    record SinkLayer(
            FeatureLayer layer,
            List<Attribute> classes,
            double areaUncertainty_percent,
            String areaMap,
            boolean blue,
            boolean sink,
            Text habitat,
            List<Pool> pools) {

        /** The strata: one for every way to combine the classes, and where an attribute says nothing, last. */
        List<Stratum> strata() {
            List<List<String>> codes = List.of(List.of());
            for (Attribute attribute : classes) {
                List<List<String>> longer = new ArrayList<>();
                for (List<String> code : codes) {
                    attribute.classes().forEach(c -> longer.add(append(code, c.code())));
                    longer.add(append(code, Factor.ANY));
                }
                codes = longer;
            }
            return codes.stream().map(code -> stratum(classCode(code))).toList();
        }

        /** The code of a class from its parts; parts at the end that are not known are left out. */
        static String classCode(List<String> parts) {
            int known = parts.size();
            while (known > 0 && parts.get(known - 1).equals(Factor.ANY)) {
                known--;
            }
            return known == 0 ? Factor.ANY : String.join(ClassPattern.PART, parts.subList(0, known));
        }

        private static List<String> append(List<String> parts, String part) {
            List<String> longer = new ArrayList<>(parts);
            longer.add(part);
            return longer;
        }

        private Stratum stratum(String classCode) {
            return new Stratum(layer.id(), classCode, areaUncertainty_percent, blue, sink, areaMap);
        }

        Text title(String classCode) {
            if (classes.isEmpty()) {
                return layer.title();
            }
            String[] parts = classCode.split(ClassPattern.PART);
            List<Text> titles = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                titles.add(title(classes.get(i), parts[i]));
            }
            return new Text(
                    layer.title().zh() + "："
                            + String.join("，", titles.stream().map(Text::zh).toList()),
                    layer.title().en() + ": "
                            + String.join(", ", titles.stream().map(Text::en).toList()));
        }

        private static Text title(Attribute attribute, String code) {
            return attribute.classes().stream()
                    .filter(c -> c.code().equals(code))
                    .findFirst()
                    .map(ClassValue::title)
                    .orElse(new Text("未分类", "unclassified"));
        }
    }

    /** The method whose results stand for the account. */
    AccountMethod headline() {
        return methods.get(0);
    }

    /** The partition whose zones are a layer of results, and the places of sites: cities as a rule. */
    ZoneLayer cities() {
        return partitions.get(0);
    }

    /** Ways to group the strata: by layer and by habitat. */
    List<Grouping> groupings() {
        return List.of(
                new Grouping(
                        "layer",
                        names(of -> of.layer().title()),
                        s -> title(s, of -> of.layer().title())),
                new Grouping("habitat", names(SinkLayer::habitat), s -> title(s, SinkLayer::habitat)));
    }

    private List<String> names(Function<SinkLayer, Text> title) {
        return sinks.stream().map(of -> title.apply(of).both()).distinct().toList();
    }

    private String title(Stratum stratum, Function<SinkLayer, Text> title) {
        return title.apply(sink(stratum)).both();
    }

    private SinkLayer sink(Stratum stratum) {
        return sinks.stream()
                .filter(sink -> sink.layer().id().equals(stratum.layer()))
                .findFirst()
                .orElseThrow();
    }

    /** All strata in the order of precedence. */
    List<Stratum> strata() {
        return sinks.stream().flatMap(sink -> sink.strata().stream()).toList();
    }

    /**
     * Pools that the scheme of a stratum asks for and that it has not; biomass as one stands for its parts above and below
     * ground, and these for it.
     *
     * @param known pools that it has a stock of
     */
    List<Pool> missingPools(Stratum stratum, List<Pool> known) {
        List<Pool> parts = List.of(Pool.ABOVE, Pool.BELOW);
        return sink(stratum).pools().stream()
                .filter(pool -> !known.contains(pool))
                .filter(pool -> !(parts.contains(pool) && known.contains(Pool.BIOMASS)))
                .filter(pool -> !(pool == Pool.BIOMASS && known.containsAll(parts)))
                .toList();
    }

    /** Name of a stratum for people. */
    Text title(Stratum stratum) {
        return sink(stratum).title(stratum.classCode());
    }
}
