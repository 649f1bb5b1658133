<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>ecological-redline</Name>
    <UserStyle>
      <Name>ecological-redline</Name>
      <Title>生态保护红线 / Ecological red line</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>红线范围 / Inside the red line</Title>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#D7524A</CssParameter><CssParameter name="fill-opacity">0.2</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#B5322B</CssParameter><CssParameter name="stroke-width">1</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
