<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>availability</Name>
    <UserStyle>
      <Name>availability</Name>
      <Title>可用比例 / Available share</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>比例 / Share</Title>
          <RasterSymbolizer>
            <Opacity>0.8</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#D7D7D7" quantity="0" label="0"/>
              <ColorMapEntry color="#C7E9C0" quantity="0.25" label="0.25"/>
              <ColorMapEntry color="#74C476" quantity="0.5" label="0.5"/>
              <ColorMapEntry color="#238B45" quantity="0.75" label="0.75"/>
              <ColorMapEntry color="#00441B" quantity="1" label="1"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
