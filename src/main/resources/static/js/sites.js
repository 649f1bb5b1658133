// The ranked sites of a plan: choosing, running, reading the table.

import { titleOf } from './layers.js';
import { get, post, remove, watch } from './api.js';
import { bar, byId, el, fill, icon, ICONS } from './dom.js';
import { date, has, number, say, short, t, unitName } from './language.js';
import { hoverSite, isShown, show, showSites } from './map.js';
import { place, technology } from './names.js';
import { on, state, tell, toAddress } from './state.js';

const CELLS_M = [50, 100, 200, 500, 1000];
const COLUMNS = [
  { name: 'rank', kind: 'number', value: (site) => site.rank },
  { name: 'city', kind: 'text', value: (site) => place(site.city) },
  { name: 'technology', kind: 'text', value: (site) => site.technology },
  { name: 'area', kind: 'number', value: (site) => site.area_ha, unit: 'ha' },
  { name: 'capacity', kind: 'number', value: (site) => site.capacity_mw, unit: 'MW' },
  { name: 'energy', kind: 'number', value: (site) => site.energy_gwh, unit: 'GWh/yr' },
  { name: 'score', kind: 'number', value: (site) => site.score },
  { name: 'carbon', kind: 'number', value: (site) => site.carbon_disturbed_tc, unit: 't C' },
  { name: 'payback', kind: 'number', value: (site) => site.payback_years, unit: 'years' },
];

let sites = [];
let total = 0;
let sorted = { column: 'rank', rising: true };
let detail = null;
let running = null;
let trouble = null;

/** The current plan with its rules, sources and current run. */
export function planDetail() {
  return detail;
}

/** Whether a run that was started here is under way. */
export function runsHere() {
  return running !== null;
}

/** Chooses a plan and reads its sites. */
export async function choosePlan(id) {
  const other = state.plan !== id;
  state.plan = id;
  if (other) {
    state.site = null;
    tell('site-left');
  }
  toAddress();
  sites = [];
  detail = null;
  trouble = null;
  drawSites(true);
  try {
    const [plan, page] = await Promise.all([
      get('/api/plans/' + encodeURIComponent(id)),
      get('/api/sites?limit=2000&plan=' + encodeURIComponent(id)),
    ]);
    if (state.plan !== id) {
      return;
    }
    detail = plan;
    sites = page.sites;
    total = page.total;
  } catch (error) {
    trouble = error.message;
  }
  showSites(sites);
  drawSites(false);
}

/** Draws the tab; `loading` while the answer is under way. */
export function drawSites(loading) {
  const focused = document.activeElement && document.activeElement.id;
  fill(byId('plan-tools'), planTools());
  fill(byId('sites'), el('div', { class: 'sites' }, toolbar(), summary(), table(loading)));
  if (focused && byId(focused)) {
    byId(focused).focus();
  }
}

// ---- choosing and running ------------------------------------------------------------------------------------------

function toolbar() {
  return el(
    'div',
    { class: 'toolbar' },
    field('plan', t('sites.plan'), state.plans.map((plan) => [plan.id, say(plan.title)]), state.plan, (id) => choosePlan(id)),
    field('rule-set', t('sites.rule-set'), ruleSets(), shownRuleSet()),
    field('cell', t('sites.cell'), cells(), String(shownCell())),
    el('div', { id: 'run', class: 'run' }, runControls()),
    runNote());
}

/** What belongs to the plan as a whole, beside the tabs. */
function planTools() {
  return [
    planLayers(),
    el(
      'button',
      { type: 'button', id: 'plan-card', class: 'button small', disabled: !detail, onclick: () => tell('plan-asked', detail) },
      icon(ICONS.list),
      el('span', {}, t('sites.plan-card'))),
  ];
}

function field(id, label, options, chosen, changed) {
  return el(
    'label',
    { class: 'field' },
    el('span', {}, label),
    el(
      'select',
      { id, onchange: changed ? (event) => changed(event.target.value) : null },
      options.map(([value, text]) => {
        const option = el('option', { value }, text);
        option.selected = value === chosen;
        return option;
      })));
}

/** The rule set of the run that is shown, otherwise the plan's own. */
function shownRuleSet() {
  const result = detail && detail.current_run && detail.current_run.result;
  return (result && result.rule_set) || (detail && detail.rule_set) || '';
}

function shownCell() {
  const result = detail && detail.current_run && detail.current_run.result;
  return result ? result.grid.cell_m : state.region.cell_m;
}

function cells() {
  const sizes = new Set([...CELLS_M, state.region.cell_m, shownCell()]);
  return [...sizes].sort((a, b) => a - b).map((m) => [String(m), number(m, 1) + ' m']);
}

function ruleSets() {
  const sets = (detail && detail.rule_sets) || [];
  const list = sets.map((set) => [set.id, say(set.title)]);
  return detail && detail.rule_set ? list : [['', t('sites.no-rule-set')], ...list];
}

/** Switches for the rasters of the plan. */
function planLayers() {
  const rasters = [...state.layers.values()].filter((layer) => layer.plan === state.plan && layer.kind === 'raster' && !layer.empty);
  return rasters.map((layer) => {
    return el(
      'button',
      {
        type: 'button',
        class: 'chip',
        dataset: { chip: layer.id },
        'aria-pressed': String(isShown(layer.id)),
        title: say(layer.title),
        onclick: () => show(layer.id, !isShown(layer.id)),
      },
      titleOf(layer));
  });
}

function runControls() {
  if (!running) {
    return el('button', { type: 'button', id: 'run-start', class: 'button primary', disabled: !detail, onclick: start }, icon(ICONS.play), t('run.start'));
  }
  const share = Math.round((running.progress || 0) * 100);
  const progress = el('progress', { max: 100, value: share, 'aria-label': t('run.progress') });
  return [
    el('div', { class: 'run-state', role: 'status' }, el('span', {}, share + ' %'), el('span', { class: 'quiet' }, stage(running) + left(running))),
    progress,
    el('button', { type: 'button', id: 'run-stop', class: 'icon-button', 'aria-label': t('run.cancel'), title: t('run.cancel'), onclick: stop }, icon(ICONS.stop)),
  ];
}

function stage(run) {
  const key = 'stage.' + run.stage;
  return run.state === 'queued' ? t('run.queued') : has(key) ? t(key) : run.stage || '';
}

function left(run) {
  return run.seconds_left > 1 ? ' · ' + t('run.left', { seconds: run.seconds_left }) : '';
}

async function start() {
  const plan = state.plan;
  const body = { kind: 'siting', plan, cell_m: Number(byId('cell').value) };
  if (byId('rule-set').value) {
    body.rule_set = byId('rule-set').value;
  }
  await follow(post('/api/runs', body), () => choosePlan(plan));
}

/** Follows a run to its end, with its progress in the toolbar; `done` when it completed. */
export async function follow(starting, done) {
  try {
    running = await starting;
    const end = await watch(running, (now) => {
      running = now;
      drawRun();
      tell('run-progress', now);
    });
    running = null;
    if (end.state === 'completed') {
      tell('run-completed', end);
      await done();
    } else if (end.state !== 'cancelled') {
      tell('trouble', end.error || t('run.failed'));
    }
  } catch (error) {
    running = null;
    tell('trouble', error.message);
  }
  drawRun();
  tell('run-progress', null);
}

function drawRun() {
  const place = byId('run');
  if (place) {
    fill(place, runControls());
  }
}

async function stop() {
  try {
    await remove(running.self);
  } catch (error) {
    tell('trouble', error.message);
  }
}

// ---- what the plan found ------------------------------------------------------------------------------------------

function summary() {
  const run = detail && detail.current_run;
  if (!run || !run.result || sites.length === 0) {
    return null;
  }
  const result = run.result;
  const avoided = sites.reduce((sum, site) => sum + (site.co2_avoided_t || 0), 0);
  return el(
    'div',
    { class: 'tiles' },
    tile(t('sites.tile.sites'), number(result.sites.count)),
    tile(t('sites.tile.available'), number(result.area.available_ha), 'ha'),
    tile(t('sites.tile.capacity'), short(result.sites.capacity_mw / 1000, 3), 'GW'),
    tile(t('sites.tile.energy'), short(result.sites.energy_gwh / 1000, 3), 'TWh/yr'),
    total === sites.length ? tile(t('sites.tile.avoided'), short(avoided / 1e6, 3), 'Mt CO2/yr') : null);
}

/** When and by which rules the shown sites came about. */
function runNote() {
  const run = detail && detail.current_run;
  if (!run || !run.result) {
    return null;
  }
  const values = { date: date(run.finished), cell: number(run.result.grid.cell_m, 1), rules: ruleSetTitle(run.result.rule_set) };
  return el('p', { class: 'quiet run-note' }, t('sites.run-note', values));
}

function ruleSetTitle(id) {
  const set = detail.rule_sets.find((candidate) => candidate.id === id);
  return set ? say(set.title) : id || t('sites.no-rule-set');
}

/** A figure with its name. */
export function tile(name, figure, unit) {
  return el(
    'div',
    { class: 'tile' },
    el('span', { class: 'tile-name' }, name),
    el('span', { class: 'tile-figure' }, figure, unit ? el('small', {}, ' ' + unitName(unit)) : null));
}

function table(loading) {
  if (trouble) {
    return message('trouble', trouble, t('retry'), () => choosePlan(state.plan));
  }
  if (loading) {
    return el('p', { class: 'message', role: 'status' }, el('span', { class: 'spinner' }), t('loading'));
  }
  if (sites.length === 0) {
    return message('empty', detail && detail.current_run ? t('sites.none') : t('sites.not-run'));
  }
  return el(
    'div',
    { class: 'table-frame' },
    el(
      'table',
      { class: 'ranked', 'aria-label': t('sites.table') },
      el('thead', {}, el('tr', {}, COLUMNS.map(heading))),
      el('tbody', { id: 'site-rows', onkeydown: keyed }, inOrder().map(row))));
}

/** An empty or failed state with, if there is one, a way on. */
export function message(kind, text, action, act) {
  return el(
    'div',
    { class: 'message ' + kind, role: kind === 'trouble' ? 'alert' : 'status' },
    el('p', {}, text),
    action ? el('button', { type: 'button', class: 'button', onclick: act }, action) : null);
}

function heading(column) {
  const active = sorted.column === column.name;
  return el(
    'th',
    { scope: 'col', class: column.kind + ' ' + column.name, 'aria-sort': active ? (sorted.rising ? 'ascending' : 'descending') : 'none' },
    el(
      'button',
      { type: 'button', id: 'sort-' + column.name, onclick: () => sortBy(column.name) },
      t('column.' + column.name),
      column.unit ? el('small', {}, unitName(column.unit)) : null));
}

function sortBy(name) {
  sorted = { column: name, rising: sorted.column === name ? !sorted.rising : name === 'rank' || name === 'city' || name === 'payback' };
  drawSites(false);
}

function inOrder() {
  const { value } = COLUMNS.find((column) => column.name === sorted.column);
  const sign = sorted.rising ? 1 : -1;
  return [...sites].sort((a, b) => {
    const x = value(a);
    const y = value(b);
    if (x === null || x === undefined || y === null || y === undefined) {
      return (x === null || x === undefined) - (y === null || y === undefined);
    }
    return sign * (typeof x === 'string' ? x.localeCompare(y, 'zh') : x - y) || a.rank - b.rank;
  });
}

function row(site, index) {
  const chosen = site.site_id === state.site;
  return el(
    'tr',
    {
      tabindex: chosen || (!state.site && index === 0) ? 0 : -1,
      'aria-selected': String(chosen),
      dataset: { site: site.site_id },
      onclick: () => tell('site-asked', { id: site.site_id, move: true }),
      onmouseenter: () => hoverSite(site.site_id),
      onmouseleave: () => hoverSite(null),
      onfocus: () => hoverSite(site.site_id),
    },
    el('td', { class: 'number' }, el('span', { class: 'rank-badge' }, number(site.rank))),
    el('td', { class: 'text' }, place(site.city)),
    el('td', { class: 'text technology' }, technology(site.technology)),
    el('td', { class: 'number' }, number(site.area_ha)),
    el('td', { class: 'number' }, number(site.capacity_mw)),
    el('td', { class: 'number' }, number(site.energy_gwh)),
    el('td', { class: 'number score' }, bar(site.score), el('span', {}, fixed(site.score))),
    el('td', { class: 'number' }, number(site.carbon_disturbed_tc)),
    el('td', { class: 'number' }, short(site.payback_years, 2)));
}

function fixed(score) {
  return score === null || score === undefined ? '–' : score.toFixed(3);
}

function keyed(event) {
  const here = event.target.closest('tr');
  if (!here) {
    return;
  }
  const rows = [...here.parentElement.children];
  const at = rows.indexOf(here);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, PageDown: Math.min(at + 10, rows.length - 1), PageUp: Math.max(at - 10, 0) }[event.key];
  if (to !== undefined && rows[to]) {
    event.preventDefault();
    here.tabIndex = -1;
    rows[to].tabIndex = 0;
    rows[to].focus();
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    tell('site-asked', { id: here.dataset.site, move: true });
  }
}

/** Marks the chosen site's row and brings it into sight. */
export function markRow() {
  for (const other of document.querySelectorAll('#site-rows tr')) {
    const chosen = other.dataset.site === state.site;
    other.setAttribute('aria-selected', String(chosen));
    if (chosen) {
      other.scrollIntoView({ block: 'nearest' });
    }
  }
}

on('hovered', (id) => {
  for (const other of document.querySelectorAll('#site-rows tr')) {
    other.classList.toggle('is-hovered', other.dataset.site === id);
  }
});

on('shown', ({ id, visible }) => {
  const chip = document.querySelector('[data-chip="' + CSS.escape(id) + '"]');
  if (chip) {
    chip.setAttribute('aria-pressed', String(visible));
  }
});
