package sinkmap.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Text;
import sinkmap.ogc.MapPictures;
import sinkmap.run.TargetsFile;
import sinkmap.store.FeatureStore;
import sinkmap.store.RunStore;

/**
 * The report of an account: one HTML file in one language, for the screen and for A4. It holds its style, maps and charts
 * and no script, and asks no other host for anything; its own content security policy says so wherever it is opened.
 */
public final class AccountReport {

    public static final String TYPE = "text/html;charset=UTF-8";

    /** What a browser may do with a report: show its own style and pictures. */
    public static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private static final String STYLE = style();

    private final Catalog catalog;
    private final TargetsFile targets;
    private final RunStore runs;
    private final FeatureStore features;
    private final MapPictures pictures;

    /** A section: its anchor, its title, how it is laid out in print, and what writes it. */
    private record Section(String id, Text title, String layout, Consumer<Page> content) {}

    /**
     * Reports over a catalog.
     *
     * @param targets the plan's targets
     * @param runs tells which run a layer shows
     * @param features knows the English names of places
     * @param pictures paints the maps
     */
    public AccountReport(
            Catalog catalog, TargetsFile targets, RunStore runs, FeatureStore features, MapPictures pictures) {
        this.catalog = catalog;
        this.targets = targets;
        this.runs = runs;
        this.features = features;
        this.pictures = pictures;
    }

    /** Writes the report; the stream is flushed and stays open. */
    public void write(StoredAccount account, Language language, OutputStream to) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 14);
        try {
            write(account, new Page(writer, language));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void write(StoredAccount account, Page page) {
        String title = page.say(title());
        page.raw("<!DOCTYPE html>\n").open("html", "lang", page.language().code());
        page.open("head").empty("meta", "charset", "utf-8");
        page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
        page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        page.element("title", title + " " + account.run().id());
        page.open("style").raw(STYLE).raw(margins(page, illustrative(account))).close();
        page.close().open("body").open("header").element("h1", title);
        page.element("p", SourceSection.line(page, account), "class", "quiet").close();
        page.open("main");
        if (illustrative(account)) {
            page.element("p", mark(page), "class", "mark", "role", "note");
        }
        List<Section> sections = sections(account);
        contents(page, sections);
        for (Section section : sections) {
            page.open("section", "id", section.id, "class", section.layout);
            page.element("h2", page.say(section.title));
            section.content.accept(page);
            page.close();
        }
        page.close().close().close().raw("\n");
    }

    private Text title() {
        Text region = catalog.region().title();
        return new Text(region.zh() + "碳汇账户报告", "Carbon-sink account of " + region.en());
    }

    private List<Section> sections(StoredAccount account) {
        List<Section> sections = new ArrayList<>(List.of(
                new Section("summary", new Text("摘要", "Summary"), "first", p -> SummarySection.write(p, account)),
                new Section(
                        "map",
                        new Text("地图", "Maps"),
                        "flow",
                        p -> new MapSection(catalog, runs, pictures).write(p, account)),
                new Section(
                        "methods",
                        new Text("方法说明", "Statement of methods"),
                        "new",
                        p -> MethodSection.write(p, account)),
                new Section(
                        "strata", new Text("类型与碳库", "Strata and pools"), "new", p -> StrataSection.write(p, account)),
                new Section(
                        "zones",
                        new Text("分区", "Partitions"),
                        "new",
                        p -> ZoneSection.write(p, account, places(account, p.language()))),
                new Section(
                        "uncertainty",
                        new Text("不确定性", "Uncertainty"),
                        "new",
                        p -> UncertaintySection.write(p, account)),
                new Section(
                        "completeness",
                        new Text("重叠、空缺与缺少因子的类型", "Overlaps, gaps and strata without factor"),
                        "flow",
                        p -> CompletenessSection.write(p, account)),
                new Section(
                        "aside",
                        new Text("单列账户与说明", "Accounts kept apart, and statements"),
                        "flow",
                        p -> AsideSection.write(p, account))));
        ScenarioSection scenarios = ScenarioSection.read(runs);
        if (!scenarios.isEmpty()) {
            sections.add(new Section(
                    "scenarios", new Text("情景", "Scenarios"), "new wide", p -> scenarios.write(p, account)));
        }
        sections.addAll(List.of(
                new Section(
                        "targets",
                        new Text("方案中与碳汇有关的目标", "Targets of the plan that concern sinks"),
                        "flow",
                        p -> new TargetSection(catalog, targets).write(p, account)),
                new Section("factors", new Text("因子表", "Factors"), "new wide", p -> FactorSection.write(p, account)),
                new Section(
                        "sources",
                        new Text("输入与溯源", "Inputs and provenance"),
                        "new",
                        p -> SourceSection.write(p, account))));
        return sections;
    }

    private PlaceNames places(StoredAccount account, Language language) {
        return language == Language.ZH ? PlaceNames.NONE : PlaceNames.read(account, catalog, features);
    }

    private static void contents(Page page, List<Section> sections) {
        page.open("nav", "aria-label", page.say("目录", "Contents")).open("ol");
        for (Section section : sections) {
            page.open("li")
                    .element("a", page.say(section.title), "href", "#" + section.id)
                    .close();
        }
        page.close().close();
    }

    private static boolean illustrative(StoredAccount account) {
        return !List.of("official", "published")
                .contains(account.result().path("quality").asString(""));
    }

    private static String mark(Page page) {
        return page.say(
                "示意数据：输入中含示意性数据，结果不得用于决策。",
                "Illustrative data: inputs are illustrative, the results are not fit for decisions.");
    }

    /** Page numbers in print, and the mark of illustrative data on every sheet. */
    private static String margins(Page page, boolean illustrative) {
        String mark = illustrative ? page.say("示意数据，不得用于决策", "Illustrative data, not fit for decisions") : "";
        String text = "font-family: sans-serif; font-size: 8pt; color: #8a3d12;";
        return "@page { @top-right { content: \"" + mark + "\"; " + text + " }"
                + " @bottom-right { content: counter(page) \" / \" counter(pages); " + text + " } }\n";
    }

    private static String style() {
        try (InputStream in = AccountReport.class.getResourceAsStream("report.css")) {
            return "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
