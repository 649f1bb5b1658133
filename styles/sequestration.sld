<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>sequestration</Name>
    <UserStyle>
      <Name>sequestration</Name>
      <Title>年固碳速率 / Yearly sequestration</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>年固碳速率（吨碳/公顷/年） / Yearly sequestration (t C/ha/yr)</Title>
          <RasterSymbolizer>
            <Opacity>0.9</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#A8503A" quantity="-2" label="-2 t C/ha/yr"/>
              <ColorMapEntry color="#F4EFE6" quantity="0" label="0"/>
              <ColorMapEntry color="#CFE3B4" quantity="0.5" label="0.5"/>
              <ColorMapEntry color="#86BE83" quantity="1" label="1"/>
              <ColorMapEntry color="#3F8F78" quantity="2" label="2"/>
              <ColorMapEntry color="#12505C" quantity="4" label="4 t C/ha/yr"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
