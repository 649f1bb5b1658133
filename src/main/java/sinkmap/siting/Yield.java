package sinkmap.siting;

import java.util.function.DoubleUnaryOperator;

/** Turns the resource of a place into the hours a year at full load that a plant there runs. */
public sealed interface Yield permits PvYield, WindYield {

    /** Layer with the raster of the resource. */
    String resource();

    /** Where the figures come from. */
    String source();

    /**
     * Full-load hours a year as a function of the resource, in the unit of the resource's layer; NaN for NaN. The function
     * is made for many calls.
     */
    DoubleUnaryOperator hours();

    /** Full-load hours after losses over those before. */
    double netOfGross();

    /** How the hours are reckoned, with the figures, for people. */
    String basis();
}
