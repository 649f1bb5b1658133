package sinkmap.ogc.style;

/**
 * How labels behave beside others: the vendor options of GeoServer for text symbolizers, lengths in pixels.
 *
 * @param conflictResolution whether it gives way to labels placed before
 * @param spaceAround room kept free around it; negative lets labels overlap by that
 * @param group whether features with the same text get one label
 * @param labelAllGroup whether, of a group of lines, each gets a label rather than the longest
 * @param maxDisplacement how far it may be moved to find room
 * @param repeat distance of repeated labels along a line; 0 for one label
 * @param minGroupDistance least distance of two labels with the same text; 0 or less for none
 * @param autoWrap width beyond which text is wrapped; 0 for never
 * @param followLine whether letters follow a line
 * @param maxAngleDelta largest turn between two letters, degrees
 * @param forceLeftToRight whether a label along a line is turned so that it is not upside down
 * @param goodnessOfFit least part of a label that must lie in its area
 * @param polygonAlign direction of a label in an area
 * @param partials whether labels may be cut by the edge of the picture
 * @param allowOverruns whether a label may be longer than its line
 * @param underline whether text is underlined
 * @param strikethrough whether text is struck through
 * @param characterSpacing more room between letters
 * @param shieldResize how a shield is fitted to the text
 * @param shieldMargin room between text and edge of the shield
 */
record LabelOptions(
        boolean conflictResolution,
        double spaceAround,
        boolean group,
        boolean labelAllGroup,
        double maxDisplacement,
        double repeat,
        double minGroupDistance,
        double autoWrap,
        boolean followLine,
        double maxAngleDelta,
        boolean forceLeftToRight,
        double goodnessOfFit,
        Align polygonAlign,
        boolean partials,
        boolean allowOverruns,
        boolean underline,
        boolean strikethrough,
        double characterSpacing,
        Resize shieldResize,
        double shieldMargin) {

    /** Direction of a label in an area. */
    enum Align {
        /** Level. */
        NONE,
        /** Along the longer side of the smallest rectangle around the area. */
        MBR,
        /** Level, or upright where the area is higher than wide. */
        ORTHO
    }

    /** How a shield is fitted to the text. */
    enum Resize {
        NONE,
        STRETCH,
        PROPORTIONAL
    }
}
