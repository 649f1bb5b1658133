<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>saline-alkali-flat</Name>
    <UserStyle>
      <Name>saline-alkali-flat</Name>
      <Title>盐碱滩涂地 / Saline-alkali flats</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>未利用 / Unused</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>land_use</ogc:PropertyName>
              <ogc:Literal>unused</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#E6B85C</CssParameter><CssParameter name="fill-opacity">0.75</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#A9791C</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>已耕种 / Farmed</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>land_use</ogc:PropertyName>
              <ogc:Literal>farmed</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#DDE2C0</CssParameter><CssParameter name="fill-opacity">0.6</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#B5BC8C</CssParameter><CssParameter name="stroke-width">0.4</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>养殖、盐田 / Ponds and salt pans</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>land_use</ogc:PropertyName>
              <ogc:Literal>pond</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#BFD8E0</CssParameter><CssParameter name="fill-opacity">0.7</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#86AEBB</CssParameter><CssParameter name="stroke-width">0.4</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
