package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;

class SldTest {

    @TempDir
    Path folder;

    private List<Style> read(String rules) throws IOException {
        Path file = folder.resolve("test.sld");
        Files.writeString(file, """
                <StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
                <NamedLayer><UserStyle><FeatureTypeStyle>
                %s
                </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
                """.formatted(rules));
        return Styles.read(file, "test");
    }

    @Test
    void theProjectsOwnStylesAreUnderstood() {
        Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
        Styles styles = Styles.load(catalog);
        assertThat(catalog.listLayers())
                .allSatisfy(layer -> assertThat(styles.list(layer)).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "<Rule><PolygonSymbolizer><Fill><GraphicStroke/></Fill></PolygonSymbolizer></Rule>, GraphicStroke",
        "<Rule><PointSymbolizer><Graphic><ExternalGraphic/></Graphic></PointSymbolizer></Rule>, ExternalGraphic",
        "<Rule><VendorOption/></Rule>, VendorOption",
        "<Rule><CircleSymbolizer/></Rule>, CircleSymbolizer",
        "<Transformation/>, Transformation",
        "<Rule><TextSymbolizer><Label><ogc:Function/></Label></TextSymbolizer></Rule>, Function"
    })
    void anElementOutsideTheSubsetIsNamedWithFileAndLine(String rules, String element) {
        assertThatThrownBy(() -> read(rules))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("test.sld: line 3: " + element);
    }

    @ParameterizedTest
    @CsvSource({
        "stroke, red, must be a colour",
        "stroke-width, wide, must be a number",
        "stroke-color, #112233, is not understood",
        "stroke-dasharray, 0 0, above 0"
    })
    void wrongValuesAreRefused(String name, String value, String message) {
        String rule =
                "<Rule><LineSymbolizer><Stroke><CssParameter name='%s'>%s</CssParameter></Stroke></LineSymbolizer></Rule>";
        assertThatThrownBy(() -> read(rule.formatted(name, value))).hasMessageContaining(message);
    }

    @Test
    void elseRulesTakeWhatTheOthersLeaveAtThatScale() throws IOException {
        Style.Pass pass = read("""
                        <Rule><Name>deep</Name><ogc:Filter><ogc:PropertyIsGreaterThan>
                          <ogc:PropertyName>depth_m</ogc:PropertyName><ogc:Literal>30</ogc:Literal>
                        </ogc:PropertyIsGreaterThan></ogc:Filter><MaxScaleDenominator>1000</MaxScaleDenominator></Rule>
                        <Rule><Name>other</Name><ElseFilter/></Rule>
                        """).get(0).passes().get(0);
        assertThat(pass.match(Map.of("depth_m", 30.5), 999))
                .extracting(Rule::name)
                .containsExactly("deep");
        assertThat(pass.match(Map.of("depth_m", 30.5), 1000))
                .extracting(Rule::name)
                .containsExactly("other");
        assertThat(pass.match(Map.of(), 999)).extracting(Rule::name).containsExactly("other");
    }

    @Test
    void anAttributeThatTheLayerDoesNotHaveStopsTheStart() throws IOException {
        Path styles = Files.createDirectory(folder.resolve("styles"));
        Path tiny = sinkmap.ogc.TinyRegion.DIRECTORY;
        for (String name : List.of("marsh", "port", "depth")) {
            String text = Files.readString(tiny.resolve("styles/" + name + ".sld"));
            Files.writeString(styles.resolve(name + ".sld"), text.replace(">species<", ">specie<"));
        }
        Catalog catalog = Catalog.read(tiny, styles);
        assertThatThrownBy(() -> Styles.load(catalog))
                .hasMessageContaining("marsh.sld: layer marsh has no attribute 'specie'; did you mean 'species'?");
    }
}
