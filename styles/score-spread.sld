<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>score-spread</Name>
    <UserStyle>
      <Name>score-spread</Name>
      <Title>得分离散度 / Spread of the score</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>标准差 / Standard deviation</Title>
          <RasterSymbolizer>
            <Opacity>0.9</Opacity>
            <ColorMap type="ramp">
              <ColorMapEntry color="#F7FCFD" quantity="0" label="0"/>
              <ColorMapEntry color="#BFD3E6" quantity="0.02" label="0.02"/>
              <ColorMapEntry color="#8C96C6" quantity="0.04" label="0.04"/>
              <ColorMapEntry color="#88419D" quantity="0.08" label="0.08"/>
              <ColorMapEntry color="#4D004B" quantity="0.16" label="0.16"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
