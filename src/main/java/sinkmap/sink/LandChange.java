package sinkmap.sink;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/**
 * What dated maps say of the land as areas and transitions of a {@link Scenario}, so that a scenario of maps is reckoned by
 * the same engine as one of areas, and its stock of a year is the sum of the map of that year ({@link HistoryProjection}).
 *
 * <p>A scenario knows land by its class alone and takes the oldest first. Land that changes more than once therefore passes
 * through classes of its own: {@code flat (2)} is flat land of the second such history on its way to something else.
 *
 * @param area_ha area of each class in the first state, hectares; zero for classes that come later
 * @param passing class that land is of while it passes through a class of its own, by the name of the latter
 * @param transitions in the order of the years
 * @param unknown_ha area whose carbon is not known at some time and that is in nothing else, hectares, by the first code
 *     that makes it so; {@link StratumMap#NONE} for land outside all strata
 */
public record LandChange(
        Map<String, Double> area_ha,
        Map<String, String> passing,
        List<Transition> transitions,
        Map<Integer, Double> unknown_ha) {

    public LandChange {
        area_ha = Collections.unmodifiableMap(new LinkedHashMap<>(area_ha));
        passing = Collections.unmodifiableMap(new LinkedHashMap<>(passing));
        transitions = List.copyOf(transitions);
        unknown_ha = Collections.unmodifiableMap(new LinkedHashMap<>(unknown_ha));
    }

    /**
     * The change of the land. What lies outside all strata in every state is left out.
     *
     * @param classOf class of each code, {@link StratumMap#NONE} among them; null where the carbon is not known
     * @param impacts impact on land that goes from one class to another, null for none
     */
    public static LandChange of(
            LandHistories land, IntFunction<String> classOf, BiFunction<String, String, Impact> impacts) {
        Counting counting = new Counting(land, classOf, impacts);
        for (int history = 0; history < land.size(); history++) {
            counting.add(land.codes(history), land.area_ha(history));
        }
        return counting.result();
    }

    private record Move(int year, String from, String to, Impact impact) {}

    /** A class and the year in which land is of it first. */
    private record Stay(String classId, int year) {}

    private static final class Counting {

        private final int[] years;
        private final IntFunction<String> classOf;
        private final BiFunction<String, String, Impact> impacts;
        private final Map<String, Double> area_ha = new LinkedHashMap<>();
        private final Map<String, String> passing = new LinkedHashMap<>();
        private final Map<Move, Double> moves = new LinkedHashMap<>();
        private final Map<Integer, Double> unknown_ha = new LinkedHashMap<>();

        Counting(LandHistories land, IntFunction<String> classOf, BiFunction<String, String, Impact> impacts) {
            this.years = land.years();
            this.classOf = classOf;
            this.impacts = impacts;
        }

        void add(short[] codes, double ha) {
            if (LandHistories.outside(codes)) {
                return;
            }
            List<Stay> stays = new ArrayList<>();
            for (int i = 0; i < codes.length; i++) {
                String classId = classOf.apply(codes[i]);
                if (classId == null) {
                    unknown_ha.merge((int) codes[i], ha, Double::sum);
                    return;
                }
                if (i == 0 || !stays.get(stays.size() - 1).classId().equals(classId)) {
                    stays.add(new Stay(classId, years[i]));
                }
            }
            add(stays, ha);
        }

        private void add(List<Stay> stays, double ha) {
            String from = stays.get(0).classId();
            area_ha.merge(from, ha, Double::sum);
            for (int i = 1; i < stays.size(); i++) {
                Stay stay = stays.get(i);
                boolean last = i == stays.size() - 1;
                String to = last ? stay.classId() : pass(stay.classId());
                area_ha.putIfAbsent(to, 0.0);
                Impact impact = impacts.apply(stays.get(i - 1).classId(), stay.classId());
                moves.merge(new Move(stay.year(), from, to, impact), ha, Double::sum);
                from = to;
            }
        }

        private String pass(String classId) {
            String own = classId + " (" + (passing.size() + 1) + ")";
            passing.put(own, classId);
            return own;
        }

        LandChange result() {
            List<Transition> transitions = moves.entrySet().stream()
                    .sorted((a, b) ->
                            Integer.compare(a.getKey().year(), b.getKey().year()))
                    .map(e -> transition(e.getKey(), e.getValue()))
                    .toList();
            return new LandChange(area_ha, passing, transitions, unknown_ha);
        }

        private static Transition transition(Move move, double ha) {
            return new Transition(
                    move.year() + ": " + move.from() + " to " + move.to(),
                    move.from(),
                    move.to(),
                    move.year(),
                    1,
                    ha,
                    move.impact());
        }
    }
}
