<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>depth</Name>
    <UserStyle>
      <Name>depth</Name>
      <Title>水深 / Water depth</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>水深（米） / Depth (m)</Title>
          <RasterSymbolizer>
            <Opacity>1</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#EAF4F9" quantity="0" label="0 m"/>
              <ColorMapEntry color="#CBE3EF" quantity="10" label="10 m"/>
              <ColorMapEntry color="#9FCAE0" quantity="20" label="20 m"/>
              <ColorMapEntry color="#6BA9CC" quantity="30" label="30 m"/>
              <ColorMapEntry color="#3F84B2" quantity="45" label="45 m"/>
              <ColorMapEntry color="#1F5A8C" quantity="60" label="60 m"/>
              <ColorMapEntry color="#0D3562" quantity="80" label="80 m"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
