<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>wind-100m</Name>
    <UserStyle>
      <Name>wind-100m</Name>
      <Title>100 米高风速 / Wind speed at 100 m</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>平均风速（米/秒） / Mean wind speed (m/s)</Title>
          <RasterSymbolizer>
            <Opacity>0.85</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#440154" quantity="4.5" label="4.5 m/s"/>
              <ColorMapEntry color="#414487" quantity="5.5" label="5.5"/>
              <ColorMapEntry color="#2A788E" quantity="6.3" label="6.3"/>
              <ColorMapEntry color="#22A884" quantity="7.0" label="7.0"/>
              <ColorMapEntry color="#7AD151" quantity="7.5" label="7.5"/>
              <ColorMapEntry color="#FDE725" quantity="8.2" label="8.2"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
