<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer><Name>mooring</Name><UserStyle><Name>mooring</Name><Title>系泊点 / Moorings</Title><FeatureTypeStyle>
    <Rule><Title>系泊点 / Moorings</Title>
      <PointSymbolizer><Graphic><Mark><WellKnownName>square</WellKnownName><Fill><CssParameter name="fill">#00aa00</CssParameter></Fill></Mark><Size>9</Size></Graphic></PointSymbolizer></Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
