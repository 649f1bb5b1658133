package sinkmap.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.ingest.Loading.MARSH;
import static sinkmap.ingest.Loading.PORT;
import static sinkmap.ingest.Loading.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sinkmap.ingest.LoadReport.Issue;

class CsvLoadTest {

    private static final String PORTS =
            "code,Longitude,name_zh,Latitude,berths\nA,119.5,东营港,38.25,12\nB,120.25,\"青岛,\n前湾\",36,\n";

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    @Test
    void readsPointsFromColumnsOfLongitudeAndLatitude() throws IOException {
        LoadReport report = to.load(PORT, write(folder, "ports.csv", PORTS));

        assertThat(to.shapes()).containsExactly("POINT (119.5 38.25)", "POINT (120.25 36)");
        assertThat(to.values("name_zh")).containsExactly("东营港", "青岛,\n前湾");
        assertThat(to.values("berths")).containsExactly(12L, null);
        assertThat(report.encoding()).isEqualTo("UTF-8");
        assertThat(report.crs()).isEqualTo("EPSG:4326");
    }

    @Test
    void readsTheSameTextInEveryUsualCharacterSet() throws IOException {
        for (String name : new String[] {"UTF-8", "GB18030", "UTF-16LE"}) {
            Loading fresh = new Loading();
            String mark = name.startsWith("UTF") ? "\uFEFF" : "";
            Path file = write(folder, "ports.csv", mark + PORTS, Charset.forName(name));

            assertThat(fresh.load(PORT, file).encoding()).isEqualTo(name);
            assertThat(fresh.values("code")).as(name).containsExactly("A", "B");
            assertThat(fresh.values("name_zh")).as(name).containsExactly("东营港", "青岛,\n前湾");
        }
    }

    @Test
    void tellsTheCharacterSetOfALongFileWhoseCharactersLieAcrossBlocks() throws IOException {
        StringBuilder text = new StringBuilder("code,lon,lat,name_zh\n");
        for (int i = 0; i < 9000; i++) {
            text.append(i % 7 == 0 ? "A" : "BB").append(",119,37,中文名称文字").append("\n");
        }
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, TextEncoding.GB18030}) {
            LoadReport report = new Loading().load(PORT, write(folder, "long.csv", text.toString(), charset));
            assertThat(report.encoding()).isEqualTo(charset.name());
            assertThat(report.accepted()).isEqualTo(9000);
        }
    }

    @Test
    void readsSemicolonsAndTabsAndDecimalCommas() throws IOException {
        to.load(PORT, write(folder, "semi.csv", "code;lon;lat;name_zh\nA;119,5;38,25;\"a;b\"\n"));
        to.load(PORT, write(folder, "tab.tsv", "code\tlon\tlat\nB\t119.5\t 38.25\n"));

        assertThat(to.shapes()).containsExactly("POINT (119.5 38.25)", "POINT (119.5 38.25)");
        assertThat(to.values("name_zh")).containsExactly("a;b", null);
    }

    @Test
    void readsShapesFromAColumnOfWkt() throws IOException {
        Path file = write(
                folder,
                "marsh.csv",
                "name_zh,WKT\na,\"POLYGON((119 37,119.2 37,119.2 37.1,119 37))\"\n"
                        + "b,\"SRID=4326;POLYGON Z((119 37 1,119.2 37 1,119.2 37.1 1,119 37 1))\"\n"
                        + "c,POLYGON((119 37\n");

        LoadReport report = to.load(MARSH, file);

        assertThat(to.stored).hasSize(2);
        assertThat(to.shapes().get(0)).isEqualTo(to.shapes().get(1));
        assertThat(report.counts()).containsEntry("heights-left-out", 1L).containsEntry("geometry-unreadable", 1L);
    }

    @Test
    void asksForTheCrsOfXAndY() throws IOException {
        Path file = write(folder, "xy.csv", "code,x,y\nA,633029.976920,4123660.440573\n");

        assertThatThrownBy(() -> to.load(PORT, file))
                .hasMessageContaining("columns x and y")
                .hasMessageContaining("--crs");

        to.load(PORT, file, LoadOptions.replace().withCrs("EPSG:32650"));
        assertThat(to.stored.get(0).geometry().getCoordinate().x).isBetween(118.499999, 118.500001);
    }

    @Test
    void namesTheLinesWhoseCoordinatesAreSwapped() throws IOException {
        Path file = write(folder, "swap.csv", "code,lon,lat\nA,119,37\nB,37,119\nC,120,36\n");

        LoadReport report = to.load(PORT, file);

        assertThat(to.values("code")).containsExactly("A", "C");
        assertThat(report.issues()).extracting(Issue::row).containsExactly(3L);
        assertThat(report.issues().get(0).detail())
                .contains("x = 37, y = 119")
                .contains("are the coordinates swapped?");
    }

    @Test
    void refusesAFileInWhichAllCoordinatesAreSwapped() throws IOException {
        Path file = write(folder, "swap.csv", "code,lon,lat\nA,37,119\nB,36,120\n");

        assertThatThrownBy(() -> to.load(PORT, file))
                .hasMessageContaining("all 2 rows of swap.csv were rejected")
                .hasMessageContaining("row 2")
                .hasMessageContaining("are the coordinates swapped?");
        assertThat(to.committed).isFalse();
    }

    @Test
    void rejectsLinesWithTooFewFieldsAndWordsForNumbers() throws IOException {
        Path file = write(folder, "odd.csv", "code,lon,lat\nA,119,37\nB,119\nC,east,37\nD,,\n\nE,NaN,37\n");

        LoadReport report = to.load(PORT, file);

        assertThat(to.values("code")).containsExactly("A");
        assertThat(report.issues()).extracting(Issue::row).containsExactly(3L, 4L, 5L, 7L);
        assertThat(report.issues().get(0).detail()).isEqualTo("the line has 2 fields where the header has 3");
        assertThat(report.issues().get(1).detail()).isEqualTo("lon is not a number: 'east'");
    }

    @Test
    void refusesAFileWhoseQuotesAreNotClosed() throws IOException {
        Path file = write(folder, "cut.csv", "code,lon,lat,name_zh\nA,119,37,x\nB,119,37,\"half");

        assertThatThrownBy(() -> to.load(PORT, file)).hasMessageContaining("cut.csv is malformed or cut off");
        assertThat(to.committed).isFalse();
    }

    @Test
    void namesTheColumnsWhenNoneHoldsGeometry() throws IOException {
        assertThatThrownBy(() -> to.load(PORT, write(folder, "none.csv", "code,east,north\nA,1,2\n")))
                .hasMessageContaining("no column with geometry")
                .hasMessageContaining("code, east, north");
    }

    @Test
    void namesTheRequiredAttributeThatNoColumnFills() throws IOException {
        assertThatThrownBy(() -> to.load(PORT, write(folder, "nocode.csv", "id,lon,lat\nA,119,37\n")))
                .hasMessageContaining("no column for code")
                .hasMessageContaining("it has id");
    }

    @Test
    void saysSoWhenThereIsOnlyAHeader() throws IOException {
        assertThatThrownBy(() -> to.load(PORT, write(folder, "head.csv", "code,lon,lat\n")))
                .hasMessage("head.csv holds no features");
    }

    @Test
    void refusesTextThatIsNotInTheNamedCharacterSet() throws IOException {
        Path file = write(folder, "gb.csv", PORTS, Charset.forName("GB18030"));

        assertThatThrownBy(() -> to.load(PORT, file, LoadOptions.replace().withEncoding("UTF-8")))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("--encoding");
    }
}
