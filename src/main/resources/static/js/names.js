// Names that stand in the data itself: cities in English, titles of classes.

import { get } from './api.js';
import { currentLanguage, has, say, t } from './language.js';
import { state } from './state.js';

const english = new Map();

/** Reads the English names of the cities; without them the Chinese ones are shown. */
export async function readCities() {
  const city = state.layers.get('city');
  if (!city || city.empty || !city.attributes.some((attribute) => attribute.name === 'name_en')) {
    return;
  }
  const query = new URLSearchParams({
    service: 'WFS',
    version: '2.0.0',
    request: 'GetFeature',
    typeNames: 'city',
    propertyName: 'name_zh,name_en',
    outputFormat: 'application/json',
  });
  try {
    const answer = await get('/wfs?' + query);
    for (const { properties } of answer.features) {
      english.set(properties.name_zh, properties.name_en);
    }
  } catch {
    english.clear();
  }
}

/** The name of a place that the data name in Chinese, or in both languages with a stroke between. */
export function place(name) {
  const both = (name || '').split(' / ');
  if (both.length === 2) {
    return both[currentLanguage() === 'zh' ? 0 : 1];
  }
  return (currentLanguage() === 'en' && english.get(name)) || name || '–';
}

/** The title of a class code of a layer's attribute, or the code itself. */
export function className(layerId, attributeName, code) {
  const layer = state.layers.get(layerId);
  const attribute = layer && layer.attributes.find((candidate) => candidate.name === attributeName);
  const found = attribute && attribute.classes.find((candidate) => candidate.code === String(code));
  return found ? say(found.title) : String(code);
}

/** The title of a class code, whichever attribute of the layer defines it. */
export function anyClassName(layerId, code) {
  const layer = state.layers.get(layerId);
  for (const attribute of layer ? layer.attributes : []) {
    const found = attribute.classes.find((candidate) => candidate.code === code);
    if (found) {
      return say(found.title);
    }
  }
  return code;
}

export function layerTitle(id) {
  const layer = state.layers.get(id);
  return layer ? say(layer.title) : id;
}

/** The name of a technology code. */
export function technology(code) {
  const named = code ? className('candidate-site', 'technology', code) : '–';
  return named !== code ? named : has('technology.' + code) ? t('technology.' + code) : named;
}
