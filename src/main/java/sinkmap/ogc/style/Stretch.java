package sinkmap.ogc.style;

import java.awt.Color;
import java.util.List;
import sinkmap.ogc.XmlElement;

/**
 * A contrast enhancement: the values between two bounds are spread over 0 to 255, which colours then look at.
 *
 * @param least value that becomes 0; NaN when nothing is stretched
 * @param most value that becomes 255
 */
record Stretch(double least, double most) {

    static final Stretch NONE = new Stretch(Double.NaN, Double.NaN);

    private static final double TOP = 255;

    /** Reads the element; only a linear stretch between given bounds is supported, as its picture is the same for any part. */
    static Stretch read(XmlElement e) {
        if (e.children().isEmpty() && e.text().isEmpty()) {
            return NONE;
        }
        SldSymbols.check(e, "Normalize", "GammaValue");
        e.findChild("GammaValue").ifPresent(gamma -> {
            if (ExpressionXml.constant(gamma) != 1) {
                throw Sld.fault(gamma, "other than 1 is not supported");
            }
        });
        XmlElement normalize = e.findChild("Normalize").orElse(null);
        if (normalize == null) {
            return NONE;
        }
        VendorOptions options = VendorOptions.of(normalize);
        options.word("algorithm", "StretchToMinimumMaximum", "StretchToMinimumMaximum");
        Stretch stretch = new Stretch(options.number("minValue", Double.NaN), options.number("maxValue", Double.NaN));
        options.requireAllRead();
        if (!(stretch.most > stretch.least)) {
            throw Sld.fault(
                    normalize,
                    "must give minValue and maxValue: a stretch by the values in view differs from map to map");
        }
        return stretch;
    }

    /** Black to white between the bounds. */
    ColorMap grey(XmlElement symbolizer) {
        if (Double.isNaN(least)) {
            throw Sld.fault(symbolizer, "lacks ColorMap, or a ContrastEnhancement with minValue and maxValue");
        }
        return new ColorMap(
                ColorMap.Type.RAMP,
                List.of(new ColorMap.Entry(least, Color.BLACK, null), new ColorMap.Entry(most, Color.WHITE, null)));
    }

    /** The colours of the values themselves, where those of a style are for stretched ones. */
    ColorMap apply(ColorMap colors, XmlElement map) {
        if (Double.isNaN(least)) {
            return colors;
        }
        if (colors.type() != ColorMap.Type.RAMP) {
            throw Sld.fault(map, "of stretched values must be a ramp");
        }
        List<ColorMap.Entry> entries = colors.entries().stream()
                .map(entry -> new ColorMap.Entry(
                        least + entry.quantity() / TOP * (most - least), entry.color(), entry.label()))
                .toList();
        return new ColorMap(ColorMap.Type.RAMP, entries);
    }
}
