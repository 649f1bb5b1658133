package sinkmap.cli;

import java.util.Locale;
import sinkmap.ingest.LoadReport;

/** How a load report reads on a terminal. */
final class Reports {

    private static final int SHOWN_ISSUES = 20;

    private Reports() {}

    static String line(LoadReport report) {
        String line = String.format(
                Locale.ROOT,
                "%s: %,d of %,d accepted from %s",
                report.layer(),
                report.accepted(),
                report.rows(),
                report.file());
        if (report.repaired() > 0) {
            line += String.format(Locale.ROOT, ", %,d of them repaired", report.repaired());
        }
        return report.rejected() > 0 ? line + String.format(Locale.ROOT, ", %,d rejected", report.rejected()) : line;
    }

    /** The line and the first issues below it. */
    static String text(LoadReport report) {
        StringBuilder text = new StringBuilder(line(report));
        if (report.crs() != null) {
            text.append("\n  coordinates read as ").append(shortened(report.crs()));
        }
        if (report.encoding() != null) {
            text.append("\n  text read as ").append(report.encoding());
        }
        if (!report.ignoredColumns().isEmpty()) {
            text.append("\n  columns without an attribute: ").append(String.join(", ", report.ignoredColumns()));
        }
        if (!report.unfilledAttributes().isEmpty()) {
            text.append("\n  attributes without a column: ").append(String.join(", ", report.unfilledAttributes()));
        }
        report.counts()
                .forEach((kind, count) ->
                        text.append("\n  ").append(kind).append(": ").append(count));
        report.issues().stream()
                .limit(SHOWN_ISSUES)
                .forEach(issue -> text.append("\n    ").append(issue(issue)));
        int more = report.issues().size() - SHOWN_ISSUES;
        return more > 0 ? text + "\n    and " + more + " more; --json lists them" : text.toString();
    }

    private static String issue(LoadReport.Issue issue) {
        String where = "row " + issue.row() + (issue.attribute() == null ? "" : ", " + issue.attribute());
        String value = issue.value() == null ? "" : " (" + issue.value() + ")";
        return where + value + ": " + issue.detail() + "; "
                + issue.action().name().toLowerCase(Locale.ROOT);
    }

    private static String shortened(String crs) {
        return crs.length() > 60 ? crs.substring(0, 60).replaceAll("\\s+", " ") + "..." : crs;
    }
}
