package sinkmap.ogc.filter;

import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.expression.Function;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.filter.visitor.DefaultFilterVisitor;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Suggestion;
import sinkmap.ogc.OwsException;

/** Checks that a filter only speaks of what its layer has. */
public final class FilterCheck extends DefaultFilterVisitor {

    private final FeatureLayer layer;
    private final String parameter;

    private FilterCheck(FeatureLayer layer, String parameter) {
        this.layer = layer;
        this.parameter = parameter;
    }

    /** {@code InvalidParameterValue} names the property or function that the layer does not have. */
    public static void check(Filter filter, FeatureLayer layer, String parameter) {
        filter.accept(new FilterCheck(layer, parameter), null);
    }

    /** Names of the properties of a layer: its attributes and the geometry. */
    public static List<String> properties(FeatureLayer layer) {
        return Stream.concat(layer.attributes().stream().map(Attribute::name), Stream.of(FeatureLayer.GEOMETRY))
                .toList();
    }

    @Override
    public Object visit(PropertyName expression, Object data) {
        List<String> known = properties(layer);
        if (!known.contains(expression.getPropertyName())) {
            throw OwsException.invalid(
                    parameter,
                    "layer " + layer.id() + " has no property '" + expression.getPropertyName() + "'"
                            + Suggestion.among(expression.getPropertyName(), known));
        }
        return data;
    }

    @Override
    public Object visit(Function expression, Object data) {
        throw OwsException.invalid(parameter, "the function '" + expression.getName() + "' is not offered in filters");
    }
}
