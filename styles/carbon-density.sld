<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>carbon-density</Name>
    <UserStyle>
      <Name>carbon-density</Name>
      <Title>碳密度 / Carbon density</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>碳密度（吨碳/公顷） / Carbon density (t C/ha)</Title>
          <RasterSymbolizer>
            <Opacity>0.9</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#FFFFE0" quantity="0" label="0 t C/ha"/>
              <ColorMapEntry color="#D9ECAB" quantity="20" label="20"/>
              <ColorMapEntry color="#A3D08A" quantity="35" label="35"/>
              <ColorMapEntry color="#5FAE7B" quantity="50" label="50"/>
              <ColorMapEntry color="#2C8377" quantity="70" label="70"/>
              <ColorMapEntry color="#175569" quantity="100" label="100"/>
              <ColorMapEntry color="#0B2A48" quantity="150" label="150 t C/ha"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
