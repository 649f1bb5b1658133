package sinkmap.ogc.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sinkmap.catalog.Catalog;
import sinkmap.grid.SinkmapException;
import sinkmap.ogc.XmlElement;

class SldTest {

    @TempDir
    Path folder;

    private List<Style> read(String rules) throws IOException {
        Path file = Files.createDirectories(folder.resolve("styles")).resolve("test.sld");
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
    @ValueSource(
            strings = {
                "marks",
                "lines",
                "fills",
                "categorized",
                "graduated",
                "rules",
                "raster-ramp",
                "raster-discrete",
                "raster-exact",
                "raster-gray",
                "raster-stretch",
                "raster-paletted"
            })
    void whatQgisWritesIsUnderstood(String name) {
        List<Style> styles = Styles.read(Path.of("src/test/resources/sinkmap/ogc/style/qgis/" + name + ".sld"), "test");
        assertThat(styles.get(0).rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.symbolizers()).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Rule><PolygonSymbolizer><Fill><GraphicStroke/></Fill></PolygonSymbolizer></Rule>  | GraphicStroke
            <Rule><PolygonSymbolizer><Displacement/></PolygonSymbolizer></Rule>                | Displacement
            <Rule><VendorOption/></Rule>                                                       | VendorOption
            <VendorOption name='composite'>multiply</VendorOption>                             | 'composite'
            <VendorOption name='sortBy'>name</VendorOption>                                    | 'sortBy'
            <Rule><LegendGraphic/></Rule>                                                      | LegendGraphic
            <Rule><CircleSymbolizer/></Rule>                                                   | CircleSymbolizer
            <Transformation/>                                                                  | Transformation
            <Rule><LineSymbolizer uom='mile'/></Rule>                                          | uom
            <Rule><LineSymbolizer><VendorOption name='wiggle'>1</VendorOption></LineSymbolizer></Rule> | 'wiggle'
            <Rule><LineSymbolizer><Geometry><ogc:Function name='buffer'/></Geometry></LineSymbolizer></Rule> | 'buffer'
            <Rule><PointSymbolizer><Graphic><Mark><WellKnownName>brush://dense1</WellKnownName></Mark></Graphic></PointSymbolizer></Rule> | brush://dense1
            <Rule><PointSymbolizer><Graphic><Mark><WellKnownName>ttf://No Such Font#65</WellKnownName></Mark></Graphic></PointSymbolizer></Rule> | No Such Font
            <Rule><TextSymbolizer><Label><ogc:Function name='env'><ogc:Literal>a</ogc:Literal></ogc:Function></Label></TextSymbolizer></Rule> | 'env'
            <Rule><TextSymbolizer><Label>a</Label><VendorOption name='fontShrinkSizeMin'>9</VendorOption></TextSymbolizer></Rule> | 'fontShrinkSizeMin'
            <Rule><RasterSymbolizer><ShadedRelief/></RasterSymbolizer></Rule>                  | ShadedRelief
            <Rule><RasterSymbolizer><ImageOutline/></RasterSymbolizer></Rule>                  | ImageOutline
            <Rule><RasterSymbolizer><ContrastEnhancement><Histogram/></ContrastEnhancement></RasterSymbolizer></Rule> | Histogram
            <Rule><RasterSymbolizer><ContrastEnhancement><Normalize/></ContrastEnhancement></RasterSymbolizer></Rule> | minValue
            <Rule><RasterSymbolizer><ChannelSelection><RedChannel/></ChannelSelection></RasterSymbolizer></Rule> | RedChannel
            <Rule><RasterSymbolizer/></Rule>                                                   | lacks ColorMap
            <Rule><ogc:Filter><ogc:Intersects/></ogc:Filter></Rule>                            | Intersects
            <Rule><ogc:Filter><ogc:FeatureId fid='a.1'/></ogc:Filter></Rule>                   | FeatureId
            <Rule><MinScaleDenominator>500</MinScaleDenominator><MaxScaleDenominator>500</MaxScaleDenominator></Rule> | never applies
            """)
    void whatIsNotSupportedIsNamedWithFileAndLine(String rules, String named) {
        assertThatThrownBy(() -> read(rules))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("test.sld: line 3: ")
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @CsvSource({
        "stroke, red, must be a colour",
        "stroke, #12345, must be a colour",
        "stroke-width, wide, must be a number",
        "stroke-color, #112233, is not understood",
        "stroke-dasharray, 0 0, above 0",
        "stroke-dasharray, 3 -1, 0 or more",
        "stroke-linecap, flat, 'must be butt, round, square'"
    })
    void wrongValuesAreRefused(String name, String value, String message) {
        String rule =
                "<Rule><LineSymbolizer><Stroke><CssParameter name='%s'>%s</CssParameter></Stroke></LineSymbolizer></Rule>";
        assertThatThrownBy(() -> read(rule.formatted(name, value))).hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/a.svg",
                "https://example.org/a.png",
                "file:///etc/passwd",
                "../secret.svg",
                "/etc/passwd",
                "jar:file:/a.jar!/b.svg",
                "sub/../../secret.svg",
                "missing.svg"
            })
    void externalGraphicsAreFilesBesideTheStyleOnly(String href) throws IOException {
        Files.writeString(folder.resolve("secret.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        assertThatThrownBy(() -> read("<Rule><PointSymbolizer><Graphic><ExternalGraphic><OnlineResource href='" + href
                        + "'/><Format>image/svg+xml</Format></ExternalGraphic></Graphic></PointSymbolizer></Rule>"))
                .isInstanceOf(SinkmapException.class)
                .hasMessageContaining("test.sld: line 3: OnlineResource '" + href);
    }

    @Test
    void aLinkOutOfTheDirectoryIsNoWayOut() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.svg"), "<svg/>");
        Files.createSymbolicLink(Files.createDirectory(folder.resolve("styles")).resolve("inside.svg"), outside);
        assertThatThrownBy(() -> read("<Rule><PointSymbolizer><Graphic><ExternalGraphic><OnlineResource"
                        + " href='inside.svg'/></ExternalGraphic></Graphic></PointSymbolizer></Rule>"))
                .hasMessageContaining("is not allowed");
    }

    @Test
    void aDrawingWithEntitiesIsRefused() throws IOException {
        Files.writeString(
                Files.createDirectory(folder.resolve("styles")).resolve("bomb.svg"),
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>");
        assertThatThrownBy(() -> read("<Rule><PointSymbolizer><Graphic><ExternalGraphic><OnlineResource"
                        + " href='bomb.svg'/></ExternalGraphic></Graphic></PointSymbolizer></Rule>"))
                .hasMessageContaining("document type definition");
    }

    @Test
    void aStyleOfARequestMayNameNoFile() throws IOException {
        Catalog catalog = Catalog.read(Path.of("layers"), Path.of("styles"));
        String style = """
                <StyledLayerDescriptor><NamedLayer><UserStyle><FeatureTypeStyle><Rule><PointSymbolizer><Graphic>
                %s</Graphic></PointSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>
                """;
        String external = "<ExternalGraphic><OnlineResource href='marker.svg'/></ExternalGraphic>";
        assertThatThrownBy(() -> Styles.parse(userStyle(style.formatted(external)), catalog.getLayer("substation")))
                .hasMessageContaining("line 2: OnlineResource is not allowed in a style that comes with a request");
        assertThat(Styles.parse(userStyle(style.formatted("<Mark/>")), catalog.getLayer("substation"))
                        .name())
                .isEqualTo("substation");
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
    void titlesOfSymbologyEncodingStandInTheirDescription() {
        Style style = StyleFixture.rules(
                "<se:Rule><se:Name>r</se:Name><se:Description><se:Title>水 / Water</se:Title></se:Description></se:Rule>");
        assertThat(style.rules().get(0).title()).isEqualTo("水 / Water");
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

    private static XmlElement userStyle(String document) {
        return XmlElement.read(new StringReader(document))
                .children()
                .get(0)
                .findChild("UserStyle")
                .orElseThrow();
    }
}
