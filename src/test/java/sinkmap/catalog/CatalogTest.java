package sinkmap.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

/** Reads a small region, the Wadden Sea, as it stands and with one thing wrong at a time. */
class CatalogTest {

    private static final Path WADDEN = Path.of("src/test/resources/catalog/wadden");

    @TempDir
    Path directory;

    @BeforeEach
    void copyRegion() throws IOException {
        try (Stream<Path> paths = Files.walk(WADDEN)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                Path target = directory.resolve(WADDEN.relativize(path));
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }

    @Test
    void anotherDirectoryIsAnotherRegion() {
        Region region = read().region();

        assertThat(region.id()).isEqualTo("wadden");
        assertThat(region.crs()).isEqualTo("EPSG:3035");
        assertThat(region.window()).isEqualTo(new Envelope(6.1, 9.2, 53.2, 54.9));
        assertThat(region.themes()).extracting(Region.Theme::id).containsExactly("result", "sea");
        assertThat(region.advertised()).containsExactly("EPSG:4326", "EPSG:3857", "CRS:84", "EPSG:25832");
        assertThat(region.contact().organisation().en()).isEqualTo("Some institute");
        assertThat(region.contact().email()).isEqualTo("map@example.org");
        assertThat(region.fees()).isEqualTo(new Text("none", "none"));
        assertThat(region.accessConstraints()).isEqualTo(new Text("仅供测试", "for tests only"));
        assertThat(region.grid(250).crs()).isEqualTo("EPSG:3035");
        assertThat(region.grid(250).rows()).isBetween(740, 860);
    }

    @Test
    void layersComeInTheOrderOfThemesAndFilesAndOncePerPlan() {
        assertThat(read().listLayers())
                .extracting(Layer::id)
                .containsExactly("suitability-tide", "suitability-wind", "bed", "mudflat");
    }

    @Test
    void layerOfAPlanCarriesThePlansTitleAndId() {
        Layer layer = read().getLayer("suitability-wind");

        assertThat(layer.title()).isEqualTo(new Text("适宜性：风电", "Suitability: Wind power"));
        assertThat(layer.about().plan()).isEqualTo("wind");
        assertThat(layer.derived()).isTrue();
        assertThat(read().getLayer("mudflat").about().plan()).isNull();
    }

    @Test
    void featureLayerIsReadWhole() {
        FeatureLayer layer = (FeatureLayer) read().getLayer("mudflat");

        assertThat(layer.geometryType()).isEqualTo(GeometryType.POLYGON);
        assertThat(layer.crs()).isEqualTo("EPSG:25832");
        assertThat(layer.timeAttribute()).isEqualTo("surveyed");
        assertThat(layer.editable()).isTrue();
        assertThat(layer.about().date()).isEqualTo("2024-05");
        assertThat(layer.about().keywords()).hasSize(2).contains(new Text("蓝碳", "blue carbon"));
        assertThat(layer.about().maxScaleDenominator()).isEqualTo(2_000_000);
        assertThat(layer.attributes())
                .extracting(Attribute::name)
                .containsExactly("name_en", "kind", "area_km2", "surveyed");
        Attribute area = layer.findAttribute("area_km2").orElseThrow();
        assertThat(area)
                .isEqualTo(new Attribute(
                        "area_km2", AttributeType.REAL, "km2", new Text("面积", "Area"), 0.0, 900.0, List.of(), false));
        Attribute kind = layer.findAttribute("kind").orElseThrow();
        assertThat(kind.required()).isTrue();
        assertThat(kind.classes()).extracting(ClassValue::code).containsExactly("mud", "sand");
    }

    @Test
    void anAttributeMayBeWhatGmlGivesEveryFeature() throws IOException {
        Path path = directory.resolve("inputs/mudflat.yaml");
        String file = Files.readString(path).replace("en: Name}}", "en: Name}, gml: {property: name}}");
        Files.writeString(path, file.replace("900,", "900, gml: {nillable: true},"));
        FeatureLayer layer = (FeatureLayer) read().getLayer("mudflat");
        assertThat(layer.findStandard("name")).map(Attribute::name).contains("name_en");
        assertThat(layer.findStandard("description")).isEmpty();
        assertThat(layer.findAttribute("area_km2").orElseThrow().gml().nillable())
                .isTrue();

        Files.writeString(path, file.replace("name: kind", "name: name"));
        assertReading().hasMessageContaining(":11: gml:name would be both 'name_en' and 'name'");
    }

    @Test
    void rasterWithClassesIsNeverInterpolated() {
        RasterLayer bed = (RasterLayer) read().getLayer("bed");
        RasterLayer suitability = (RasterLayer) read().getLayer("suitability-tide");

        assertThat(bed.band().interpolation()).isEqualTo(Interpolation.NEAREST);
        assertThat(bed.crs()).isEqualTo("EPSG:4490");
        assertThat(suitability.band().interpolation()).isEqualTo(Interpolation.BILINEAR);
        assertThat(suitability.band().maximum()).isEqualTo(1);
    }

    @Test
    void unknownLayerIsAnsweredWithTheNearestOne() {
        Catalog catalog = read();

        assertThat(catalog.findLayer("mudflats")).isEmpty();
        assertThatThrownBy(() -> catalog.getLayer("mudflats"))
                .isInstanceOf(UnknownLayerException.class)
                .hasMessage("there is no layer 'mudflats'; did you mean 'mudflat'?");
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "region.yaml|cell_m: 250|cel_m: 250|:4: unknown key 'cel_m'; did you mean 'cell_m'?",
                "region.yaml|cell_m: 250|cell_m: 0|:4: cell size must be a positive number of metres",
                "region.yaml|cell_m: 250|cell_m: 1|:4: cells of 1.0 m cut the region into too many pieces",
                "region.yaml|EPSG:3035|EPSG:25831|:3: the analysis CRS must be equal-area",
                "region.yaml|EPSG:3035|EPSG:4326|:3: the analysis CRS must be a map projection in metres",
                "region.yaml|EPSG:3035|3035|:3: unknown coordinate reference system '3035'; did you mean 'EPSG:3035'?",
                "region.yaml|west: 6.1|west: 9.5|:5: the window must have west < east and south < north",
                "region.yaml|north: 54.9|north: 549|:5: 'north' must be within 90.0 degrees, not 549.0",
                "region.yaml|id: sea|id: result|:8: theme 'result' stands twice",
                "region.yaml|EPSG:25832|EPSG:258322|:9: the coordinate reference system 'EPSG:258322' cannot be",
                "region.yaml|EPSG:25832|EPSG:4326|:9: EPSG:4326 stands twice",
                "inputs/mudflat.yaml|max_scale_|max_scle_|:25: unknown key 'max_scle_denominator'; did you mean",
                "inputs/mudflat.yaml|theme: sea|theme: sae|:5: unknown theme 'sae'; did you mean 'sea'?",
                "inputs/mudflat.yaml|role: sink|role: sinks|:6: 'role' cannot be 'sinks'; did you mean 'sink'?",
                "inputs/mudflat.yaml|role: sink|role: derived|:6: layers in inputs/ cannot have 'role: derived'",
                "inputs/mudflat.yaml|geometry: polygon|geometry: poligon|:7: 'geometry' cannot be 'poligon'; did you",
                "inputs/mudflat.yaml|geometry: polygon|band: {unit: m}|:9: unknown key 'attributes'",
                "inputs/mudflat.yaml|crs: EPSG:25832|crs: EPSG:99|:8: the coordinate reference system 'EPSG:99' cannot",
                "inputs/mudflat.yaml|unit: km2|unit: km^2|:18: unknown unit 'km^2'; did you mean 'km2'?",
                "inputs/mudflat.yaml|minimum: 0|minimum: 901|:18: the minimum 901.0 is above the maximum 900.0",
                "inputs/mudflat.yaml|type: real|type: text|:18: 'unit' belongs to attributes of type integer or real",
                "inputs/mudflat.yaml|name: kind|name: name_en|:11: attribute 'name_en' stands twice",
                "inputs/mudflat.yaml|name: kind|name: geom|:11: the attribute name 'geom' is reserved",
                "inputs/mudflat.yaml|name: kind|name: Kind|:11: the attribute name 'Kind' must be lower-case letters",
                "inputs/mudflat.yaml|code: sand|code: mud|:17: class 'mud' stands twice",
                "inputs/mudflat.yaml|quality: ill|quality: i|:23: 'quality' cannot be 'iustrative'; did you mean 'ill",
                "inputs/mudflat.yaml|style: mudflat|style: mudflt|:24: there is no style file 'mudflt.sld'; did you",
                "inputs/mudflat.yaml|date: 2024-05|date: May 2024|:22: 'date' must be a year, month or day such as",
                "inputs/mudflat.yaml|date: 2024-05|date: 2024-13|:22: 'date' must be a year, month or day such as",
                "inputs/mudflat.yaml|2000000|2000000 m|:25: 'max_scale_denominator' must be a number, not",
                "inputs/mudflat.yaml|2000000|-1|:25: 'max_scale_denominator' must be greater than 0, not -1.0",
                "inputs/mudflat.yaml|time: surveyed|time: kind|:26: unknown date attribute 'kind'; known: surveyed",
                "inputs/mudflat.yaml|editable: true|per: plan|:27: only layers with 'role: derived' can be 'per: plan'",
                "inputs/mudflat.yaml|licence: CC0|# licence|:1: key 'licence' is missing",
                "inputs/mudflat.yaml|en: Mudflat}|zh: x}|:2: key 'zh' stands twice; first in line 2",
                "inputs/mudflat.yaml|en: Mudflat}|}|:2: key 'en' is missing",
                "inputs/mudflat.yaml|id: mudflat|id: mud_flat|:1: the id 'mud_flat' must be lower-case letters, digits",
                "inputs/mudflat.yaml|id: mudflat|id: flat|:1: the id 'flat' is not the file's name; rename the file to",
                "inputs/mudflat.yaml|minimum: 0|gml: {property: name}|:18: 'property' belongs to attributes of type text",
                "inputs/mudflat.yaml|required: true|gml: {property: nam}|:14: 'property' cannot be 'nam'; did you mean",
                "inputs/mudflat.yaml|required: true|gml: {property: identifier}|:14: 'property: identifier' needs 'code_space'",
                "inputs/mudflat.yaml|required: true|gml: {code_space: a}|:14: 'property: identifier' needs 'code_space'",
                "inputs/mudflat.yaml|required: true|gml: {property: name, nillable: true}|:14: what is required or a property",
                "inputs/mudflat.yaml|type: date|type: text, gml: {property: name}|:26: 'time' needs an attribute",
                "inputs/bed.yaml|code: 2|code: stone|:10: 'code' must be a whole number, not 'stone'",
                "inputs/bed.yaml|code: 2|code: 1|:10: class '1' stands twice",
                "inputs/bed.yaml|classes:|interpolation: bilinear\\n  classes:|:8: class codes cannot be interpolated",
                "inputs/bed.yaml|classes:|bits: {list: a, title: {zh: b, en: b}, none: {zh: c, en: c}, nodata: {zh: d, en: d}}\\n  classes:|:8: a value is a class",
                "inputs/bed.yaml|band:|bands:|:1: one of these keys is needed: geometry, band; here stands id, title",
                "derived/suitability.yaml|role: derived|role: land|:5: layers in derived/ must have 'role: derived'",
                "derived/suitability.yaml|maximum: 1|bits: {lists: a}|:6: unknown key 'lists'",
                "derived/suitability.yaml|maximum: 1|interpolation: bilinear, bits: {list: a, title: {zh: b, en: b}, none: {zh: c, en: c}, nodata: {zh: d, en: d}}|:6: bits cannot be interpolated",
                "derived/suitability.yaml|per: plan|per: plans|:12: 'per' can only be 'plan', not 'plans'",
                "plans/wind.yaml|id: wind|id: wnd|:1: the id 'wnd' is not the file's name",
            })
    void whateverIsWrongStopsTheReadingWithFileAndLine(String file, String text, String instead, String message)
            throws IOException {
        Path path = directory.resolve(file);
        String content = Files.readString(path);
        assertThat(content).contains(text);
        boolean first = file.equals("region.yaml") || text.startsWith("id:");
        int at = first ? content.indexOf(text) : content.lastIndexOf(text);
        Files.writeString(
                path, content.substring(0, at) + instead.replace("\\n", "\n") + content.substring(at + text.length()));

        assertReading().hasMessageStartingWith(path + message);
    }

    @Test
    void misspeltKeyStopsTheReadingWithAnExactMessage() throws IOException {
        Path path = directory.resolve("inputs/bed.yaml");
        Files.writeString(path, Files.readString(path).replace("licence:", "license:"));

        assertReading().hasMessage(path + ":12: unknown key 'license'; did you mean 'licence'?");
    }

    @Test
    void idThatTwoFilesClaimIsRefused() throws IOException {
        Path other = directory.resolve("derived/mudflat.yaml");
        Files.writeString(
                other,
                Files.readString(directory.resolve("inputs/mudflat.yaml")).replace("role: sink", "role: derived"));

        assertReading()
                .hasMessageStartingWith(other + ":1: the layer id 'mudflat' is taken already, by "
                        + directory.resolve("inputs/mudflat.yaml"));
    }

    @Test
    void idThatALayerOfAPlanClaimsToIsRefused() throws IOException {
        Files.writeString(
                directory.resolve("inputs/suitability-wind.yaml"),
                Files.readString(directory.resolve("inputs/bed.yaml")).replace("id: bed", "id: suitability-wind"));

        assertReading().hasMessageContaining("the layer id 'suitability-wind' is taken already");
    }

    @Test
    void missingStyleStopsTheReading() throws IOException {
        Files.delete(directory.resolve("styles/bed.sld"));

        assertReading()
                .hasMessageStartingWith(directory.resolve("inputs/bed.yaml") + ":15: there is no style file 'bed.sld'");
    }

    @Test
    void missingDirectoriesAndFilesAreNamed() throws IOException {
        assertThatThrownBy(() -> Catalog.read(directory.resolve("none"), directory))
                .hasMessage(directory.resolve("none")
                        + ": there is no such layers directory; name one with --layers or sinkmap.layers");
        assertThatThrownBy(() -> Catalog.read(directory, directory.resolve("none")))
                .hasMessageContaining("there is no such folder of styles");
        Files.move(directory.resolve("inputs/bed.yaml"), directory.resolve("inputs/bed.yml"));
        assertReading()
                .hasMessage(
                        directory.resolve("inputs/bed.yml") + ": the name must end in .yaml for the file to be read");
        Files.delete(directory.resolve("region.yaml"));
        assertReading().hasMessage(directory.resolve("region.yaml") + ": there is no such file");
    }

    @Test
    void stylesAreLookedForInTheLayersDirectoryThenBesideIt() throws IOException {
        Path layers = Files.createDirectories(directory.resolve("a/layers"));

        assertThat(new CatalogSettings(layers.toString(), "").stylesFolder()).isEqualTo(Path.of("styles"));
        Files.createDirectories(directory.resolve("a/styles"));
        assertThat(new CatalogSettings(layers.toString(), "").stylesFolder()).isEqualTo(directory.resolve("a/styles"));
        Files.createDirectories(layers.resolve("styles"));
        assertThat(new CatalogSettings(layers.toString(), "").stylesFolder()).isEqualTo(layers.resolve("styles"));
        assertThat(new CatalogSettings(layers.toString(), "x").stylesFolder()).isEqualTo(Path.of("x"));
    }

    private Catalog read() {
        return Catalog.read(directory, directory.resolve("styles"));
    }

    private AbstractThrowableAssert<?, ?> assertReading() {
        return assertThatThrownBy(this::read).isInstanceOf(LayerFileException.class);
    }
}
