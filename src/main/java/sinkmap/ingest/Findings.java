package sinkmap.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sinkmap.ingest.LoadReport.Action;
import sinkmap.ingest.LoadReport.Issue;

/** Gathers what is found in the rows of a file: counts all, names the first. */
final class Findings {

    private static final int LONGEST_VALUE = 80;

    private final int most;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long rows;
    private long accepted;
    private long repaired;
    private long rejected;
    private long row;
    private boolean changed;

    Findings(int most) {
        this.most = most;
    }

    /** A new row is looked at. */
    void begin(long number) {
        row = number;
        changed = false;
        rows++;
    }

    /** Something about the current row that concerns its geometry. */
    void geometry(String kind, Action action, String detail) {
        add(kind, null, null, action, detail);
    }

    /** Something about a value of the current row. */
    void value(String kind, String attribute, Object value, Action action, String detail) {
        add(kind, attribute, value, action, detail);
    }

    private void add(String kind, String attribute, Object value, Action action, String detail) {
        changed |= action == Action.REPAIRED || action == Action.DROPPED;
        counts.merge(kind, 1L, Long::sum);
        if (issues.size() < most) {
            issues.add(new Issue(row, kind, attribute, shortened(value), action, detail));
        }
    }

    /** Counts something without naming it row by row. */
    void count(String kind, long number) {
        if (number > 0) {
            counts.merge(kind, number, Long::sum);
        }
    }

    void accept() {
        accepted++;
        repaired += changed ? 1 : 0;
    }

    void reject() {
        rejected++;
    }

    /** Counts of a raster, in cells. */
    void cells(long all, long withData, long outOfRange) {
        rows = all;
        accepted = withData;
        rejected = outOfRange;
    }

    long rows() {
        return rows;
    }

    long accepted() {
        return accepted;
    }

    long repaired() {
        return repaired;
    }

    long rejected() {
        return rejected;
    }

    Map<String, Long> counts() {
        return counts;
    }

    List<Issue> issues() {
        return issues;
    }

    /** The rejections in words: how many of each kind, and the first one. */
    String rejections() {
        Map<String, Long> kinds = issues.stream()
                .filter(issue -> issue.action() == Action.REJECTED)
                .collect(Collectors.groupingBy(Issue::kind, TreeMap::new, Collectors.counting()));
        String first = issues.stream()
                .filter(issue -> issue.action() == Action.REJECTED)
                .findFirst()
                .map(issue -> "; the first is row " + issue.row() + ": "
                        + (issue.attribute() == null ? "" : issue.attribute() + " ")
                        + (issue.value() == null ? "" : "'" + issue.value() + "' ") + issue.detail())
                .orElse("");
        return String.join(", ", kinds.keySet()) + first;
    }

    private static String shortened(Object value) {
        String text = value == null ? null : value.toString();
        return text == null || text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
