package sinkmap.catalog;

/** A text of the data as it may stand in a cell of a table that a spreadsheet opens. */
public final class CellText {

    /** What begins a formula, as plain and as full-width characters. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CellText() {}

    /** The text, with an apostrophe in front where a spreadsheet would compute it (OWASP, CSV injection). */
    public static String harmless(String text) {
        String begun = text.stripLeading();
        boolean formula = !begun.isEmpty() && FORMULA.indexOf(begun.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && Character.isISOControl(text.charAt(0));
        return formula || control ? "'" + text : text;
    }
}
