// The map: pictures of our own layers from WMS, and over them the ranked sites as vectors.

import { byId, el, icon, ICONS } from './dom.js';
import { say, t } from './language.js';
import { state, tell } from './state.js';

const { Map: OlMap, View, Feature } = ol;
const PIN = '#0b4f55';
const CHOSEN = '#d9480f';
const INFO_PIXELS = 101;

/** Metres a pixel below which the style of the sites writes their ranks itself. */
const RANKS_DRAWN_M = 336;

let map;
let busy = 0;
let markers;
let dots;
let chosen;
let hovered = null;
const pictures = new Map();

/** Builds the map over the region's window. */
export function createMap() {
  chosen = new ol.source.Vector();
  markers = new ol.source.Vector();
  dots = new ol.layer.Vector({ source: markers, style: dotStyle, zIndex: 900 });
  map = new OlMap({
    target: 'map',
    layers: [
      veil(),
      dots,
      new ol.layer.Vector({ source: markers, style: markerStyle, declutter: true, zIndex: 910 }),
      new ol.layer.Vector({ source: chosen, style: CHOSEN_STYLE, zIndex: 905 }),
    ],
    view: new View({ center: [0, 0], zoom: 6, maxZoom: 17, constrainResolution: false }),
    controls: controls(),
  });
  map.on('singleclick', clicked);
  map.on('pointermove', pointed);
  for (const [name, key] of [['.ol-zoom-in', 'map.zoom-in'], ['.ol-zoom-out', 'map.zoom-out']]) {
    map.getTargetElement().querySelector(name).dataset.label = key;
  }
  fitRegion(0);
  return map;
}

/** Pales everything outside the region's window: nothing there has been looked at. */
function veil() {
  const world = ol.proj.get('EPSG:3857').getExtent();
  const inside = ol.proj.transformExtent(state.region.window, 'EPSG:4326', 'EPSG:3857');
  const shape = ol.geom.Polygon.fromExtent(world);
  shape.appendLinearRing(new ol.geom.LinearRing(ol.geom.Polygon.fromExtent(inside).getCoordinates()[0].reverse()));
  return new ol.layer.Vector({
    source: new ol.source.Vector({ features: [new Feature(shape)] }),
    style: new ol.style.Style({
      fill: new ol.style.Fill({ color: 'rgba(240,244,245,.86)' }),
      stroke: new ol.style.Stroke({ color: '#b9c8ca', width: 1, lineDash: [6, 5] }),
    }),
    zIndex: 800,
  });
}

function controls() {
  return [
    new ol.control.Zoom({ zoomInTipLabel: t('map.zoom-in'), zoomOutTipLabel: t('map.zoom-out') }),
    fitControl(),
    new ol.control.ScaleLine({ units: 'metric', minWidth: 90 }),
    new ol.control.MousePosition({
      projection: 'EPSG:4326',
      placeholder: '',
      coordinateFormat: (at) => degrees(at),
    }),
  ];
}

function fitControl() {
  const button = el('button', { type: 'button', dataset: { label: 'map.fit' }, 'aria-label': t('map.fit'), title: t('map.fit'), onclick: () => fitRegion() }, icon(ICONS.target));
  return new ol.control.Control({ element: el('div', { class: 'fit ol-unselectable ol-control' }, button) });
}

/** Longitude and latitude as a reader writes them. */
export function degrees([lon, lat]) {
  return Math.abs(lon).toFixed(4) + '° ' + (lon < 0 ? 'W' : 'E') + '  ' + Math.abs(lat).toFixed(4) + '° ' + (lat < 0 ? 'S' : 'N');
}

/** Shows the whole province, or the region's window where there is none. */
export function fitRegion(duration = 350) {
  const province = state.layers.get('province');
  fitBox((province && province.bbox) || state.region.window, { duration, padding: [28, 28, 28, 28] });
}

/** Shows a box of west, south, east, north in degrees. */
export function fitBox(box, { duration = 350, padding = [60, 60, 60, 60], maxZoom = 12 } = {}) {
  const extent = ol.proj.transformExtent(box, 'EPSG:4326', 'EPSG:3857');
  map.getView().fit(extent, { duration: calm() ? 0 : duration, padding, maxZoom });
}

function calm() {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Tells the map that its frame has another size. */
export function resized() {
  if (map) {
    map.updateSize();
  }
}

// ---- pictures -------------------------------------------------------------------------------------------------

/** Where a layer lies in the stack: areas under lines under points, results over inputs, borders over areas. */
function depthOf(layer) {
  if (layer.id === 'land') {
    return 0;
  }
  const kinds = { polygon: 100, line: 300, point: 400 };
  const base = layer.kind === 'raster' ? 10 : kinds[layer.geometry] || 100;
  if (layer.role === 'admin') {
    return 200;
  }
  return base + (layer.role === 'derived' ? 50 : 0);
}

export function isShown(id) {
  const picture = pictures.get(id);
  return Boolean(picture && picture.getVisible());
}

/** Shows or hides a layer; its picture is made on first use. */
export function show(id, visible) {
  let picture = pictures.get(id);
  if (!picture && visible) {
    picture = newPicture(state.layers.get(id));
    pictures.set(id, picture);
    map.addLayer(picture);
  }
  if (picture) {
    picture.setVisible(visible);
  }
  tell('shown', { id, visible });
}

export function setOpacity(id, share) {
  const picture = pictures.get(id);
  if (picture) {
    picture.setOpacity(share);
  }
}

/** Asks for pictures anew, after a run has changed what they show. */
export function refresh() {
  for (const picture of pictures.values()) {
    picture.getSource().updateParams({ _: Date.now() });
  }
}

function newPicture(layer) {
  const source = new ol.source.ImageWMS({
    url: '/wms',
    params: { VERSION: '1.3.0', LAYERS: layer.id, STYLES: '', FORMAT: 'image/png', TRANSPARENT: true },
    projection: 'EPSG:3857',
    ratio: 1,
    hidpi: false,
  });
  source.on('imageloadstart', () => count(1));
  source.on('imageloadend', () => count(-1));
  source.on('imageloaderror', () => {
    count(-1);
    tell('trouble', t('map.failed', { layer: say(layer.title) }));
  });
  return new ol.layer.Image({ source, zIndex: depthOf(layer) });
}

function count(change) {
  busy = Math.max(0, busy + change);
  byId('map-busy').hidden = busy === 0;
}

// ---- sites ----------------------------------------------------------------------------------------------------

/** Puts a marker with its rank on each site. */
export function showSites(sites) {
  hovered = null;
  markers.clear();
  chosen.clear();
  markers.addFeatures(
    sites
      .filter((site) => site.centroid)
      .map((site) => {
        const marker = new Feature(new ol.geom.Point(ol.proj.fromLonLat(site.centroid)));
        marker.setId(site.site_id);
        marker.set('rank', site.rank);
        return marker;
      }));
}

/** Outlines a site and, when asked, moves the map to it. */
export function chooseSite(site, move) {
  chosen.clear();
  if (site && site.geometry) {
    const geometry = new ol.format.GeoJSON().readGeometry(site.geometry, {
      dataProjection: 'EPSG:4326',
      featureProjection: 'EPSG:3857',
    });
    chosen.addFeature(new Feature(geometry));
  }
  if (site && site.bbox && move) {
    fitBox(site.bbox, { padding: [110, 110, 110, 110], maxZoom: 11 });
  }
  markers.changed();
}

export function hoverSite(id) {
  if (hovered !== id) {
    hovered = id;
    markers.changed();
  }
}

const CHOSEN_STYLE = [
  new ol.style.Style({ stroke: new ol.style.Stroke({ color: 'rgba(255,255,255,.95)', width: 6 }) }),
  new ol.style.Style({
    stroke: new ol.style.Stroke({ color: CHOSEN, width: 2.5 }),
    fill: new ol.style.Fill({ color: 'rgba(217,72,15,.10)' }),
  }),
];

function dotStyle(marker, resolution) {
  return resolution < RANKS_DRAWN_M ? null : DOT;
}

const DOT = new ol.style.Style({
  image: new ol.style.Circle({
    radius: 3.5,
    fill: new ol.style.Fill({ color: PIN }),
    stroke: new ol.style.Stroke({ color: '#fff', width: 1.2 }),
  }),
});

const markerStyles = new Map();

function markerStyle(marker, resolution) {
  const id = marker.getId();
  const kind = id === state.site ? 'chosen' : id === hovered ? 'hovered' : 'plain';
  if (kind === 'plain' && resolution < RANKS_DRAWN_M) {
    return null;
  }
  const rank = marker.get('rank');
  const key = kind + rank;
  if (!markerStyles.has(key)) {
    markerStyles.set(key, newMarkerStyle(kind, rank));
  }
  return markerStyles.get(key);
}

function newMarkerStyle(kind, rank) {
  const colour = kind === 'plain' ? PIN : CHOSEN;
  const lift = kind === 'chosen' ? 22 : 0;
  const rise = { plain: 0, hovered: 20_000, chosen: 10_000 }[kind];
  return new ol.style.Style({
    zIndex: rise - rank,
    image: new ol.style.Circle({
      radius: kind === 'plain' ? 10.5 : 12,
      displacement: [0, lift],
      fill: new ol.style.Fill({ color: colour }),
      stroke: new ol.style.Stroke({ color: '#fff', width: 2 }),
      declutterMode: kind === 'plain' ? 'declutter' : 'obstacle',
    }),
    text: new ol.style.Text({
      text: String(rank),
      font: '600 11px system-ui, "Noto Sans CJK SC", sans-serif',
      fill: new ol.style.Fill({ color: '#fff' }),
      offsetY: 0.5 - lift,
      declutterMode: kind === 'plain' ? 'declutter' : 'none',
    }),
  });
}

// ---- asking the map ----------------------------------------------------------------------------------------------

function markerAt(pixel) {
  return map.forEachFeatureAtPixel(pixel, (feature) => feature.getId() && feature, {
    hitTolerance: 4,
    layerFilter: (layer) => layer.getSource() === markers,
  });
}

function pointed(event) {
  if (event.dragging) {
    return;
  }
  const marker = markerAt(event.pixel);
  map.getTargetElement().classList.toggle('over-site', Boolean(marker));
  const id = marker ? marker.getId() : null;
  if (id !== hovered) {
    hoverSite(id);
    tell('hovered', id);
  }
}

function clicked(event) {
  const marker = markerAt(event.pixel);
  if (marker) {
    tell('site-asked', { id: marker.getId(), move: false });
  } else {
    tell('place-asked', { at: ol.proj.toLonLat(event.coordinate), url: infoUrl(event.coordinate) });
  }
}

/** Ids of the shown layers, topmost first. */
function shownLayers() {
  return [...pictures.entries()]
    .filter(([, picture]) => picture.getVisible())
    .sort(([, a], [, b]) => b.getZIndex() - a.getZIndex())
    .map(([id]) => id)
    .filter((id) => id !== 'land');
}

function infoUrl(coordinate) {
  const layers = shownLayers();
  if (layers.length === 0) {
    return null;
  }
  const half = (map.getView().getResolution() * INFO_PIXELS) / 2;
  const [x, y] = coordinate;
  return '/wms?' + new URLSearchParams({
    SERVICE: 'WMS',
    VERSION: '1.3.0',
    REQUEST: 'GetFeatureInfo',
    LAYERS: layers.join(','),
    QUERY_LAYERS: layers.join(','),
    STYLES: '',
    CRS: 'EPSG:3857',
    BBOX: [x - half, y - half, x + half, y + half].join(','),
    WIDTH: INFO_PIXELS,
    HEIGHT: INFO_PIXELS,
    I: (INFO_PIXELS - 1) / 2,
    J: (INFO_PIXELS - 1) / 2,
    FORMAT: 'image/png',
    INFO_FORMAT: 'application/json',
    FEATURE_COUNT: 10,
  });
}
