<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>ghi</Name>
    <UserStyle>
      <Name>ghi</Name>
      <Title>年太阳总辐射 / Annual solar radiation</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>总辐射（千瓦时/平方米·年） / Radiation (kWh/m2/yr)</Title>
          <RasterSymbolizer>
            <Opacity>0.85</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#30204F" quantity="1300" label="1300 kWh/m2/yr"/>
              <ColorMapEntry color="#7A2F6B" quantity="1350" label="1350"/>
              <ColorMapEntry color="#BC4A5C" quantity="1400" label="1400"/>
              <ColorMapEntry color="#E8813F" quantity="1450" label="1450"/>
              <ColorMapEntry color="#F9C24A" quantity="1500" label="1500"/>
              <ColorMapEntry color="#FCF3A1" quantity="1550" label="1550"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
