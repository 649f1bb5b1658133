package sinkmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import sinkmap.Sinkmap;
import sinkmap.catalog.Catalog;
import sinkmap.ingest.Ingest;
import sinkmap.store.FeatureStore;
import sinkmap.store.RunStore;

/** The map page in a browser, over the whole service with a few sites. Needs Debian's chromium. */
@SpringBootTest(classes = Sinkmap.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(Lifecycle.PER_CLASS)
class PageTest {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser browser;
    private final List<String> troubles = new ArrayList<>();

    @DynamicPropertySource
    static void ownData(DynamicPropertyRegistry registry) throws IOException {
        String data = Files.createTempDirectory("sinkmap-page").toString();
        registry.add("sinkmap.data", () -> data);
    }

    @BeforeAll
    void openBrowser(
            @Autowired Catalog catalog,
            @Autowired Ingest ingest,
            @Autowired FeatureStore features,
            @Autowired RunStore runs) {
        if (!Files.isExecutable(CHROMIUM)) {
            System.err.println("SKIPPED: the map page was NOT tested, there is no " + CHROMIUM
                    + "; install Debian's package chromium");
        }
        assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM);
        PageFixture.fill(catalog, ingest, features, runs);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    void closeBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 山东省及其海域, 第 2 名, 方案未设定, 含示意数据",
        "en, Shandong and its seas, Rank 2, not set by the plan, Illustrative data",
    })
    void sitesSinksAndTargetsAreShown(String language, String region, String rank, String notSet, String quality) {
        Page page = open(language, 1440, 900);
        assertThat(page.locator("h1")).hasText(region);
        assertThat(page.locator("#quality")).hasText(quality);
        assertThat(page.locator("#site-rows tr")).hasCount(3);
        picture(page, language + "-1-sites");

        page.locator("#site-rows tr").nth(1).click();
        assertThat(page.locator("#card h2")).containsText(rank);
        assertThat(page.locator("#card .criterion")).hasCount(2);
        assertThat(page.locator("#site-rows tr[aria-selected=true]")).hasCount(1);
        picture(page, language + "-2-card");

        page.locator("#plan-card").click();
        assertThat(page.locator("#card .rules li").first()).isVisible();
        picture(page, language + "-3-plan");

        page.locator("#tab-sinks").click();
        assertThat(page.locator("#sinks .hero-figure")).containsText("12.3");
        assertThat(page.locator("#sinks .documents a").first())
                .hasAttribute("href", "/api/runs/a1/report.html?lang=" + language);
        assertThat(page.locator("#sinks .completeness")).containsText("77");
        page.locator("#sinks .zones select").selectOption("plan-zone");
        assertThat(page.locator("#sinks .zone-row")).hasCount(1);
        assertThat(page.locator("#sinks .zone-row")).containsText("31,000");
        assertThat(page.locator("#sinks .uncertainty")).containsText("9,400,000 – 16,100,000");
        assertThat(page.locator("#sinks .contributions li").first()).containsText("poplar-volume");
        assertThat(page.locator("#sinks .contributions li").first()).containsText("61 %");
        page.locator("#sinks .row-opener").first().click();
        picture(page, language + "-4-sinks");

        page.locator("#tab-targets").click();
        assertThat(page.locator("#targets .not-set").first()).containsText(notSet);
        picture(page, language + "-5-targets");
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void theTableIsReadWithTheKeyboard() {
        Page page = open("en", 1280, 800);
        Locator first = page.locator("#site-rows tr").first();
        first.focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#card h2")).containsText("Rank 2");
        page.keyboard().press("Escape");
        assertThat(page.locator("#card")).isHidden();
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aSiteOnTheMapOpensItsCardAndMarksItsRow() {
        Page page = open("en", 1440, 900);
        page.locator("#site-rows tr").nth(2).click();
        assertThat(page.locator("#card h2")).containsText("Rank 3");
        page.locator("#card-close").click();
        page.waitForTimeout(600);
        Locator map = page.locator("#map");
        map.click();
        assertThat(page.locator("#card h2")).containsText("Rank 3");
        assertThat(page.locator("#site-rows tr[aria-selected=true]")).containsText("3");
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void theCardShowsTheCarbonBalance() {
        Page page = open("en", 1440, 900);
        page.locator("#site-rows tr").first().click();
        Locator card = page.locator("#card");
        assertThat(card.locator(".badge.flag")).containsText("Blue-carbon habitat");
        assertThat(card.locator(".badge.flag")).containsText("120 ha");
        Locator pools = card.locator(".small-table:not(.bases) tr", new Locator.LocatorOptions().setHasText("Soil"));
        assertThat(pools).containsText("49,000");
        assertThat(pools).containsText("2,400 – 14,700");
        assertThat(pools).containsText("assumption");
        card.locator("details", new Locator.LocatorOptions().setHasText("What the shares rest on"))
                .locator("summary")
                .click();
        assertThat(card.getByText("Soil: Nobody <b>says</b>")).isVisible();
        assertThat(card.locator(".bases .headline")).containsText("54,440");
        assertThat(card.locator(".bases tr").last()).containsText("Build margin");
        assertThat(card.locator(".bases tr").last()).containsText("no such factor");
        assertThat(card.locator("dd").getByText("not known", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aPlaceWithoutASiteTellsWhatTheLayersHold() {
        Page page = open("en", 1440, 900);
        page.locator("#map").click(new Locator.ClickOptions().setPosition(560, 300));
        assertThat(page.locator("#card .facts").first()).isVisible();
        picture(page, "en-6-place");
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aRunThatCannotBeDoneSaysWhy() {
        Page page = open("en", 1440, 900);
        page.locator("#run-start").click();
        assertThat(page.locator("#toast")).containsText("saline-alkali-flat");
        assertThat(page.locator("#run-start")).isEnabled();
        assertThat(page.locator("#site-rows tr")).hasCount(3);
        page.context().close();
    }

    @Test
    void theLanguageChangesInPlace() {
        Page page = open("zh", 1440, 900);
        page.locator("[data-language=en]").click();
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.locator("#tab-sinks")).hasText("Sinks");
        page.reload();
        assertThat(page.locator("#tab-sinks")).hasText("Sinks");
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aNarrowScreenKeepsEverythingInReach() {
        Page page = open("zh", 420, 860);
        page.locator("#menu").click();
        assertThat(page.locator("#layer-tree input").first()).isVisible();
        page.locator("#menu").click();
        page.locator("#site-rows tr").first().click();
        assertThat(page.locator("#card")).isVisible();
        picture(page, "zh-7-narrow");
        page.context().close();
        assertThat(troubles).isEmpty();
    }

    private Page open(String language, int width, int height) {
        troubles.clear();
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                troubles.add("console: " + message.text());
            }
        });
        page.onPageError(error -> troubles.add("script: " + error));
        String own = "http://127.0.0.1:" + port + "/";
        page.onRequest(request -> {
            if (!request.url().startsWith(own)
                    && !request.url().startsWith("data:")
                    && !request.url().startsWith("blob:")) {
                troubles.add("foreign request: " + request.url());
            }
        });
        page.navigate(own + "?lang=" + language);
        page.waitForSelector("[data-ready]");
        return page;
    }

    private static void picture(Page page, String name) {
        page.waitForTimeout(500);
        page.waitForSelector(
                "#map-busy",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
