<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>carbon-stock</Name>
    <UserStyle>
      <Name>carbon-stock</Name>
      <Title>县域平均碳密度 / Mean carbon density by county</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>不足 16 吨碳/公顷 / below 16 t C/ha</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>partition</ogc:PropertyName><ogc:Literal>county</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>16</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#F2EFD9</CssParameter><CssParameter name="fill-opacity">0.75</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#55604F</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>16–19 吨碳/公顷 / 16 to 19 t C/ha</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>partition</ogc:PropertyName><ogc:Literal>county</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>16</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>19</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#D3E0A8</CssParameter><CssParameter name="fill-opacity">0.75</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#55604F</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>19–22 吨碳/公顷 / 19 to 22 t C/ha</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>partition</ogc:PropertyName><ogc:Literal>county</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>19</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>22</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#97C285</CssParameter><CssParameter name="fill-opacity">0.75</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#55604F</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>22–28 吨碳/公顷 / 22 to 28 t C/ha</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>partition</ogc:PropertyName><ogc:Literal>county</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>22</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
              <ogc:PropertyIsLessThan><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>28</ogc:Literal></ogc:PropertyIsLessThan>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#4F9A72</CssParameter><CssParameter name="fill-opacity">0.75</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#55604F</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>28 吨碳/公顷及以上 / 28 t C/ha and above</Title>
          <ogc:Filter>
            <ogc:And>
              <ogc:PropertyIsEqualTo><ogc:PropertyName>partition</ogc:PropertyName><ogc:Literal>county</ogc:Literal></ogc:PropertyIsEqualTo>
              <ogc:PropertyIsGreaterThanOrEqualTo><ogc:PropertyName>density_tc_ha</ogc:PropertyName><ogc:Literal>28</ogc:Literal></ogc:PropertyIsGreaterThanOrEqualTo>
            </ogc:And>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#1D5F5C</CssParameter><CssParameter name="fill-opacity">0.75</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#55604F</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
