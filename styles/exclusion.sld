<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd">
  <NamedLayer>
    <Name>exclusion</Name>
    <UserStyle>
      <Name>exclusion</Name>
      <Title>排除因素 / Exclusions</Title>
      <FeatureTypeStyle>
        <Rule>
          <Title>排除的规则（序号最大者） / Rule that excludes (the highest in number)</Title>
          <RasterSymbolizer>
            <Opacity>0.75</Opacity>
            <ColorMap type="intervals">
              <ColorMapEntry color="#4DAF7C" quantity="1" label="可用 / Available"/>
              <ColorMapEntry color="#E69F00" quantity="2" label="规则 1 / Rule 1"/>
              <ColorMapEntry color="#56B4E9" quantity="4" label="规则 2 / Rule 2"/>
              <ColorMapEntry color="#D55E00" quantity="8" label="规则 3 / Rule 3"/>
              <ColorMapEntry color="#0072B2" quantity="16" label="规则 4 / Rule 4"/>
              <ColorMapEntry color="#CC79A7" quantity="32" label="规则 5 / Rule 5"/>
              <ColorMapEntry color="#8A8A8A" quantity="64" label="规则 6 / Rule 6"/>
              <ColorMapEntry color="#5D4A8A" quantity="128" label="规则 7 / Rule 7"/>
              <ColorMapEntry color="#B5A642" quantity="256" label="规则 8 / Rule 8"/>
              <ColorMapEntry color="#6B4226" quantity="512" label="规则 9 / Rule 9"/>
              <ColorMapEntry color="#3A6B6B" quantity="1024" label="规则 10 / Rule 10"/>
              <ColorMapEntry color="#A05195" quantity="2048" label="规则 11 / Rule 11"/>
              <ColorMapEntry color="#4D4D4D" quantity="4096" label="规则 12 / Rule 12"/>
              <ColorMapEntry color="#222222" quantity="16777216" label="规则 13 及以上 / Rule 13 and above"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
