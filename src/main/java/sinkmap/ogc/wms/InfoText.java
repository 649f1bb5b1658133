package sinkmap.ogc.wms;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Writes findings for people: as a page or as plain text. */
final class InfoText {

    private static final String STYLE = """
            body{font:14px/1.4 system-ui,sans-serif;margin:8px}h2{font-size:15px;margin:10px 0 4px}
            table{border-collapse:collapse;margin-bottom:8px}th{text-align:left;font-weight:normal;color:#555;padding:1px 12px 1px 0}
            td{padding:1px 0}p{margin:2px 0;color:#8a4b00}
            """;

    private InfoText() {}

    static void html(List<Finding> findings, String language, Writer out) throws IOException {
        boolean chinese = language.startsWith("zh");
        out.write("<!DOCTYPE html>\n<html lang=\"" + (chinese ? "zh" : "en")
                + "\"><head><meta charset=\"utf-8\"><title>");
        out.write((chinese ? "要素信息" : "What is here") + "</title><style>" + STYLE + "</style></head><body>\n");
        boolean any = false;
        for (Finding finding : findings) {
            List<List<Finding.Line>> features = finding.lines(language);
            if (!features.isEmpty()) {
                any = true;
                out.write("<h2>" + escape(finding.heading(language)) + "</h2>\n");
                if (!finding.caution(language).isEmpty()) {
                    out.write("<p>" + escape(finding.caution(language)) + "</p>\n");
                }
                for (List<Finding.Line> feature : features) {
                    table(feature, out);
                }
            }
        }
        if (!any) {
            out.write("<p>" + (chinese ? "此处没有要素。" : "There is nothing here.") + "</p>\n");
        }
        out.write("</body></html>\n");
    }

    private static void table(List<Finding.Line> lines, Writer out) throws IOException {
        out.write("<table>\n");
        for (Finding.Line line : lines) {
            out.write("<tr><th>" + escape(line.title()) + "</th><td>" + escape(line.value()) + "</td></tr>\n");
        }
        out.write("</table>\n");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    static void plain(List<Finding> findings, String language, Writer out) throws IOException {
        for (Finding finding : findings) {
            for (List<Finding.Line> feature : finding.lines(language)) {
                out.write(finding.heading(language) + "\n");
                for (Finding.Line line : feature) {
                    out.write("  " + line.title() + ": " + line.value() + "\n");
                }
            }
        }
    }
}
