<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer><Name>pond</Name><UserStyle><Name>pond</Name><Title>池塘 / Ponds</Title><FeatureTypeStyle>
    <Rule><Title>池塘 / Ponds</Title>
      <PolygonSymbolizer><Fill><CssParameter name="fill">#88cc88</CssParameter></Fill></PolygonSymbolizer></Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
