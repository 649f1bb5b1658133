package sinkmap.run;

import java.util.ArrayList;
import java.util.List;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.sink.Factor;
import sinkmap.sink.Stratum;

/**
 * What an account is of, from {@code account.yaml}.
 *
 * @param title title
 * @param methods methods side by side; the first is the headline
 * @param sinks layers of sinks in the order of precedence
 * @param zones layer of the zones that it sums over
 * @param zoneName attribute that names a zone
 * @param redLine layer of the ecological red line, which sites are held against; null when there is none
 */
record AccountPlan(
        Text title,
        List<AccountMethod> methods,
        List<SinkLayer> sinks,
        FeatureLayer zones,
        String zoneName,
        FeatureLayer redLine) {

    /**
     * A method of accounting.
     *
     * @param id name of the method
     * @param title title
     * @param sets sets of factors that it takes, the preferred first
     */
    record AccountMethod(String id, Text title, List<String> sets) {}

    /**
     * A layer of sinks.
     *
     * @param layer the layer
     * @param classes attribute whose classes are strata of their own; null when the layer is one stratum
     * @param areaUncertainty_percent 95 % half width of its areas, percent
     * @param blue whether its carbon counts as blue carbon
     * @param sink whether it is a sink, not only land whose carbon a site disturbs
     */
    record SinkLayer(
            FeatureLayer layer, Attribute classes, double areaUncertainty_percent, boolean blue, boolean sink) {

        /** The strata: one a class, in the order of the layer, and last the features without class. */
        List<Stratum> strata() {
            List<Stratum> strata = new ArrayList<>();
            if (classes != null) {
                classes.classes().forEach(c -> strata.add(stratum(c.code())));
            }
            strata.add(stratum(Factor.ANY));
            return strata;
        }

        private Stratum stratum(String classCode) {
            return new Stratum(layer.id(), classCode, areaUncertainty_percent, blue, sink);
        }

        Text title(String classCode) {
            if (classes == null) {
                return layer.title();
            }
            return classes.classes().stream()
                    .filter(c -> c.code().equals(classCode))
                    .findFirst()
                    .map(ClassValue::title)
                    .map(title -> new Text(
                            layer.title().zh() + "：" + title.zh(), layer.title().en() + ": " + title.en()))
                    .orElse(new Text(layer.title().zh() + "：未分类", layer.title().en() + ": unclassified"));
        }
    }

    /** The method whose results stand for the account. */
    AccountMethod headline() {
        return methods.get(0);
    }

    /** All strata in the order of precedence. */
    List<Stratum> strata() {
        return sinks.stream().flatMap(sink -> sink.strata().stream()).toList();
    }

    /** Name of a stratum for people. */
    Text title(Stratum stratum) {
        return sinks.stream()
                .filter(sink -> sink.layer().id().equals(stratum.layer()))
                .findFirst()
                .orElseThrow()
                .title(stratum.classCode());
    }
}
