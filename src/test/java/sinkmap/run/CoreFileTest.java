package sinkmap.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.grid.SinkmapException;
import sinkmap.survey.Core;
import sinkmap.survey.CoreFinding;
import sinkmap.survey.CoreInterval;
import sinkmap.survey.Cores;
import sinkmap.survey.OrganicMatterEquation;

class CoreFileTest {

    @TempDir
    private Path folder;

    private Cores read(String text) throws IOException {
        Path file = folder.resolve("cores.csv");
        Files.writeString(file, text);
        return CoreFile.read(file, null);
    }

    private static CoreInterval first(Cores cores) {
        assertThat(cores.findings()).isEmpty();
        return cores.cores().get(0).intervals().get(0);
    }

    @Test
    void namesOfTheCoastalCarbonNetworkAreInCentimetresAndShares() throws IOException {
        CoreInterval slice = first(read("""
                study_id,site_id,core_id,depth_min,depth_max,dry_bulk_density,fraction_organic_matter,fraction_carbon
                X,Y,Z,10,30,1.52,NA,0.00733
                """));

        assertThat(slice).isEqualTo(new CoreInterval(2, 10, 30, 1.52, 0.00733, null));
    }

    @Test
    void namesOfMarSocAreInMetresAndPercentAndOneValueMayStandInTwoColumns() throws IOException {
        Cores cores = read("""
                Source,Site_name,Core,U_depth_m,L_depth_m,OC_perc,OC_perc_mean,OC_perc_combined,BD_reported_g_cm3
                X,Y,Z,0.1,0.3,NA,0.733,0.733,1.52
                """);

        assertThat(first(cores).bottom_cm()).isCloseTo(30, within(1e-9));
        assertThat(first(cores).carbonShare()).isCloseTo(0.00733, within(1e-12));
        assertThat(cores.cores().get(0).id().toString()).isEqualTo("X / Y / Z");
    }

    @Test
    void unitsAreThoseOfAColumnOfUnits() throws IOException {
        CoreInterval slice = first(read("""
                core,depth_min,depth_max,depth_unit,bulk_density,bulk_density_unit,carbon,carbon_unit
                Z,0.1,0.3,m,1520,kg/m3,7.33,g/kg
                """));

        assertThat(slice.top_cm()).isCloseTo(10, within(1e-9));
        assertThat(slice.bulkDensity_g_cm3()).isCloseTo(1.52, within(1e-12));
        assertThat(slice.carbonShare()).isCloseTo(0.00733, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "'core,depth_min,depth_max,dry_bulk_density,carbon', 'Z,0,10,1.2,0.7', does not state its unit",
        "'core,depth_min,depth_max,dry_bulk_density,carbon,carbon_unit', 'Z,0,10,1.2,0.7,ppm', 'unit ''ppm'''",
        "'core,depth_min,depth_max,dry_bulk_density,oc_perc,carbon_unit', 'Z,0,10,1.2,0.7,g/kg', is in % by its name",
        "'core,depth_min,depth_max,dry_bulk_density,oc_perc,oc_perc_mean', 'Z,0,10,1.2,0.7,0.8', different things",
        "'core,depth_min,depth_max,dry_bulk_density,oc_perc', 'Z,0,ten,1.2,0.7', '''ten'' in column depth_max'",
        "'core,depth_min,depth_max,dry_bulk_density,oc_perc', 'Z,0,10,1.2', 4 fields where the header has 5",
        "'core,depth_min,depth_max,dry_bulk_density,oc_perc', 'NA,0,10,1.2,0.7', no core is named",
        "'core,depth_min,depth_max,dry_bulk_density,loi_percent,om_to_oc', 'Z,0,10,1.2,7,magic', '''magic'' is not known'"
    })
    void aRowThatCannotBeReadIsRejectedWithItsLineAndReason(String header, String row, String reason)
            throws IOException {
        Cores cores = read(header + "\n" + row + "\n");

        assertThat(cores.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.row()).isEqualTo(2);
            assertThat(finding.kind()).isEqualTo(CoreFinding.Kind.REJECTED);
            assertThat(finding.reason()).contains(reason);
        });
        assertThat(cores.cores()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'depth_min,depth_max,dry_bulk_density,oc_perc', names no core",
        "'core,depth_max,dry_bulk_density,oc_perc', no upper depth",
        "'core,depth_min,depth_max,dry_bulk_density', neither organic carbon",
        "'core,depth_min,depth_max,oc_perc', no dry bulk density"
    })
    void aHeaderWithoutWhatAStockNeedsIsAnError(String header, String reason) {
        assertThatThrownBy(() -> read(header + "\n"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("cores.csv")
                .hasMessageContaining(reason);
    }

    @Test
    void organicMatterTakesTheEquationOfItsRowBeforeThatOfTheFile() throws IOException {
        Path file = folder.resolve("cores.csv");
        Files.writeString(file, """
                core,depth_min,depth_max,dry_bulk_density,loi_percent,om_to_oc
                Z,0,10,1.2,10,
                Z,10,20,1.2,10,van-bemmelen
                """);

        Core core =
                CoreFile.read(file, OrganicMatterEquation.CRAFT_1991).cores().get(0);

        assertThat(core.intervals())
                .extracting(CoreInterval::equation)
                .containsExactly(OrganicMatterEquation.CRAFT_1991, OrganicMatterEquation.VAN_BEMMELEN);
        assertThat(core.intervals().get(0).carbonShare()).isCloseTo(0.0425, within(1e-12));
    }

    @Test
    void aFileOfChineseExcelIsRead() throws IOException {
        Path file = folder.resolve("cores.csv");
        Files.write(
                file,
                "site;core;depth_min;depth_max;dry_bulk_density;oc_perc\n黄河口;一号;0;10;1,52;0,7\n"
                        .getBytes(Charset.forName("GB18030")));

        Core core = CoreFile.read(file, null).cores().get(0);

        assertThat(core.id().site()).isEqualTo("黄河口");
        assertThat(core.intervals().get(0).bulkDensity_g_cm3()).isEqualTo(1.52);
    }
}
