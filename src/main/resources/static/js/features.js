// Maps on the pages of the OGC API: the items of a page, a picture of a collection, or its vector tiles.

const PROJECTION = 'EPSG:3857';
const STYLE = [
  new ol.style.Style({ stroke: new ol.style.Stroke({ color: '#ffffff', width: 4 }) }),
  new ol.style.Style({
    fill: new ol.style.Fill({ color: 'rgba(11, 79, 85, 0.25)' }),
    stroke: new ol.style.Stroke({ color: '#0b4f55', width: 2 }),
    image: new ol.style.Circle({
      radius: 6,
      fill: new ol.style.Fill({ color: '#0b4f55' }),
      stroke: new ol.style.Stroke({ color: '#ffffff', width: 2 }),
    }),
  }),
];

/** The picture of layers of the map service below everything else. */
function picture(names) {
  return new ol.layer.Image({
    source: new ol.source.ImageWMS({ url: '/wms', params: { LAYERS: names, VERSION: '1.3.0' }, ratio: 1 }),
  });
}

function items(address) {
  const source = new ol.source.Vector({ url: address, format: new ol.format.GeoJSON() });
  return new ol.layer.Vector({ source, style: STYLE });
}

function tiles(address) {
  const source = new ol.source.VectorTile({ url: address, format: new ol.format.MVT(), maxZoom: 22, tileSize: 512 });
  return new ol.layer.VectorTile({ source, style: STYLE });
}

/** Shows on the map which row is pointed at, and in the table which item is. */
function joinRows(map, layer) {
  const rows = new Map();
  document.querySelectorAll('tbody tr').forEach((row) => rows.set(row.cells[0].textContent, row));
  if (rows.size === 0) {
    return;
  }
  map.on('singleclick', (event) => {
    rows.forEach((row) => row.classList.remove('chosen'));
    map.forEachFeatureAtPixel(event.pixel, (feature) => {
      const row = rows.get(String(feature.getId()));
      if (row) {
        row.classList.add('chosen');
        row.scrollIntoView({ block: 'center' });
      }
      return Boolean(row);
    }, { layerFilter: (candidate) => candidate === layer });
  });
}

function show(element) {
  const { features, tiles: tile, picture: below, box } = element.dataset;
  const layers = below ? [picture(below)] : [];
  const own = features ? items(features) : tile ? tiles(tile) : null;
  if (own) {
    layers.push(own);
  }
  const extent = ol.proj.transformExtent(box.split(',').map(Number), 'EPSG:4326', PROJECTION);
  const map = new ol.Map({ target: element, layers, view: new ol.View({ projection: PROJECTION, maxZoom: 18 }) });
  const fit = (bounds) => map.getView().fit(ol.extent.buffer(bounds, 500), { padding: [24, 24, 24, 24], maxZoom: 14 });
  fit(extent);
  if (features) {
    own.getSource().once('featuresloadend', () => {
      const bounds = own.getSource().getExtent();
      if (!ol.extent.isEmpty(bounds)) {
        fit(bounds);
      }
    });
    joinRows(map, own);
  }
}

document.querySelectorAll('.map').forEach(show);
