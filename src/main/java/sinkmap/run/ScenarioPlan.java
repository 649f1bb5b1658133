package sinkmap.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import sinkmap.catalog.FeatureLayer;
import sinkmap.catalog.Text;
import sinkmap.sink.ClassPattern;
import sinkmap.sink.Factor;
import sinkmap.sink.Impact;
import sinkmap.sink.Pool;
import sinkmap.sink.Stratum;
import sinkmap.sink.Transition;

/**
 * A scenario as its file states it; areas that come from the account are not known yet.
 *
 * @param file the file
 * @param id id, the name of the file
 * @param title title
 * @param areas what the areas rest on, and what the plan does not set
 * @param quality {@code illustrative}, {@code published} or {@code official}
 * @param baseYear year at whose end the classes have their areas
 * @param endYear last year
 * @param method method of the account whose densities and rates hold; null when there is no account
 * @param wholeAccount whether all strata of the account that no class names are in it too, and stay what they are
 * @param classes classes of land
 * @param transitions how land moves between them
 * @param maps dated maps that say how land moves; null when classes and transitions do
 * @param price what carbon is worth; null when that is not asked
 */
record ScenarioPlan(
        Path file,
        String id,
        Text title,
        Text areas,
        String quality,
        int baseYear,
        int endYear,
        AccountPlan.AccountMethod method,
        boolean wholeAccount,
        List<OfClass> classes,
        List<OfTransition> transitions,
        Maps maps,
        Price price) {

    /** The same with the classes and transitions that maps gave. */
    ScenarioPlan with(List<OfClass> mapped, List<OfTransition> moves) {
        return new ScenarioPlan(
                file, id, title, areas, quality, baseYear, endYear, method, wholeAccount, mapped, moves, maps, price);
    }

    /**
     * Dated maps of the strata of the account.
     *
     * @param states the maps, the earliest first
     * @param changes what goes from one class to another, the first that fits counts
     * @param bareOutside whether land outside all strata holds nothing; otherwise its carbon is not known
     */
    record Maps(List<State> states, List<Change> changes, boolean bareOutside) {

        /** Land outside all strata in changes. */
        static final String OUTSIDE = "outside";
    }

    /**
     * A map.
     *
     * @param year year at whose end it holds
     * @param layers layers in the place of those of the account, by the id of the latter
     */
    record State(int year, Map<String, FeatureLayer> layers) {}

    /**
     * What happens to land that goes from one class to another.
     *
     * @param from layer, layer/class, {@code outside} or {@code *}
     * @param to the same
     * @param impact how hard it is disturbed; null when not
     */
    record Change(String from, String to, Impact impact) {

        boolean fits(Stratum before, Stratum after) {
            return fits(from, before) && fits(to, after);
        }

        private static boolean fits(String pattern, Stratum stratum) {
            if (pattern.equals(Factor.ANY)) {
                return true;
            }
            if (stratum == null) {
                return pattern.equals(Maps.OUTSIDE);
            }
            return pattern.equals(stratum.layer())
                    || pattern.equals(stratum.layer() + ClassPattern.PART + stratum.classCode());
        }
    }

    /**
     * A price of carbon.
     *
     * @param table name of the table
     * @param linear whether years between two rows of it lie on the line between both
     * @param discountRate yearly, 0.05 for 5 %
     */
    record Price(String table, boolean linear, double discountRate) {}

    /**
     * A class of land.
     *
     * @param id id
     * @param title title
     * @param habitat habitat whose disturbance rules hold; null when it has none
     * @param stratum stratum of the account that it is; null when it is none
     * @param share share of the stratum's area that it has, 0 to 1
     * @param area_ha area, hectares; NaN when it is that of the stratum
     * @param areaUncertainty_percent 95 % half width of the area, percent
     * @param areaSource what the area rests on
     * @param pools its pools
     * @param methane methane, kg CH4/ha/yr
     */
    record OfClass(
            String id,
            Text title,
            String habitat,
            Stratum stratum,
            double share,
            double area_ha,
            double areaUncertainty_percent,
            String areaSource,
            Map<Pool, OfPool> pools,
            Amount methane) {

        /** The same with a habitat. */
        OfClass inHabitat(String otherHabitat) {
            return new OfClass(
                    id,
                    title,
                    otherHabitat,
                    stratum,
                    share,
                    area_ha,
                    areaUncertainty_percent,
                    areaSource,
                    pools,
                    methane);
        }

        /** The same under another id and with the area of a map. */
        OfClass mapped(String otherId) {
            return new OfClass(
                    otherId,
                    title,
                    habitat,
                    stratum,
                    share,
                    area_ha,
                    areaUncertainty_percent,
                    "dated maps",
                    pools,
                    methane);
        }
    }

    /**
     * A pool of a class.
     *
     * @param density t C/ha at first
     * @param rate t C/ha/yr
     * @param ceiling t C/ha at which it takes up no more; null when it never stops
     */
    record OfPool(Amount density, Amount rate, Amount ceiling) {}

    /** What is done to the land. */
    enum Action {
        POND_RETURN,
        FRESHWATER_RETURN,
        REPLANTING,
        FOREST_IMPROVEMENT,
        AFFORESTATION,
        PROTECTION,
        LOSS
    }

    /**
     * A transition.
     *
     * @param title title
     * @param action what is done; null where only maps tell of it
     * @param transition which land moves, and when
     * @param areaSource what its area rests on
     * @param once cost in the year of the move, yuan/ha; null when no cost is known
     * @param yearly cost of every later year, yuan/ha/yr
     */
    record OfTransition(
            Text title, Action action, Transition transition, String areaSource, Amount once, Amount yearly) {

        /** Whether it is a candidate for restoration. */
        boolean restores() {
            return action != null && action != Action.LOSS;
        }
    }
}
