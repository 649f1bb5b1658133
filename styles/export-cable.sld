<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>export-cable</Name>
    <UserStyle>
      <Name>export-cable</Name>
      <Title>海缆 / Submarine cables</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>海缆 / Submarine cable</Title>
          <LineSymbolizer>
            <Stroke><CssParameter name="stroke">#D0701E</CssParameter><CssParameter name="stroke-width">1.6</CssParameter></Stroke>
          </LineSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
