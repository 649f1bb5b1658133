<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>site-carbon-balance</Name>
    <UserStyle>
      <Name>site-carbon-balance</Name>
      <Title>评分与碳代价（回收期） / Score against carbon payback</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>评分低，碳代价低 / Score low, carbon low</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>1-1</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#F3F4EE</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分低，碳代价中 / Score low, carbon middle</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>1-2</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#FFD386</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分低，碳代价高 / Score low, carbon high</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>1-3</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#FF9D09</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分中，碳代价低 / Score middle, carbon low</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>2-1</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#90E0FC</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分中，碳代价中 / Score middle, carbon middle</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>2-2</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#95A27F</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分中，碳代价高 / Score middle, carbon high</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>2-3</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#AA4007</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分高，碳代价低 / Score high, carbon low</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>3-1</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#397BE3</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分高，碳代价中 / Score high, carbon middle</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>3-2</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#4B4977</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>评分高，碳代价高 / Score high, carbon high</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>bivariate</ogc:PropertyName>
              <ogc:Literal>3-3</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#110718</CssParameter><CssParameter name="fill-opacity">0.9</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
        <Rule>
          <Title>碳代价不明 / Carbon unknown</Title>
          <ElseFilter/>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#FFFFFF</CssParameter><CssParameter name="fill-opacity">0.6</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#4A4A4A</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
      <FeatureTypeStyle>
        <Rule>
          <Title>帕累托最优 / In the Pareto set</Title>
          <ogc:Filter>
            <ogc:PropertyIsEqualTo>
              <ogc:PropertyName>pareto</ogc:PropertyName>
              <ogc:Literal>true</ogc:Literal>
            </ogc:PropertyIsEqualTo>
          </ogc:Filter>
          <PolygonSymbolizer>
            <Stroke><CssParameter name="stroke">#FFFFFF</CssParameter><CssParameter name="stroke-width">4.5</CssParameter></Stroke>
          </PolygonSymbolizer>
          <PolygonSymbolizer>
            <Stroke><CssParameter name="stroke">#1A1A1A</CssParameter><CssParameter name="stroke-width">2.2</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
