<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>slope</Name>
    <UserStyle>
      <Name>slope</Name>
      <Title>坡度 / Slope</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>坡度（度） / Slope (deg)</Title>
          <RasterSymbolizer>
            <Opacity>0.85</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#FBF8F0" quantity="0" label="0 deg"/>
              <ColorMapEntry color="#E8DCC3" quantity="3" label="3"/>
              <ColorMapEntry color="#C9AE84" quantity="8" label="8"/>
              <ColorMapEntry color="#9A7247" quantity="15" label="15"/>
              <ColorMapEntry color="#5C3A1E" quantity="25" label="25 deg"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
