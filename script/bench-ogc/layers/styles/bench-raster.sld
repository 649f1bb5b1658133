<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>bench-raster</Name>
    <UserStyle>
      <Name>bench-raster</Name>
      <Title>适宜性 / Suitability</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>适宜性 / Suitability</Title>
          <RasterSymbolizer>
            <ColorMap type="ramp">
              <ColorMapEntry color="#30204F" quantity="0" label="0"/>
              <ColorMapEntry color="#7A2F6B" quantity="0.2" label="0.2"/>
              <ColorMapEntry color="#BC4A5C" quantity="0.4" label="0.4"/>
              <ColorMapEntry color="#E8813F" quantity="0.6" label="0.6"/>
              <ColorMapEntry color="#F9C24A" quantity="0.8" label="0.8"/>
              <ColorMapEntry color="#FCF3A1" quantity="1" label="1"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
