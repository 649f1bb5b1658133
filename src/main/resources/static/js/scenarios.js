// Scenarios: stock and flux of carbon year by year, and restorations by tonnes per yuan.

import { get, post } from './api.js';
import { byId, el, fill, icon, ICONS } from './dom.js';
import { number, say, short, t, unitName } from './language.js';
import { follow, message } from './sites.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 520;
const HEIGHT = 170;
const LEFT = 64;
const BOTTOM = 22;
const PER_MEGATONNE = 1e6;

let list = null;
let chosen = null;
let result = null;
let trouble = null;
let busy = false;
let unrun = false;

/** Reads the scenarios when the tab is first seen. */
export async function readScenarios() {
  if (list) {
    return;
  }
  try {
    list = await get('/api/scenarios');
    trouble = null;
  } catch (error) {
    trouble = error.message;
  }
  drawScenarios();
  if (list && list.length > 0) {
    await choose((list.find((scenario) => scenario.id !== 'reference') || list[0]).id);
  }
}

async function choose(id) {
  chosen = id;
  busy = true;
  result = null;
  trouble = null;
  unrun = false;
  drawScenarios();
  try {
    const answer = await get('/api/scenarios/' + encodeURIComponent(id));
    if (chosen === id) {
      result = answer;
    }
  } catch (error) {
    unrun = error.status === 404 && list.some((scenario) => scenario.id === id && scenario.mapped);
    trouble = unrun ? null : error.message;
  }
  busy = false;
  drawScenarios();
}

/** Runs the chosen scenario of dated maps and shows what it gave. */
async function compute() {
  const id = chosen;
  busy = true;
  drawScenarios();
  await follow(post('/api/runs', { kind: 'scenario', plan: id }), () => chosen === id && choose(id));
  busy = false;
  drawScenarios();
}

export function drawScenarios() {
  const tab = byId('scenarios');
  if (!list) {
    fill(tab, trouble ? message('trouble', trouble, t('retry'), readScenarios) : el('p', { class: 'message' }, t('loading')));
  } else if (list.length === 0) {
    fill(tab, el('p', { class: 'message' }, t('scenarios.none')));
  } else {
    fill(tab, el('div', { class: 'sinks' }, head(), body()));
  }
}

function head() {
  const options = list.map((scenario) => el('option', { value: scenario.id, selected: scenario.id === chosen }, say(scenario.title)));
  return el(
    'section',
    { class: 'hero' },
    el('label', { for: 'scenario' }, t('scenarios.choose')),
    el('select', { id: 'scenario', class: 'scenario-choice', onchange: (event) => choose(event.target.value) }, options),
    result && facts());
}

function facts() {
  const total = result.total;
  const unit = ' ' + unitName('Mt CO2e');
  const range = (of) => short(of.value / PER_MEGATONNE, 3) + ' (' + short(of.low / PER_MEGATONNE, 3) + '–' + short(of.high / PER_MEGATONNE, 3) + ')';
  return [
    el('p', { class: 'badge ' + result.quality }, t('quality.' + result.quality)),
    el(
      'dl',
      { class: 'facts' },
      el('dt', {}, t('scenarios.last', { year: result.end_year })), el('dd', {}, range(total.stock_last_tc) + ' ' + unitName('Mt C')),
      el('dt', {}, t('scenarios.additional')), el('dd', {}, range(total.additional_tco2e) + unit),
      total.net_present_value_yuan.value !== null && [
        el('dt', {}, t('scenarios.value')), el('dd', {}, range(total.net_present_value_yuan) + ' ' + t('scenarios.myuan'))]),
    el('p', { class: 'quiet' }, say(result.areas)),
    el('a', { class: 'button', href: '/api/scenarios/' + encodeURIComponent(result.id) + '/years.csv', download: '' }, t('scenarios.table')),
    result.maps && el('a', { class: 'button', href: '/api/scenarios/' + encodeURIComponent(result.id) + '/years.tif', download: '' }, t('scenarios.map')),
    result.maps && el('button', { type: 'button', class: 'button', onclick: compute }, icon(ICONS.play), t('sinks.again')),
  ];
}

function body() {
  if (trouble) {
    return message('trouble', trouble, t('retry'), () => choose(chosen));
  }
  if (unrun && !busy) {
    return message('empty', t('scenarios.unrun'), t('scenarios.compute'), compute);
  }
  if (busy || !result) {
    return el('p', { class: 'message', role: 'status' }, el('span', { class: 'spinner' }), t('loading'));
  }
  return [charts(), result.maps ? changes() : ranking()];
}

/** What changed its class between the dated maps. */
function changes() {
  const names = new Map(result.classes.map((of) => [of.id, say(of.title)]));
  const head = ['scenarios.year', 'scenarios.from', 'scenarios.to', 'column.area'];
  return el(
    'section',
    {},
    el('h3', {}, t('scenarios.changes')),
    el(
      'table',
      { class: 'plain-table' },
      el('thead', {}, el('tr', {}, head.map((key) => el('th', { scope: 'col' }, t(key))))),
      el('tbody', {}, result.transitions.map((of) => el(
        'tr',
        {},
        el('td', { class: 'number' }, String(of.start_year)),
        el('td', {}, names.get(of.from)),
        el('td', {}, names.get(of.to)),
        el('td', { class: 'number' }, number(of.area_ha)))))));
}

function charts() {
  const years = result.years;
  return el(
    'section',
    {},
    el('h3', {}, t('scenarios.stock'), el('small', {}, ' ' + unitName('Mt C'))),
    chart(t('scenarios.stock'), years, 'stock_tc', 'stock_low_tc', 'stock_high_tc'),
    el('h3', {}, t('scenarios.flux'), el('small', {}, ' ' + unitName('Mt CO2e'))),
    chart(t('scenarios.flux'), years.slice(1), 'net_tco2e', 'net_low_tco2e', 'net_high_tco2e'));
}

/** A line over the years within its interval. */
function chart(title, years, key, low, high) {
  const least = Math.min(0, ...years.map((year) => year[low]));
  const most = Math.max(...years.map((year) => year[high]), least + 1);
  const x = (i) => LEFT + ((WIDTH - LEFT - 8) * i) / Math.max(1, years.length - 1);
  const y = (value) => 8 + ((HEIGHT - BOTTOM - 8) * (most - value)) / (most - least);
  const points = (name) => years.map((year, i) => x(i).toFixed(1) + ',' + y(year[name]).toFixed(1));
  const svg = node('svg', { viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, role: 'img', class: 'scenario-chart' });
  const last = years[years.length - 1];
  svg.append(
    text('title', {}, title + ': ' + years[0].year + ' ' + number(years[0][key]) + ', ' + last.year + ' ' + number(last[key])),
    node('polygon', { points: [...points(low), ...points(high).reverse()].join(' '), class: 'scenario-range' }),
    node('line', { x1: LEFT, x2: WIDTH - 8, y1: y(0), y2: y(0), class: 'scenario-axis' }),
    node('polyline', { points: points(key).join(' '), class: 'scenario-line' }));
  for (const value of [least, most]) {
    svg.append(text('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, short(value / PER_MEGATONNE, 3)));
  }
  for (const i of [0, Math.floor((years.length - 1) / 2), years.length - 1]) {
    svg.append(text('text', { x: x(i), y: HEIGHT - 6, 'text-anchor': i === 0 ? 'start' : i === years.length - 1 ? 'end' : 'middle' }, String(years[i].year)));
  }
  return svg;
}

function node(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  return made;
}

function text(tag, attributes, content) {
  const made = node(tag, attributes);
  made.append(content);
  return made;
}

function ranking() {
  if (result.candidates.length === 0) {
    return el('section', {}, el('h3', {}, t('scenarios.ranking')), el('p', { class: 'quiet' }, t('scenarios.no-restoration')));
  }
  const head = ['scenarios.measure', 'column.area', 'scenarios.tonnes', 'scenarios.cost', 'scenarios.rate'];
  return el(
    'section',
    {},
    el('h3', {}, t('scenarios.ranking')),
    el(
      'table',
      { class: 'plain-table' },
      el('thead', {}, el('tr', {}, head.map((key) => el('th', { scope: 'col' }, t(key))))),
      el('tbody', {}, result.candidates.map((candidate) => el(
        'tr',
        {},
        el('th', { scope: 'row' }, say(candidate.title)),
        el('td', { class: 'number' }, number(candidate.area_ha)),
        el('td', { class: 'number' }, number(candidate.additional_tco2e.value)),
        el('td', { class: 'number' }, amount(candidate.cost_yuan.value, PER_MEGATONNE)),
        el('td', { class: 'number', title: candidate.note }, amount(candidate.tco2e_per_yuan.value, 1e-3)))))));
}

function amount(value, divisor) {
  return value === null ? '–' : short(value / divisor, 3);
}
