<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer><Name>depth</Name><UserStyle><Name>depth</Name><Title>水深 / Depth</Title><FeatureTypeStyle>
    <Rule><RasterSymbolizer><ColorMap type="ramp">
      <ColorMapEntry color="#ffffff" quantity="0" label="0 m"/>
      <ColorMapEntry color="#000000" quantity="100" label="100 m"/>
    </ColorMap></RasterSymbolizer></Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
