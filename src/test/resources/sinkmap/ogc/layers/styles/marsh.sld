<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
  <NamedLayer><Name>marsh</Name><UserStyle><Name>marsh</Name><Title>盐沼 / Marsh</Title><FeatureTypeStyle>
    <Rule><Title>碱蓬 / Suaeda</Title>
      <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>species</ogc:PropertyName><ogc:Literal>suaeda</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
      <PolygonSymbolizer><Fill><CssParameter name="fill">#cc0000</CssParameter></Fill></PolygonSymbolizer></Rule>
    <Rule><Title>其他 / Other</Title><ElseFilter/>
      <PolygonSymbolizer><Fill><CssParameter name="fill">#0000cc</CssParameter></Fill></PolygonSymbolizer></Rule>
  </FeatureTypeStyle></UserStyle></NamedLayer>
</StyledLayerDescriptor>
