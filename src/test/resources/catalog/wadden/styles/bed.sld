<StyledLayerDescriptor/>
