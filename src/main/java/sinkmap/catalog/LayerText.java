package sinkmap.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** What capabilities say about the service and its layers, here and on other servers. */
public final class LayerText {

    public static final String SERVICE_SUMMARY =
            "可再生能源选址与碳汇核算的图层 / Layers of renewable-energy siting and carbon-sink accounts";
    public static final List<String> SERVICE_KEYWORDS =
            List.of("选址", "碳汇", "可再生能源", "siting", "carbon sink", "renewable energy");

    private LayerText() {}

    /** Abstract in both languages, with quality, unit, date and licence. */
    public static String summary(Layer layer) {
        return summary(layer, Text::both);
    }

    /** Abstract as {@code words} writes texts, with quality, unit, date and licence. */
    public static String summary(Layer layer, Function<Text, String> words) {
        Description about = layer.about();
        List<String> parts = new ArrayList<>();
        if (about.summary() != null) {
            parts.add(words.apply(about.summary()));
        }
        parts.add(words.apply(quality(about.quality())));
        if (layer instanceof RasterLayer raster && !raster.band().unit().equals("1")) {
            parts.add(words.apply(new Text("单位", "Unit")) + ": " + raster.band().unit());
        }
        if (about.date() != null && !about.date().isBlank()) {
            parts.add(words.apply(new Text("日期", "Date")) + ": " + about.date());
        }
        if (about.licence() != null && !about.licence().isBlank()) {
            parts.add(words.apply(new Text("许可", "Licence")) + ": " + about.licence());
        }
        return String.join(" | ", parts);
    }

    /** Keywords in both languages and the quality. */
    public static Set<String> keywords(Layer layer) {
        Set<String> words = new LinkedHashSet<>();
        layer.about().keywords().forEach(text -> {
            words.add(text.zh());
            words.add(text.en());
        });
        words.add(layer.about().quality().name().toLowerCase(Locale.ROOT));
        words.remove(null);
        return words;
    }

    /** How far content of a quality may be relied on. */
    public static Text quality(Quality quality) {
        return switch (quality) {
            case OFFICIAL -> new Text("官方数据", "Official data");
            case PUBLISHED -> new Text("已发表数据", "Published data");
            case ILLUSTRATIVE -> new Text("示意数据，不能用于决策", "Illustrative data, not fit for decisions");
        };
    }
}
