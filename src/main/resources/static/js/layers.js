// The layer tree: themes, each with its layers, each with its legend, opacity and origin.

import { byId, el, fill, icon, ICONS } from './dom.js';
import { date, has, number, say, t, unitName } from './language.js';
import { fitBox, isShown, setOpacity, show } from './map.js';
import { planOf } from './plans.js';
import { on, state } from './state.js';

const AT_START = ['land', 'province', 'city', 'candidate-site'];
const opacities = new Map();
const open = new Set();
let closedThemes = null;

/** Shows the layers that a first look needs. */
export function showFirstLayers() {
  for (const id of AT_START) {
    if (state.layers.has(id)) {
      show(id, true);
    }
  }
}

/** Draws the tree, again after a change of language or content. */
export function drawTree() {
  const tree = byId('layer-tree');
  const layers = [...state.layers.values()];
  closedThemes ??= new Set(
    state.region.themes.map((theme) => theme.id).filter((id) => !themeLayers(id).some((layer) => isShown(layer.id))));
  tree.setAttribute('aria-busy', 'false');
  byId('layers-count').textContent = t('layers.count', { count: layers.length });
  fill(tree, state.region.themes.map((theme) => drawTheme(theme)));
  if (layers.length === 0) {
    fill(tree, el('p', { class: 'empty' }, t('layers.none')));
  }
}

function themeLayers(theme) {
  return [...state.layers.values()].filter((layer) => layer.theme === theme);
}

function drawTheme(theme) {
  const layers = themeLayers(theme.id);
  if (layers.length === 0) {
    return null;
  }
  const details = el(
    'details',
    { class: 'theme', open: !closedThemes.has(theme.id) },
    el('summary', {}, icon(ICONS.chevron), el('span', {}, say(theme.title)), el('span', { class: 'quiet' }, String(layers.length))),
    el('ul', {}, inPlans(layers)));
  details.addEventListener('toggle', () => (details.open ? closedThemes.delete(theme.id) : closedThemes.add(theme.id)));
  return details;
}

/** Results of a plan stand under its title, after those of the whole region. */
function inPlans(layers) {
  const plans = state.plans.filter((plan) => layers.some((layer) => layer.plan === plan.id));
  return [
    layers.filter((layer) => !layer.plan).map(drawLayer),
    plans.map((plan) => [
      el('li', { class: 'plan-title quiet' }, say(plan.title)),
      layers.filter((layer) => layer.plan === plan.id).map(drawLayer),
    ]),
  ];
}

/** The title of a layer; what repeats its plan's title is left out below that title. */
export function titleOf(layer) {
  const title = say(layer.title);
  const plan = layer.plan && state.plans.find((candidate) => candidate.id === layer.plan);
  const suffix = plan ? say(plan.title) : '';
  return suffix && title.endsWith(suffix) ? title.slice(0, -suffix.length).replace(/[\s:：·]+$/, '') : title;
}

function drawLayer(layer) {
  const boxId = 'layer-' + layer.id;
  const more = el('div', { class: 'layer-more', id: 'more-' + layer.id, hidden: !open.has(layer.id) });
  const opener = el(
    'button',
    {
      type: 'button',
      class: 'icon-button small opener',
      'aria-expanded': String(open.has(layer.id)),
      'aria-controls': more.id,
      'aria-label': t('layers.more', { layer: say(layer.title) }),
      title: t('layers.more', { layer: say(layer.title) }),
      onclick: () => toggleMore(layer, more, opener),
    },
    icon(ICONS.chevron));
  if (open.has(layer.id)) {
    fill(more, drawMore(layer));
  }
  return el(
    'li',
    { class: 'layer' + (layer.empty ? ' is-empty' : '') },
    el(
      'div',
      { class: 'layer-row' },
      el('input', {
        type: 'checkbox',
        id: boxId,
        checked: isShown(layer.id),
        dataset: { layer: layer.id },
        onchange: (event) => show(layer.id, event.target.checked),
      }),
      el('label', { for: boxId }, titleOf(layer)),
      layer.empty ? el('span', { class: 'badge' }, t('layers.empty')) : null,
      opener),
    more);
}

function toggleMore(layer, more, opener) {
  const opening = !open.has(layer.id);
  if (opening) {
    open.add(layer.id);
    fill(more, drawMore(layer));
  } else {
    open.delete(layer.id);
  }
  more.hidden = !opening;
  opener.setAttribute('aria-expanded', String(opening));
}

function drawMore(layer) {
  const legend = el('img', { class: 'legend', alt: t('layers.legend-of', { layer: say(layer.title) }), loading: 'lazy', src: legendOf(layer) });
  legend.addEventListener('error', () => legend.remove());
  return [
    legend,
    el(
      'label',
      { class: 'opacity' },
      el('span', {}, t('layers.opacity')),
      el('input', {
        type: 'range',
        min: 0,
        max: 100,
        step: 5,
        value: opacities.get(layer.id) ?? 100,
        oninput: (event) => {
          opacities.set(layer.id, Number(event.target.value));
          setOpacity(layer.id, event.target.value / 100);
        },
      })),
    ruleKey(layer),
    el('p', { class: 'summary' }, say(layer.summary)),
    el('dl', { class: 'facts' }, facts(layer)),
    layer.bbox
      ? el('button', { type: 'button', class: 'link', onclick: () => fitBox(layer.bbox) }, icon(ICONS.target), t('layers.zoom'))
      : null,
  ];
}

/** Which rule each number of an exclusion raster's legend stands for. */
function ruleKey(layer) {
  if (!layer.plan || layer.id !== 'exclusion-' + layer.plan) {
    return null;
  }
  const list = el('ol', { class: 'rules quiet' });
  planOf(layer.plan).then((plan) => {
    const result = plan.current_run && plan.current_run.result;
    fill(list, ((result && result.exclusions) || []).map((rule) => el('li', {}, say(rule.title))));
  }, () => list.remove());
  return list;
}

function legendOf(layer) {
  return layer.legend + '&language=' + document.documentElement.lang.slice(0, 2);
}

function facts(layer) {
  const last = layer.loads[layer.loads.length - 1];
  return [
    [t('layers.quality'), qualityBadge(layer.quality)],
    [t('layers.content'), content(layer)],
    [t('layers.source'), layer.source],
    [t('layers.licence'), layer.licence],
    [t('layers.date'), layer.date],
    [t('layers.loaded'), last ? last.file + ' · ' + date(last.loaded) : null],
  ]
    .filter(([, value]) => value)
    .map(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]);
}

function content(layer) {
  if (layer.kind === 'raster') {
    const unit = layer.band && layer.band.unit !== '1' ? ' (' + unitName(layer.band.unit) + ')' : '';
    return t('kind.raster') + unit;
  }
  return t('layers.features', { count: number(layer.count), kind: t('kind.' + layer.geometry) });
}

/** How far something may be relied on, as a badge. */
export function qualityBadge(quality) {
  const key = 'quality.' + quality;
  return el('span', { class: 'badge ' + quality, title: has(key + '.long') ? t(key + '.long') : null }, has(key) ? t(key) : quality);
}

on('shown', ({ id, visible }) => {
  const box = byId('layer-' + id);
  if (box) {
    box.checked = visible;
  }
  const picture = opacities.get(id);
  if (visible && picture !== undefined) {
    setOpacity(id, picture / 100);
  }
});
