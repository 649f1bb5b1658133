package sinkmap.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sinkmap.ingest.Loading.LANE;
import static sinkmap.ingest.Loading.MARSH;
import static sinkmap.ingest.Shapefiles.sibling;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapefileLoadTest {

    private static final String[] MARSHES = {
        "MULTIPOLYGON (((119 37, 119 37.2, 119.3 37.2, 119.3 37, 119 37), "
                + "(119.1 37.05, 119.2 37.05, 119.2 37.1, 119.1 37.1, 119.1 37.05)), "
                + "((119.5 37, 119.5 37.1, 119.6 37.1, 119.6 37, 119.5 37)))",
        "MULTIPOLYGON (((120 37, 120 37.1, 120.2 37.1, 120.2 37, 120 37)))"
    };

    @TempDir
    private Path folder;

    private final Loading to = new Loading();

    @Test
    void readsPolygonsWithHolesAndTextInUtf8() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);

        LoadReport report = to.load(MARSH, shp);

        assertThat(to.shapes()).containsExactly(MARSHES);
        assertThat(to.values("name_zh")).containsExactly("黄河口湿地", "莱州湾");
        assertThat(to.values("area_km2")).containsExactly(12.25, null);
        assertThat(to.values("surveyed")).containsExactly(LocalDate.of(2024, 9, 1), null);
        assertThat(report.encoding()).isEqualTo("UTF-8");
        assertThat(report.repaired()).isZero();
    }

    @Test
    void findsOutThatTextIsGb18030() throws Exception {
        Path shp = Shapefiles.marsh(folder, TextEncoding.GB18030);

        LoadReport report = to.load(MARSH, shp);

        assertThat(to.values("name_zh")).containsExactly("黄河口湿地", "莱州湾");
        assertThat(report.encoding()).isEqualTo("GB18030");
    }

    @Test
    void takesTheCharacterSetOfTheOptionBeforeTheCpgBeforeTheText() throws Exception {
        Path shp = Shapefiles.marsh(folder, TextEncoding.GB18030);
        Files.writeString(sibling(shp, "cpg"), "936\n");
        assertThat(to.load(MARSH, shp).encoding()).isEqualTo("GB18030");

        Files.writeString(sibling(shp, "cpg"), "ISO-8859-1");
        assertThat(to.load(MARSH, shp).encoding()).isEqualTo("ISO-8859-1");
        assertThat(to.load(MARSH, shp, LoadOptions.replace().withEncoding("GBK"))
                        .encoding())
                .isEqualTo("GB18030");
        assertThat(to.values("name_zh").subList(4, 6)).containsExactly("黄河口湿地", "莱州湾");
        assertThatThrownBy(() -> to.load(MARSH, shp, LoadOptions.replace().withEncoding("klingon")))
                .hasMessageContaining("no character set 'klingon'");
    }

    @Test
    void asksForTheCrsWhenThereIsNoPrj() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        Files.deleteIfExists(sibling(shp, "prj"));

        assertThatThrownBy(() -> to.load(MARSH, shp))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("marsh.shp")
                .hasMessageContaining("marsh.prj is missing")
                .hasMessageContaining("--crs");
        assertThat(to.committed).isFalse();

        to.load(MARSH, shp, LoadOptions.replace().withCrs("EPSG:4490"));
        assertThat(to.shapes()).containsExactly(MARSHES);
    }

    @Test
    void readsTheOneShapefileOfAZip() throws Exception {
        Path shp = Shapefiles.marsh(folder, TextEncoding.GB18030);
        Path zip = Shapefiles.zip(
                folder.resolve("up.zip"),
                "资料/盐沼.shp",
                shp,
                "资料/盐沼.DBF",
                sibling(shp, "dbf"),
                "资料/盐沼.prj",
                sibling(shp, "prj"),
                "__MACOSX/._盐沼.shp",
                new byte[3]);

        LoadReport report = to.load(MARSH, zip);

        assertThat(report.format()).isEqualTo("zipped shapefile");
        assertThat(to.values("name_zh")).containsExactly("黄河口湿地", "莱州湾");
    }

    @Test
    void listsTheShapefilesOfAZipWhenThereAreSeveral() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        Path zip = Shapefiles.zip(
                folder.resolve("two.zip"),
                "a.shp",
                shp,
                "a.dbf",
                sibling(shp, "dbf"),
                "a.prj",
                sibling(shp, "prj"),
                "b.shp",
                shp);

        assertThatThrownBy(() -> to.load(MARSH, zip)).hasMessageContaining("holds 2 shapefiles: a, b");

        to.load(MARSH, zip, LoadOptions.replace().withPart("a"));
        assertThat(to.stored).hasSize(2);
    }

    @Test
    void refusesZipsThatAreNotWhatTheySay() throws Exception {
        assertThatThrownBy(() -> to.load(MARSH, Shapefiles.zip(folder.resolve("a.zip"), "../../x.shp", new byte[9])))
                .hasMessageContaining("points outside the archive: '../../x.shp'");
        assertThatThrownBy(() -> to.load(MARSH, Shapefiles.zip(folder.resolve("b.zip"), "x.txt", new byte[9])))
                .hasMessageContaining("holds no shapefile");
        Path shp = Shapefiles.marsh(folder, UTF_8);
        Path zip = Shapefiles.zip(folder.resolve("c.zip"), "x.shp", shp);
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), (int) Files.size(zip) / 2));
        assertThatThrownBy(() -> to.load(MARSH, zip)).hasMessageContaining("c.zip is cut off or damaged");
    }

    @Test
    void stopsUnpackingAtTheLimit() throws Exception {
        Loading small = new Loading(folder, new IngestSettings(1000, 10, 10, 1, 200, 10, 2));
        Path zip = Shapefiles.zip(folder.resolve("bomb.zip"), "x.shp", new byte[5 << 20]);

        assertThatThrownBy(() -> small.load(MARSH, zip)).hasMessageContaining("unpacks to more than 1 MB");
    }

    @Test
    void refusesAShapefileThatIsCutOff() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        byte[] whole = Files.readAllBytes(shp);
        for (int length = 1; length < whole.length; length += 7) {
            Files.write(shp, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> to.load(MARSH, shp)).isInstanceOf(IngestException.class);
        }
        Files.write(shp, whole);
        Path dbf = sibling(shp, "dbf");
        Files.write(dbf, Arrays.copyOf(Files.readAllBytes(dbf), (int) Files.size(dbf) - 40));
        assertThatThrownBy(() -> to.load(MARSH, shp)).hasMessageContaining("marsh.dbf is cut off");
        assertThat(to.committed).isFalse();
    }

    @Test
    void refusesATableThatBelongsToOtherShapes() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        Files.write(sibling(shp, "dbf"), DbfBytes.of(UTF_8, List.of("code:C:5"), List.of(List.of("a"))));

        assertThatThrownBy(() -> to.load(MARSH, shp)).hasMessageContaining("do not belong together");
    }

    @Test
    void matchesNamesThatTheFormatCutToTenBytes() throws Exception {
        Path shp = Shapefiles.write(
                folder.resolve("lane.shp"),
                List.of("LINESTRING(119 38,121 38.5)"),
                UTF_8,
                List.of("descriptio:C:20"),
                List.of(List.of("成山角航路")));

        to.load(LANE, shp);

        assertThat(to.values("description_of_lane")).containsExactly("成山角航路");
        assertThat(to.shapes()).containsExactly("MULTILINESTRING ((119 38, 121 38.5))");
    }

    @Test
    void pointsFromAnotherPartToTheShp() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        Files.copy(shp, sibling(shp, "shx"));

        assertThatThrownBy(() -> to.load(MARSH, sibling(shp, "shx"))).hasMessageContaining("give its .shp");
        assertThatThrownBy(() -> to.load(MARSH, sibling(shp, "dbf"))).hasMessageContaining("give its .shp");
    }

    @Test
    void tellsUtf8AlsoWhereAFieldCutsACharacter() throws Exception {
        Path shp = Shapefiles.write(
                folder.resolve("cut.shp"),
                List.of("POLYGON((120 37,120 37.1,120.2 37.1,120.2 37,120 37))"),
                UTF_8,
                List.of("name_zh:C:8"),
                List.of(List.of("黄河口湿地")));

        assertThat(to.load(MARSH, shp).encoding()).isEqualTo("UTF-8");
        assertThat((String) to.values("name_zh").get(0)).startsWith("黄河");
    }

    @Test
    void leavesOutRecordsThatAreMarkedAsDeleted() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        byte[] dbf = Files.readAllBytes(sibling(shp, "dbf"));
        dbf[33 + 4 * 32] = '*';
        Files.write(sibling(shp, "dbf"), dbf);

        LoadReport report = to.load(MARSH, shp);

        assertThat(to.values("name_zh")).containsExactly("莱州湾");
        assertThat(report.issues().get(0).detail()).isEqualTo("the record is marked as deleted");
    }

    @Test
    void survivesAnyDamageInTheShapes() throws Exception {
        Path shp = Shapefiles.marsh(folder, UTF_8);
        byte[] whole = Files.readAllBytes(shp);
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = whole.clone();
            for (int k = 0; k < 3; k++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(shp, damaged);
            try {
                to.load(MARSH, shp);
            } catch (IngestException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }
}
