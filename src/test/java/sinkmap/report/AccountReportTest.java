package sinkmap.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Envelope;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sinkmap.catalog.Catalog;
import sinkmap.catalog.Crs;
import sinkmap.catalog.Layer;
import sinkmap.catalog.Text;
import sinkmap.ogc.MapPictures;
import sinkmap.run.Target;
import sinkmap.run.TargetsFile;
import sinkmap.store.RunStore;
import sinkmap.store.StoredRun;
import sinkmap.store.StoredRun.State;

/** Reports, parsed as the XML that they are too. */
class AccountReportTest {

    private static final Catalog CATALOG = Catalog.read(Path.of("layers"), Path.of("styles"));

    private final List<List<String>> maps = new ArrayList<>();
    private List<StoredRun> ran = List.of();

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReportIsWellFormedAndAsksForNothingOutsideItself(Language language) {
        String html = html(Accounts.full(), language, "r1");
        Document page = parse(html);
        assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.code());
        for (String active : List.of("script", "link", "iframe", "object", "form", "input", "base")) {
            assertThat(page.getElementsByTagName(active).getLength()).as(active).isZero();
        }
        assertThat(attributes(page)).noneMatch(a -> a.startsWith("on") || a.startsWith("style="));
        assertThat(attributes(page).stream().filter(a -> a.matches("(href|src)=.*")))
                .isNotEmpty()
                .allMatch(a -> a.startsWith("href=#") || a.startsWith("src=data:image/png;base64,"));
        assertThat(html).doesNotContain("@import", "url(");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatComesFromDataIsTextAndNeverMarkup(Language language) {
        String html = html(Accounts.full(), language, "r1");
        assertThat(html)
                .doesNotContain("<script", "<img src=x", "<b>bold")
                .contains("&lt;img src=x onerror=alert(2)&gt;", "@SUM(1+1)*cmd &amp; &lt;b&gt;bold&lt;/b&gt;");
        String title = language == Language.ZH ? "=cmd|' /C calc'!A0" : "<script>alert(1)</script>";
        assertThat(parse(html).getDocumentElement().getTextContent()).contains(title);
    }

    @Test
    void theLanguagesHaveTheSameSectionsTablesAndNumbers() {
        Document chinese = parse(html(Accounts.full(), Language.ZH, "r1"));
        Document english = parse(html(Accounts.full(), Language.EN, "r1"));
        for (String tag : List.of("section", "h2", "h3", "table", "tr", "td", "svg", "rect", "img", "dt")) {
            assertThat(english.getElementsByTagName(tag).getLength())
                    .as(tag)
                    .isPositive()
                    .isEqualTo(chinese.getElementsByTagName(tag).getLength());
        }
        assertThat(numbers(english)).isNotEmpty().isEqualTo(numbers(chinese));
        assertThat(texts(chinese, "h2")).allMatch(text -> text.matches(".*\\p{IsHan}.*"));
        assertThat(texts(english, "h2")).noneMatch(text -> text.matches(".*\\p{IsHan}.*"));
    }

    @Test
    void anEnglishReportSpeaksChineseOnlyWhereDataDo() {
        String text = parse(html(Accounts.full(), Language.EN, "r1"))
                .getDocumentElement()
                .getTextContent();
        assertThat(text.replace("二", "").replace("三(八)2", "")).doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void theNumbersOfTheResultStandInTheReport() {
        String text = parse(html(Accounts.full(), Language.EN, "r1"))
                .getDocumentElement()
                .getTextContent();
        assertThat(text)
                .contains("12.35 Mt C", "9,000,001 – 17,000,000", "1,235 t C/yr", "7.25 t CH4/yr")
                .contains("Local factors first", "IPCC 2019", "Cities", "Protected areas", "Dongying")
                .contains("8,423", "draws 10,000, seed 20301", "75.0 %", "differ by more than a tenth")
                .contains(
                        "0f343b0931126a20f133d67c2b018a3b", "7f444a08055d2c33", "version 0.1.0", "2026-03-01 12:00 UTC")
                .contains(
                        "held by: Seagrass",
                        "Mariculture (apart, in no total)",
                        "448 – 832",
                        "Peat: none is mapped.",
                        "No activity data: the removal is not known.",
                        "limestone (no activity data)–6.0 (4.0 – 8.0) t C/km2/yr–",
                        "Rows of factors",
                        "12,336,529",
                        "not confirmed",
                        "4,100",
                        "known on 300 ha",
                        "area × net yearly rate",
                        "Volume 4, table 2.3",
                        "Wetland: lake",
                        "The zones add up to the total");
    }

    @Test
    void aPlaceHasItsEnglishNameInFrontInEnglish() {
        String result =
                Accounts.OLD.replace("\"inputs\": []", "\"inputs\": [{\"layer\": \"city\"}, {\"layer\": \"gone\"}]");
        assertThat(html(Accounts.of(result), Language.EN, "r1")).contains(">Jia (甲市)<");
        assertThat(html(Accounts.of(result), Language.ZH, "r1"))
                .contains(">甲市<")
                .doesNotContain("Jia");
    }

    @Test
    void methodsStandSideBySideAndADashWhereOneHasNoFactor() {
        Document page = parse(html(Accounts.full(), Language.EN, "r1"));
        assertThat(texts(page, "tr")).contains("<script>alert(1)</script>9,150–", "Forest12,336,52920,000,000");
    }

    @Test
    void bothApproachesToSequestrationStandInTheirOwnTable() {
        String result =
                "{\"uncertainty\": {\"sequestration\": {\"approach1\": {\"value\": 4000, \"low\": 3000, \"high\": 6000},"
                        + " \"approach2\": {\"value\": 4100, \"low\": 3200, \"high\": 6300, \"draws\": 10000, \"seed\": 7}}}}";
        Document page = parse(html(Accounts.of(result), Language.EN, "r1"));
        assertThat(texts(page, "tr"))
                .contains("1: propagation4,0003,000 – 6,000-25.0 % / +50.0 %")
                .anyMatch(row -> row.startsWith("2: Monte Carlo4,1003,200 – 6,300") && row.endsWith("seed 7"));
    }

    @Test
    void zonesThatDoNotAddUpAreToldApart() {
        String short9 = Accounts.OLD.replace(
                "\"name\": \"甲市\", \"area_ha\": 6.0, \"stock_tc\": 300.0", "\"name\": \"甲市\", \"stock_tc\": 291.0");
        assertThat(html(Accounts.of(short9), Language.EN, "r1")).contains("differ from the total by -9 t C");
    }

    @Test
    void aTargetWithoutNumberIsNotSetAndOneOfPowerPlantsIsNotShown() {
        String text = parse(html(Accounts.full(), Language.EN, "r1"))
                .getElementsByTagName("main")
                .item(0)
                .getTextContent();
        assertThat(text)
                .contains("forest cover", "not set by the plan (meet state quota)", "17.51 % (2018, from memory)");
        assertThat(text).doesNotContain("solar PV capacity", "coal use");
    }

    @Test
    void illustrativeInputsAreMarkedAndPublishedOnesAreNot() {
        assertThat(html(Accounts.full(), Language.ZH, "r1")).contains("class=\"mark\"", "示意数据");
        String published = "{\"quality\": \"published\", \"total\": {}}";
        assertThat(html(Accounts.of(published), Language.ZH, "r1")).doesNotContain("class=\"mark\"");
    }

    @Test
    void aMapIsDrawnOnlyWhileItsLayerShowsThisRun() {
        assertThat(html(Accounts.full(), Language.EN, "r1")).contains("data:image/png;base64,AQID", "100 km");
        assertThat(maps.get(0))
                .containsSubsequence("land", "carbon-density", "city")
                .doesNotContain("offshore-wind-zone");
        assertThat(html(Accounts.full(), Language.EN, "r2"))
                .doesNotContain("data:image/png")
                .contains("No map");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anOldOrEmptyAccountGivesAReport(Language language) {
        parse(html(Accounts.of(Accounts.OLD), language, "r1"));
        parse(html(Accounts.of("{}"), language, "r1"));
        parse(html(
                Accounts.of("{\"methods\": 3, \"partitions\": [7], \"uncertainty\": \"none\", \"strata\": [[]]}"),
                language,
                "r1"));
    }

    @Test
    void charactersThatXmlDoesNotKnowAreReplaced() {
        String odd = Accounts.OLD.replace("芦苇", "芦\\u0000\\u000b\\ud800苇\\uffff");
        assertThat(html(Accounts.of(odd), Language.ZH, "r1")).contains("芦\uFFFD\uFFFD");
        parse(html(Accounts.of(odd), Language.ZH, "r1"));
    }

    @Test
    void scenariosThatWereRunStandInTheReportWithYearsValueAndRanking() {
        ran = List.of(scenario("s2", "marsh", true, State.COMPLETED), scenario("s1", "marsh", false, State.COMPLETED));
        Document english = parse(html(Accounts.full(), Language.EN, "r1"));
        Element section = section(english, "scenarios");
        assertThat(section.getTextContent())
                .contains("Back to the tide <b>", "Areas are assumed", "Run s2", "Local factors first")
                .contains("another run of the account, earlier")
                .contains("6,105 – 9,906", "-51,234", "-160,001 – 120,002", "discounted by 5 %")
                .contains("97.4", "-153,482", "No factor, in no sum: Woodland, 37 ha")
                .contains("marsh-rate", "1.07 – 4.02", "from memory")
                .doesNotContain("Run s1");
        // three years, two measures with the better one first, 7.376 t a thousand yuan
        assertThat(section.getTextContent())
                .containsSubsequence(
                        "2025", "2026", "2027", "Ponds to marsh", "7.38", "Freshwater return", "not ranked");
        assertThat(section.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        Document chinese = parse(html(Accounts.full(), Language.ZH, "r1"));
        assertThat(numbers(english)).isEqualTo(numbers(chinese));
        assertThat(section(chinese, "scenarios").getTextContent()).contains("退养还滩", "未排序", "还滩 <b>");
    }

    @Test
    void theLineOfAChartLiesWhereItsNumbersAre() {
        ran = List.of(scenario("s2", "marsh", true, State.COMPLETED));
        Element section = section(parse(html(Accounts.full(), Language.EN, "r1")), "scenarios");
        String[] points = ((Element) section.getElementsByTagName("polyline").item(0))
                .getAttribute("points")
                .split(" ");
        // from 0 at 214 up to 9,906 at 10: 7,001 and 7,504; years from 110 to 880
        assertThat(points).hasSize(3);
        assertThat(points[0]).isEqualTo("110.0," + String.format("%.1f", 214 - 204 * 7001 / 9906.0));
        assertThat(points[2]).isEqualTo("880.0," + String.format("%.1f", 214 - 204 * 7504 / 9906.0));
    }

    @Test
    void withoutScenariosThereIsNoSuchSection() {
        ran = List.of(scenario("s1", "marsh", false, State.COMPLETED), scenario("w1", "marsh", true, State.RUNNING));
        assertThat(html(Accounts.full(), Language.EN, "r1")).doesNotContain("id=\"scenarios\"", "#scenarios");
    }

    private static StoredRun scenario(String id, String plan, boolean current, State state) {
        try {
            String result = Files.readString(Path.of("src/test/resources/report/scenario.json"));
            return new StoredRun(
                    id,
                    "scenario",
                    plan,
                    "{}",
                    state,
                    1,
                    "",
                    null,
                    null,
                    null,
                    state == State.RUNNING ? null : result,
                    null,
                    current);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Element section(Document page, String id) {
        NodeList sections = page.getElementsByTagName("section");
        for (int i = 0; i < sections.getLength(); i++) {
            if (((Element) sections.item(i)).getAttribute("id").equals(id)) {
                return (Element) sections.item(i);
            }
        }
        throw new AssertionError("no section " + id);
    }

    private String html(StoredAccount account, Language language, String shown) {
        RunStore runs = mock(RunStore.class);
        when(runs.list()).thenReturn(ran);
        when(runs.findOf(any()))
                .thenReturn(Optional.of(new sinkmap.store.StoredRun(
                        shown, "account", "", "{}", account.run().state(), 1, "", null, null, null, null, null, true)));
        TargetsFile targets = mock(TargetsFile.class);
        when(targets.list())
                .thenReturn(List.of(
                        target("T42", "森林覆盖率", "forest cover", "%", 17.51, null, "meet state quota", "forest"),
                        target("T44", "海洋碳汇", "marine stocktaking", "status", null, null, "no number", "sink-account"),
                        target("T07", "光伏", "solar PV capacity", "GW", 22.7, 95.0, "=", "candidate-site"),
                        target("T16", "煤耗", "coal use", "gce/kWh", null, 295.0, "about", null)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new AccountReport(CATALOG, targets, runs, Places.of("甲市", "Jia"), pictures()).write(account, language, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Target target(
            String id,
            String zh,
            String en,
            String unit,
            Double baseline,
            Double value,
            String operator,
            String layer) {
        Text text = value == null
                ? new Text("方案未设定", "not set by the plan")
                : new Text(value + " " + unit, value + " " + unit);
        return new Target(
                id,
                zh,
                en,
                unit,
                baseline,
                "2018",
                "from memory",
                value,
                operator,
                "2030",
                "二",
                "yes",
                null,
                layer,
                text);
    }

    private MapPictures pictures() {
        return new MapPictures() {
            @Override
            public byte[] map(List<Layer> layers, Crs crs, Envelope bounds, int width, int height) {
                maps.add(layers.stream().map(Layer::id).toList());
                return new byte[] {1, 2, 3};
            }

            @Override
            public byte[] legend(Layer layer, String language) {
                return new byte[] {4, 5, 6};
            }
        };
    }

    private static List<String> attributes(Document page) {
        List<String> attributes = new ArrayList<>();
        NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            for (int j = 0; j < elements.item(i).getAttributes().getLength(); j++) {
                attributes.add(elements.item(i).getAttributes().item(j).getNodeName() + "="
                        + elements.item(i).getAttributes().item(j).getNodeValue());
            }
        }
        return attributes;
    }

    private static List<String> texts(Document page, String tag) {
        List<String> texts = new ArrayList<>();
        NodeList elements = page.getElementsByTagName(tag);
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent());
        }
        return texts;
    }

    private static List<String> numbers(Document page) {
        List<String> numbers = new ArrayList<>();
        NodeList cells = page.getElementsByTagName("td");
        for (int i = 0; i < cells.getLength(); i++) {
            if (((Element) cells.item(i)).getAttribute("class").equals("number")) {
                numbers.add(cells.item(i).getTextContent());
            }
        }
        return numbers;
    }

    private static Document parse(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
