<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>land</Name>
    <UserStyle>
      <Name>land</Name>
      <Title>陆地 / Land</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>陆地 / Land</Title>
          <PolygonSymbolizer>
            <Fill><CssParameter name="fill">#F4F1E8</CssParameter><CssParameter name="fill-opacity">1</CssParameter></Fill>
            <Stroke><CssParameter name="stroke">#A79F8C</CssParameter><CssParameter name="stroke-width">0.8</CssParameter></Stroke>
          </PolygonSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
