<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>carbon-uncertainty</Name>
    <UserStyle>
      <Name>carbon-uncertainty</Name>
      <Title>碳密度不确定性 / Uncertainty of carbon density</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>碳密度不确定性（95% 半宽，%） / Uncertainty of carbon density (95 % half width, %)</Title>
          <RasterSymbolizer>
            <Opacity>0.9</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#F3EEF7" quantity="0" label="0 %"/>
              <ColorMapEntry color="#D3C1E2" quantity="20" label="20"/>
              <ColorMapEntry color="#AC8FC7" quantity="40" label="40"/>
              <ColorMapEntry color="#8460A6" quantity="60" label="60"/>
              <ColorMapEntry color="#5C3880" quantity="80" label="80"/>
              <ColorMapEntry color="#3A1B57" quantity="120" label="120 %"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
