package sinkmap.ogc.wms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sinkmap.catalog.Attribute;
import sinkmap.catalog.AttributeType;
import sinkmap.catalog.BitList;
import sinkmap.catalog.ClassValue;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Layer;
import sinkmap.catalog.LayerText;
import sinkmap.catalog.Quality;
import sinkmap.catalog.RasterLayer;
import sinkmap.catalog.Text;
import sinkmap.store.Feature;

/** What a layer has at a point. */
sealed interface Finding {

    Layer layer();

    /** Lines to show, in a language: one list a feature, of what and how much. */
    List<List<Line>> lines(String language);

    /**
     * A line to show.
     *
     * @param title what
     * @param value how much, with its unit
     */
    record Line(String title, String value) {}

    /** Features of a layer, geometries in the layer's CRS. */
    record Features(FeatureLayer layer, List<Feature> features) implements Finding {

        @Override
        public List<List<Line>> lines(String language) {
            return features.stream().map(feature -> lines(feature, language)).toList();
        }

        private List<Line> lines(Feature feature, String language) {
            List<Line> lines = new ArrayList<>();
            for (Attribute attribute : layer.attributes()) {
                Object value = feature.attributes().get(attribute.name());
                if (value != null && attribute.type() != AttributeType.JSON) {
                    lines.add(new Line(attribute.title().in(language), text(attribute, value, language)));
                }
            }
            return lines;
        }

        private static String text(Attribute attribute, Object value, String language) {
            Optional<String> meaning = title(attribute.classes(), value.toString(), language);
            String number = value instanceof Double d ? number(d) : value.toString();
            return meaning.orElse(number + unit(attribute.unit()));
        }
    }

    /**
     * The value of a raster.
     *
     * @param layer the layer
     * @param value the value; NaN for nodata
     * @param label what the style calls the value, "zh / en"; null when it has no name
     * @param bits the bits that are set, where the value is a set
     */
    record Value(RasterLayer layer, float value, String label, List<BitNames.Name> bits) implements Finding {

        @Override
        public List<List<Line>> lines(String language) {
            boolean chinese = language.startsWith("zh");
            if (layer.band().bits() != null) {
                return List.of(bitLines(language));
            }
            if (Float.isNaN(value)) {
                return List.of(List.of(new Line(chinese ? "值" : "Value", chinese ? "无数据" : "no data")));
            }
            List<Line> lines = new ArrayList<>();
            lines.add(new Line(
                    chinese ? "值" : "Value", number(value) + unit(layer.band().unit())));
            findTitle(language).ifPresent(t -> lines.add(new Line(chinese ? "类别" : "Class", t)));
            return List.of(lines);
        }

        private List<Line> bitLines(String language) {
            String title = layer.band().bits().title().in(language);
            Optional<String> state = findTitle(language);
            if (state.isPresent()) {
                return List.of(new Line(language.startsWith("zh") ? "值" : "Value", state.get()));
            }
            return bits.stream()
                    .map(bit -> new Line(title, bit.title().in(language)))
                    .toList();
        }

        /** The class of the value, of a classified band; of a band of bits what a cell without any is. */
        Optional<String> findTitle(String language) {
            BitList list = layer.band().bits();
            if (list != null) {
                Text state = Float.isNaN(value) ? list.nodata() : list.none();
                return bits.isEmpty() ? Optional.of(state.in(language)) : Optional.empty();
            }
            return layer.band().classes().isEmpty()
                    ? Optional.empty()
                    : title(layer.band().classes(), number(value), language)
                            .or(() -> Optional.ofNullable(label).map(l -> sinkmap.ogc.style.Legend.pick(l, language)));
        }
    }

    private static Optional<String> title(List<ClassValue> classes, String code, String language) {
        return classes.stream()
                .filter(c -> c.code().equals(code))
                .map(c -> c.title().in(language))
                .findFirst();
    }

    private static String unit(String unit) {
        return unit == null || unit.equals("1") ? "" : " " + unit;
    }

    /** A number as people read it: whole numbers whole, others to six significant digits. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Heading of the layer. */
    default String heading(String language) {
        return layer().title().in(language);
    }

    /** A note on how far the layer may be relied on; empty when it needs none. */
    default String caution(String language) {
        if (layer().about().quality() != Quality.ILLUSTRATIVE) {
            return "";
        }
        return LayerText.quality(Quality.ILLUSTRATIVE).in(language);
    }
}
