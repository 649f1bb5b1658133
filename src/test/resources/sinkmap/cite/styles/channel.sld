<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer><Name>channel</Name><UserStyle><Name>channel</Name><Title>航道 / Channels</Title><FeatureTypeStyle>
    <Rule><Title>航道 / Channels</Title>
      <LineSymbolizer><Stroke><CssParameter name="stroke">#0055aa</CssParameter></Stroke></LineSymbolizer></Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
