package sinkmap.report;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** The files that went in, with their checksums, and what made the account of them. */
final class SourceSection {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private SourceSection() {}

    /** Run, date and version in a line. */
    static String line(Page page, StoredAccount account) {
        return page.say("运行 ", "Run ")
                + account.run().id()
                + page.say("，完成于 ", ", finished ")
                + time(account.run().finished())
                + page.say("，软件版本 ", ", version ")
                + account.result().path("version").asString(Page.NONE);
    }

    static void write(Page page, StoredAccount account) {
        JsonNode result = account.result();
        page.open("dl");
        fact(page, page.say("运行编号", "Run"), account.run().id());
        fact(page, page.say("完成时间", "Finished"), time(account.run().finished()));
        fact(page, page.say("软件版本", "Version"), result.path("version").asString(Page.NONE));
        fact(
                page,
                page.say("定义校验值（SHA-256）", "Hash of the definitions (SHA-256)"),
                result.path("definitions_hash").asString(Page.NONE));
        fact(page, page.say("网格边长", "Cell size"), Page.number(result.path("cell_m")) + " m");
        fact(
                page,
                page.say("数据质量（取输入中最差者）", "Quality (of the worst input)"),
                page.say(Words.quality(result.path("quality").asString(Page.NONE))));
        page.close();
        PageTable table = PageTable.begin(
                page,
                PageTable.brief(page.say("图层", "Layer")),
                PageTable.code(page.say("文件", "File")),
                PageTable.code("SHA-256"),
                PageTable.brief(page.say("质量", "Quality")));
        StoredAccount.list(result.path("inputs"))
                .forEach(input -> table.row(
                        input.path("layer").asString(""),
                        input.path("file").asString(page.say("未载入文件", "no file loaded")),
                        input.path("checksum").asString(Page.NONE),
                        page.say(Words.quality(input.path("quality").asString("")))));
        table.end();
        page.quiet(
                "同样的定义和同样的输入文件得出同样的账户；本报告中的数字与该次运行的表格一致，表格保留全部位数。",
                "The same definitions and the same files give the same account. The numbers of this report are those of the"
                        + " run's tables, which keep all digits.");
    }

    private static void fact(Page page, String name, String value) {
        page.element("dt", name).element("dd", value, "class", "mono");
    }

    private static String time(OffsetDateTime time) {
        return time == null ? Page.NONE : MINUTE.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
