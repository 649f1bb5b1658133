package sinkmap.publish;

import java.util.ArrayList;
import java.util.List;

/** What publishing did, item by item, and what it could not do. */
public final class PublishReport {

    /** What became of an item. */
    public enum Action {
        KEPT,
        MADE,
        CHANGED,
        REMOVED,
        EMPTIED,
        VERIFIED,
        NOTED,
        FAILED
    }

    /**
     * A step.
     *
     * @param action what was done, or would be
     * @param kind what it was done to
     * @param name name of that
     * @param detail what differed, or why it failed; may be empty
     */
    public record Step(Action action, String kind, String name, String detail) {

        /** The step in one line. */
        public String line() {
            return action.name().toLowerCase(java.util.Locale.ROOT) + "  " + kind + " " + name
                    + (detail.isEmpty() ? "" : ": " + detail);
        }
    }

    private final boolean dryRun;
    private final List<Step> steps = new ArrayList<>();

    PublishReport(boolean dryRun) {
        this.dryRun = dryRun;
    }

    void add(Action action, String kind, String name, String detail) {
        steps.add(new Step(action, kind, name, detail));
    }

    /** Whether nothing was changed and the steps say what would be done. */
    public boolean dryRun() {
        return dryRun;
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }

    public List<Step> failures() {
        return steps.stream().filter(step -> step.action() == Action.FAILED).toList();
    }

    /** How many steps there are of an action. */
    public long count(Action action) {
        return steps.stream().filter(step -> step.action() == action).count();
    }

    boolean failed(String name) {
        return failures().stream().anyMatch(step -> step.name().equals(name));
    }
}
