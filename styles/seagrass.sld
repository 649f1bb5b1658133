<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>seagrass</Name>
    <UserStyle>
      <Name>seagrass</Name>
      <Title>海草床 / Seagrass meadows</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>鳗草 / Zostera marina</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>species</ogc:PropertyName>
              <ogc:Literal>zostera-marina</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#1B9E77</CssParameter><CssParameter name="fill-opacity">0.85</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#0E6049</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>日本鳗草 / Zostera japonica</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>species</ogc:PropertyName>
              <ogc:Literal>zostera-japonica</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#7FCDBB</CssParameter><CssParameter name="fill-opacity">0.85</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#3C8F80</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>丛生鳗草 / Zostera caespitosa</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>species</ogc:PropertyName>
              <ogc:Literal>zostera-caespitosa</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#C7E9B4</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#6FA362</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>红纤维虾形草 / Phyllospadix iwatensis</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>species</ogc:PropertyName>
              <ogc:Literal>phyllospadix</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#8C4A6B</CssParameter><CssParameter name="fill-opacity">0.85</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#5C2C45</CssParameter><CssParameter name="stroke-width">0.6</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
