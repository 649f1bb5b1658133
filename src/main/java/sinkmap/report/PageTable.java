package sinkmap.report;

import java.util.List;

/** A table of a page: headings, then rows. The first column names the row. */
final class PageTable {

    /**
     * A column.
     *
     * @param title title
     * @param unit unit, or empty
     * @param kind what it holds and so how it is set: {@code text}, {@code short} text that is not broken, {@code code}
     *     that may be broken anywhere, or {@code number}
     */
    record Heading(String title, String unit, String kind) {}

    private final Page page;
    private final List<Heading> headings;

    private PageTable(Page page, List<Heading> headings) {
        this.page = page;
        this.headings = headings;
    }

    /** Begins a table. */
    static PageTable begin(Page page, Heading... headings) {
        PageTable table = new PageTable(page, List.of(headings));
        page.open("table").open("thead").open("tr");
        for (Heading heading : headings) {
            page.open("th", "scope", "col", "class", heading.kind);
            page.text(heading.title);
            if (!heading.unit.isEmpty()) {
                page.element("small", heading.unit);
            }
            page.close();
        }
        page.close().close().open("tbody");
        return table;
    }

    static Heading text(String title) {
        return new Heading(title, "", "text");
    }

    static Heading brief(String title) {
        return new Heading(title, "", "short");
    }

    static Heading code(String title) {
        return new Heading(title, "", "code");
    }

    static Heading number(String title, String unit) {
        return new Heading(title, unit, "number");
    }

    PageTable row(String... cells) {
        return rowOf("plain", cells);
    }

    /** A row that details the one above it. */
    PageTable sub(String... cells) {
        return rowOf("sub", cells);
    }

    /** A row that sums up those above it. */
    PageTable sum(String... cells) {
        return rowOf("sum", cells);
    }

    private PageTable rowOf(String kind, String... cells) {
        page.open("tr", "class", kind);
        for (int i = 0; i < cells.length; i++) {
            if (i == 0) {
                page.element("th", cells[i], "scope", "row", "class", headings.get(i).kind);
            } else {
                page.element("td", cells[i], "class", headings.get(i).kind);
            }
        }
        page.close();
        return this;
    }

    Page end() {
        return page.close().close();
    }
}
