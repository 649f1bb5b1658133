package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;

class AsideFilesTest {

    private static final String ACTIVITY = """
            account,class,place,year,value,low,high,unit,source
            mariculture,kelp,Rongcheng,2021,30,27,33,10^4 t,bureau
            mariculture,oyster,Rongcheng,2021,12000,11000,13000,t,bureau
            mariculture,kelp,Changdao,2021,5000,4000,6000,t,bureau
            """;

    @TempDir
    Path layers;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(layers.resolve("factors"));
        Files.writeString(layers.resolve("aside.yaml"), """
                statements: [{zh: "无泥炭", en: "no peat"}]
                accounts:
                  - {id: mariculture, title: {zh: "养殖", en: "Mariculture"}, note: {zh: "单列", en: "apart"}}
                """);
        Files.writeString(layers.resolve("factors").resolve("aside.csv"), """
                id,account,class,value,low,high,unit,method,edition,tier,source,basis,verification,confidence
                k,mariculture,kelp,0.0624,0.05,0.08,t C/t,m,e,2,s,b,assumption,low
                o,mariculture,oyster,0.0959,0.08,0.12,t C/t,m,e,2,s,b,assumption,low
                """);
        Files.writeString(layers.resolve("aside-activity.csv"), ACTIVITY);
    }

    private AsideResult result() {
        return AsideResult.of(AsideFiles.read(layers).accounts().get(0));
    }

    @Test
    void harvestTimesRemovalPerTonneAcrossUnitsAndPlaces() {
        // 300,000 x 0.0624 + 12,000 x 0.0959 + 5,000 x 0.0624 = 18,720 + 1,150.8 + 312
        AsideResult result = result();
        assertThat(result.removal_tc_yr()).isCloseTo(20_182.8, within(1e-6));
        assertThat(result.removal_tco2e_yr()).isCloseTo(20_182.8 * 44 / 12, within(1e-6));
        assertThat(result.removalLow_tc_yr()).isLessThan(20_182.8);
        assertThat(result.year()).isEqualTo(2021);
        assertThat(result.rows()).hasSize(3);
        assertThat(result.rows().get(0).activity()).isEqualTo(30);
        assertThat(result.notGiven()).isEmpty();
        assertThat(AsideFiles.read(layers).statements().get(0).en()).isEqualTo("no peat");
    }

    @Test
    void harvestThatIsNotGivenIsUnknownAndNotZero() throws IOException {
        Files.writeString(
                layers.resolve("aside-activity.csv"),
                ACTIVITY.lines().findFirst().orElseThrow() + "\n");
        AsideResult result = result();
        assertThat(result.removal_tc_yr()).isNull();
        assertThat(result.notGiven()).containsExactly("kelp", "oyster");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3 | 2021,12000,11000 | 2021,12000,12500      | its interval must hold it
            3 | 2021,12000,11000 | 2021,-12000,-13000    | must not be negative
            3 | oyster           | oister                | 'class' cannot be 'oister'; did you mean 'oyster'?
            3 | 13000,t,         | 13000,km2,            | 'unit' cannot be 'km2' for a factor in t C/t
            3 | 13000,t,         | 13000,,               | 'unit' is empty
            3 | 2021,12000       | 2020,12000            | an account is of one year
            4 | Changdao         | Rongcheng             | is in the table twice
            2 | mariculture,kelp | maricultur,kelp       | 'account' cannot be 'maricultur'; did you mean 'mariculture'?
            """)
    void whatIsWrongInTheActivitiesIsNamedWithFileAndLine(int line, String text, String replacement, String message)
            throws IOException {
        Files.writeString(layers.resolve("aside-activity.csv"), ACTIVITY.replaceFirst(text, replacement));
        assertThatThrownBy(() -> AsideFiles.read(layers))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("aside-activity.csv:" + line + ":")
                .hasMessageContaining(message);
    }

    @Test
    void shippedAccountsApartHaveWhatIsPublishedAndNameWhatIsNot() {
        AsidePlan shipped = AsideFiles.read(Path.of("layers"));
        assertThat(shipped.accounts()).extracting(AsidePlan.Apart::id).containsExactly("mariculture", "karst");
        // 110,400 t C of Bohai Bay in 2020, 65 % of it Shandong's: 71,760 t C
        AsideResult mariculture = AsideResult.of(shipped.accounts().get(0));
        assertThat(mariculture.removal_tc_yr()).isCloseTo(110_400 * 0.65, within(20.0));
        assertThat(mariculture.rows())
                .allSatisfy(row -> assertThat(row.factor().confidence()).isEqualTo("low"));
        assertThat(mariculture.notGiven())
                .contains("kelp", "oyster", "scallop")
                .doesNotContain("bohai-bay-all-species");
        assertThat(mariculture.note().en()).contains("not in it");
        // no area of carbonate rock is published for the province: unknown, not zero
        AsideResult karst = AsideResult.of(shipped.accounts().get(1));
        assertThat(karst.removal_tc_yr()).isNull();
        assertThat(karst.notGiven()).containsExactly("carbonate");
        assertThat(karst.note().en()).contains("No activity data");
        // oyster: 65.1 % dry x (6.14 % x 45.98 % + 93.86 % x 12.68 %) = 0.0959 t C/t
        assertThat(shipped.accounts().get(0).factors())
                .filteredOn(f -> f.classCode().equals("oyster"))
                .singleElement()
                .satisfies(f -> assertThat(f.interval().value()).isCloseTo(0.0959, within(5e-5)));
        assertThat(shipped.accounts().get(1).factors())
                .allSatisfy(f -> assertThat(f.confidence()).isEqualTo("low"));
        assertThat(shipped.statements().get(0).en()).contains("Peat");
    }
}
