// The account of the region's carbon sinks: total, strata with their factors, cities.

import { get, post } from './api.js';
import { completeness, flows, methods, partitionChoice, partitionsOf, zoneTable } from './account-tables.js';
import { byId, el, fill, icon, ICONS, intervalBar } from './dom.js';
import { currentLanguage, date, has, number, say, short, t, unitName } from './language.js';
import { anyClassName, layerTitle } from './names.js';
import { follow, message } from './sites.js';
import { uncertainty } from './uncertainty.js';

const COLOURS = ['#0b6e69', '#d98c2b', '#4f86c6', '#7a9e3d', '#a0568c', '#8a6f4e', '#5b6770', '#c25b4e'];
const PER_MEGATONNE = 1e6;

let run = null;
let trouble = null;
let read = false;
let running = false;
let partition = null;
const open = new Set();

/** Reads the account when the tab is first seen, or anew. */
export async function readSinks(anew = false) {
  if (read && !anew) {
    return;
  }
  read = true;
  trouble = null;
  try {
    run = await get('/api/accounts');
  } catch (error) {
    run = null;
    trouble = error.status === 404 ? null : error.message;
  }
  drawSinks();
}

/** Whether the account has been asked for. */
export function sinksRead() {
  return read;
}

export function drawSinks() {
  const tab = byId('sinks');
  if (trouble) {
    fill(tab, message('trouble', trouble, t('retry'), () => readSinks(true)));
  } else if (running) {
    fill(tab, el('p', { class: 'message', role: 'status' }, el('span', { class: 'spinner' }), t('sinks.computing')));
  } else if (!run) {
    fill(tab, message('empty', t('sinks.none'), t('sinks.compute'), compute));
  } else {
    const account = run.result;
    fill(tab, el('div', { class: 'sinks' },
      total(account), strata(account), zones(account), methods(account), uncertainty(account),
      completeness(account, stratumName)));
  }
}

async function compute() {
  running = true;
  drawSinks();
  await follow(post('/api/runs', { kind: 'account' }), () => readSinks(true));
  running = false;
  drawSinks();
}

function colourOf(account, layer) {
  const layers = [...new Set(account.strata.map((stratum) => stratum.layer))];
  return COLOURS[Math.max(0, layers.indexOf(layer)) % COLOURS.length];
}

function mega(tonnes) {
  return short(tonnes / PER_MEGATONNE, 3);
}

function total(account) {
  const sum = account.total;
  return el(
    'section',
    { class: 'hero' },
    el('h3', {}, t('sinks.total')),
    el('p', { class: 'hero-figure' }, mega(sum.stock_tc), el('small', {}, ' ' + unitName('Mt C'))),
    intervalBar(sum.low_tc, sum.stock_tc, sum.high_tc, sum.high_tc * 1.08),
    el('p', { class: 'quiet' }, t('sinks.interval', { low: mega(sum.low_tc), high: mega(sum.high_tc), unit: unitName('Mt C') })),
    el(
      'dl',
      { class: 'facts' },
      el('dt', {}, t('sinks.co2e')), el('dd', {}, mega(sum.stock_tco2e) + ' ' + unitName('Mt CO2e')),
      flows(sum),
      el('dt', {}, t('sinks.area')), el('dd', {}, number(sum.area_ha) + ' ' + unitName('ha')),
      el('dt', {}, t('sites.cell')), el('dd', {}, number(account.cell_m, 1) + ' m'),
      el('dt', {}, t('card.run')), el('dd', {}, date(run.finished))),
    missing(account),
    el('button', { type: 'button', class: 'button', onclick: compute }, icon(ICONS.play), t('sinks.again')),
    documents());
}

/** The account as documents of this run. */
function documents() {
  const path = '/api/runs/' + encodeURIComponent(run.id);
  return el(
    'p',
    { class: 'documents' },
    el('a', { href: path + '/report.html?lang=' + currentLanguage(), target: '_blank', rel: 'noopener' }, t('sinks.report')),
    el('a', { href: path + '/tables.xlsx', download: true }, t('sinks.tables')),
    el('a', { href: path + '/tables/strata.csv', download: true }, t('sinks.strata-csv')),
    el('a', { href: path + '/tables/zones.csv', download: true }, t('sinks.zones-csv')));
}

function missing(account) {
  const without = account.without_factor || [];
  return without.length === 0
    ? null
    : el('p', { class: 'note' }, t('sinks.without', {
        list: without.map((item) => stratumName(item) + ' (' + number(item.area_ha) + ' ' + unitName('ha') + ')').join(t('list.comma')),
      }));
}

/** A stratum in words: its own title, or its layer and class. */
function stratumName(stratum) {
  if (stratum.title && say(stratum.title)) {
    return say(stratum.title);
  }
  const base = layerTitle(stratum.layer);
  return stratum.class && stratum.class !== '*' ? base + ' · ' + anyClassName(stratum.layer, stratum.class) : base;
}

function strata(account) {
  const rows = [...account.strata].sort((a, b) => b.stock_tc - a.stock_tc);
  const most = Math.max(...rows.map((stratum) => stratum.high_tc || 0), 1) * 1.02;
  return el(
    'section',
    { class: 'strata' },
    el('h3', {}, t('sinks.strata')),
    el(
      'table',
      { class: 'plain-table' },
      el('thead', {}, el('tr', {},
        el('th', { scope: 'col' }, t('sinks.stratum')),
        el('th', { scope: 'col', class: 'number' }, t('column.area'), el('small', {}, unitName('ha'))),
        el('th', { scope: 'col', class: 'number' }, t('sinks.stock'), el('small', {}, unitName('t C'))),
        el('th', { scope: 'col', class: 'wide' }, t('sinks.range')))),
      el('tbody', {}, rows.map((stratum) => stratumRows(account, stratum, most)))));
}

function stratumRows(account, stratum, most) {
  const key = stratum.layer + '/' + stratum.class;
  const pools = el('tr', { class: 'pools', hidden: !open.has(key) }, el('td', { colspan: 4 }, poolTable(stratum)));
  const swatch = el('span', { class: 'swatch' });
  swatch.style.backgroundColor = colourOf(account, stratum.layer);
  const opener = el(
    'button',
    { type: 'button', class: 'row-opener', 'aria-expanded': String(open.has(key)) },
    icon(ICONS.chevron),
    swatch,
    el('span', {}, stratumName(stratum)));
  opener.addEventListener('click', () => {
    pools.hidden = !pools.hidden;
    opener.setAttribute('aria-expanded', String(!pools.hidden));
    open[pools.hidden ? 'delete' : 'add'](key);
  });
  const row = el(
    'tr',
    {},
    el('th', { scope: 'row' }, opener),
    el('td', { class: 'number' }, number(stratum.area_ha)),
    el('td', { class: 'number' }, number(stratum.stock_tc)),
    el('td', { class: 'wide', title: t('card.interval', { low: number(stratum.low_tc), high: number(stratum.high_tc) }) }, intervalBar(stratum.low_tc, stratum.stock_tc, stratum.high_tc, most)));
  return [row, pools];
}

function poolTable(stratum) {
  if (!stratum.pools || stratum.pools.length === 0) {
    return el('p', { class: 'quiet' }, t('sinks.no-factor'));
  }
  return el(
    'table',
    { class: 'small-table' },
    el('thead', {}, el('tr', {},
      ['sinks.pool', 'sinks.density', 'sinks.stock', 'sinks.factor'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, stratum.pools.map((pool) =>
      el(
        'tr',
        {},
        el('th', { scope: 'row' }, has('pool.' + pool.pool) ? t('pool.' + pool.pool) : pool.pool),
        el('td', {}, short(pool.density), ' ', unitName('t C/ha')),
        el('td', {}, number(pool.stock_tc), ' ', unitName('t C')),
        el('td', { class: 'factor' }, (pool.factors || []).map((row) => factor(row, pool)))))));
}

function factor(row, pool) {
  const facts = [
    has('set.' + pool.set) ? t('set.' + pool.set) : pool.set,
    row.method,
    row.edition,
    row.tier && t('sinks.tier', { tier: row.tier }),
    row.confidence && t('sinks.confidence', { confidence: has('confidence.' + row.confidence) ? t('confidence.' + row.confidence) : row.confidence }),
  ];
  return [
    el('span', { class: 'mono' }, row.id || ''),
    el('span', {}, ' ', short(row.value), ' (', short(row.low), '–', short(row.high), ') ', unitName(row.unit)),
    el('span', { class: 'quiet' }, ' ' + facts.filter(Boolean).join(' · ')),
    el('p', { class: 'quiet' }, row.source || ''),
  ];
}

function zones(account) {
  const list = partitionsOf(account);
  const chosen = list.find((candidate) => candidate.id === partition) || list[0];
  return el(
    'section',
    { class: 'zones' },
    el('h3', {}, say(chosen.title)),
    list.length < 2 ? null : partitionChoice(list, chosen, (id) => {
      partition = id;
      drawSinks();
    }),
    legend(account),
    zoneTable(chosen, (zone, most) => stack(account, zone, most)));
}

/** A zone's stock as a bar with one piece a layer. */
function stack(account, zone, most) {
  const byLayer = new Map();
  for (const stratum of zone.strata || []) {
    byLayer.set(stratum.layer, (byLayer.get(stratum.layer) || 0) + stratum.stock_tc);
  }
  const track = el('span', { class: 'stack', 'aria-hidden': 'true' });
  for (const [layer, stock] of byLayer) {
    const piece = el('span', { class: 'piece', title: layerTitle(layer) + ' ' + number(stock) });
    piece.style.width = ((100 * stock) / most).toFixed(2) + '%';
    piece.style.backgroundColor = colourOf(account, layer);
    track.append(piece);
  }
  return track;
}

function legend(account) {
  const layers = [...new Set(account.strata.map((stratum) => stratum.layer))];
  return el('ul', { class: 'key' }, layers.map((layer) => {
    const swatch = el('span', { class: 'swatch' });
    swatch.style.backgroundColor = colourOf(account, layer);
    return el('li', {}, swatch, layerTitle(layer));
  }));
}
