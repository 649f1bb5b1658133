// The card: a site with the parts of its score and its carbon, a plan with what its rules took, or a place.

import { carbonBalance } from './balance.js';
import { bar, byId, el, fill, icon, ICONS, intervalBar } from './dom.js';
import { date, number, say, short, t, withUnit } from './language.js';
import { qualityBadge } from './layers.js';
import { degrees } from './map.js';
import { className, layerTitle, place, technology } from './names.js';
import { findPlan, keepPlan, planOf } from './plans.js';
import { tile } from './sites.js';
import { state, tell } from './state.js';

const NEAREST = 5;
let shown = null;

export function cardOpen() {
  return !byId('card').hidden;
}

export function closeCard() {
  shown = null;
  byId('card').hidden = true;
  tell('card', false);
}

/** Draws the card again in the page's language. */
export function redrawCard() {
  if (shown && cardOpen()) {
    shown();
  }
}

function open(kicker, title, body, leave) {
  const card = byId('card');
  const top = card.hidden;
  fill(
    card,
    el(
      'header',
      { class: 'card-head' },
      el('div', {}, el('p', { class: 'kicker' }, kicker), el('h2', {}, title)),
      el('button', { type: 'button', class: 'icon-button', id: 'card-close', 'aria-label': t('card.close'), title: t('card.close'), onclick: leave }, icon(ICONS.close))),
    el('div', { class: 'card-body' }, body));
  card.hidden = false;
  if (top) {
    tell('card', true);
  }
}

function leaveSite() {
  tell('site-left');
}

function section(title, ...body) {
  return el('section', { class: 'card-section' }, el('h3', {}, title), body);
}

// ---- a site -------------------------------------------------------------------------------------------------------

export async function showSite(site) {
  const plan = await planOf(site.plan).catch(() => null);
  shown = () => drawSite(site, plan);
  shown();
}

function drawSite(site, plan) {
  const kicker = (plan ? say(plan.title) : site.plan) + ' · ' + site.site_id;
  const title = t('card.site', { rank: number(site.rank), city: place(site.city) });
  open(kicker, title, [
    el('p', { class: 'badges' }, qualityBadge(site.quality || 'illustrative'), el('span', { class: 'badge' }, technology(site.technology))),
    el(
      'div',
      { class: 'tiles card-tiles' },
      tile(t('column.score'), site.score === null ? '–' : site.score.toFixed(3)),
      tile(t('column.area'), number(site.area_ha), 'ha'),
      tile(t('column.capacity'), number(site.capacity_mw), 'MW'),
      tile(t('column.energy'), number(site.energy_gwh), 'GWh/yr'),
      tile(t('card.hours'), number(site.full_load_hours), 'h/yr'),
      tile(t('column.payback'), short(site.payback_years, 2), 'years')),
    scoreSection(site),
    certaintySection(site),
    obstacleSection(site),
    plantSection(site),
    carbonSection(site),
    plan ? lossSection(plan.current_run && plan.current_run.result) : null,
    originSection(site, plan),
  ], leaveSite);
}

function scoreSection(site) {
  const criteria = site.criteria || [];
  if (criteria.length === 0) {
    return null;
  }
  const rows = criteria.map((criterion) =>
    el(
      'li',
      { class: 'criterion' },
      el('div', { class: 'line' }, el('span', { class: 'grow' }, say(criterion.title)), el('strong', {}, withUnit(metres(criterion), unitOf(criterion)))),
      bar(criterion.membership, 'member'),
      el(
        'div',
        { class: 'line quiet' },
        el('span', {}, t('card.membership'), ' ', short(criterion.membership, 2)),
        el('span', {}, '× ', t('card.weight'), ' ', short(criterion.weight, 2)),
        el('span', { class: 'part' }, '= ', criterion.part === null ? '–' : Number(criterion.part).toFixed(3)))));
  return section(
    t('card.score'),
    el('ul', { class: 'plain' }, rows),
    el('p', { class: 'line total' }, el('span', { class: 'grow' }, t('card.score-sum')), el('strong', {}, site.score === null ? '–' : site.score.toFixed(3))));
}

/** Long distances read better in kilometres. */
function metres(criterion) {
  return criterion.unit === 'm' && Math.abs(criterion.value) >= 1000 ? criterion.value / 1000 : criterion.value;
}

function unitOf(criterion) {
  return criterion.unit === 'm' && Math.abs(criterion.value) >= 1000 ? 'km' : criterion.unit;
}

function distance(m) {
  return Math.abs(m) >= 1000 ? withUnit(m / 1000, 'km') : withUnit(Math.round(m), 'm');
}

function obstacleSection(site) {
  const obstacles = (site.obstacles || []).slice(0, NEAREST);
  if (obstacles.length === 0) {
    return section(t('card.obstacles'), el('p', { class: 'quiet' }, t('card.no-obstacles')));
  }
  const rows = obstacles.map((obstacle) => {
    const most = Math.max(obstacle.distance_m, obstacle.required_m, 1);
    return el(
      'li',
      { class: 'obstacle' },
      el('div', { class: 'line' }, el('span', { class: 'grow' }, say(obstacle.title)), el('strong', {}, distance(obstacle.distance_m))),
      intervalBar(0, obstacle.required_m, obstacle.distance_m, most),
      el('div', { class: 'line quiet' }, el('span', { class: 'grow' }, layerTitle(obstacle.layer)), el('span', {}, t('card.required', { distance: distance(obstacle.required_m) }))));
  });
  return section(t('card.obstacles'), el('p', { class: 'quiet' }, t('card.obstacles-note')), el('ul', { class: 'plain' }, rows));
}

function carbonSection(site) {
  return section(t('card.carbon'), carbonBalance(site));
}

/** How sure the rank is: draws of weights, single weights, other rule sets. */
function certaintySection(site) {
  if (site.rank_low === null || site.rank_low === undefined) {
    return null;
  }
  const ranks = (site.sensitivity || []).map((change) => change.rank);
  return section(
    t('card.certainty'),
    el(
      'dl',
      { class: 'facts' },
      fact(t('card.rank-interval'), site.rank_low === site.rank_high ? String(site.rank_low) : site.rank_low + ' – ' + site.rank_high),
      fact(t('card.top-share'), number(site.top_share * 100, 0) + ' %'),
      ranks.length > 0 ? fact(t('card.single-weights'), Math.min(...ranks) + ' – ' + Math.max(...ranks)) : null,
      (site.rule_sets || []).map((other) => fact(t('card.under', { set: other.rule_set }), number(other.available_share * 100, 0) + ' %'))));
}

/** What a plant here would cost, and how it is connected. */
function plantSection(site) {
  const lcoe = site.lcoe_yuan_kwh;
  const priced = lcoe !== null && lcoe !== undefined;
  return section(
    t('card.plant'),
    priced ? el('div', { class: 'line' }, el('span', { class: 'grow' }, t('card.lcoe')), el('strong', {}, withUnit(lcoe.toFixed(3), 'yuan/kWh'))) : null,
    priced ? intervalBar(site.lcoe_low_yuan_kwh, lcoe, site.lcoe_high_yuan_kwh, site.lcoe_high_yuan_kwh * 1.08) : null,
    el(
      'dl',
      { class: 'facts' },
      fact(t('card.capacity-range'), number(site.capacity_low_mw) + ' – ' + number(site.capacity_high_mw) + ' MW'),
      site.capex_myuan ? fact(t('card.capex'), withUnit(rounded(site.capex_myuan), 'million yuan', 9)) : null,
      site.grid_substation ? fact(t('card.connection'), site.grid_substation + ' · ' + number(site.grid_voltage_kv) + ' kV · ' + number(site.grid_distance_km, 1) + ' km') : null,
      site.grid_sea_km > 0 ? fact(t('card.cable'), withUnit(site.grid_sea_km, 'km', 1)) : null,
      (site.targets || []).filter((target) => target.share !== null).map((target) => fact(t('card.target', { target: target.target }), number(target.share * 100, 1) + ' %'))),
    site.cost_basis ? el('p', { class: 'quiet' }, site.cost_basis) : null);
}

function rounded(value) {
  return value === null || value === undefined ? null : Math.round(value);
}

function fact(name, value) {
  return value ? [el('dt', {}, name), el('dd', {}, value)] : null;
}

function originSection(site, plan) {
  const run = plan && plan.current_run;
  const ruleSet = plan && plan.rule_sets.find((candidate) => candidate.id === site.rule_set);
  return section(
    t('card.origin'),
    el(
      'dl',
      { class: 'facts' },
      fact(t('sites.rule-set'), ruleSet ? say(ruleSet.title) : site.rule_set),
      fact(t('card.run'), run ? run.id + ' · ' + date(run.finished) : null),
      site.unknown_ha > 0 ? fact(t('card.undecided'), withUnit(rounded(site.unknown_ha), 'ha', 9)) : null),
    inputList(run && run.result && run.result.inputs));
}

// ---- a plan -------------------------------------------------------------------------------------------------------

export function showPlan(plan) {
  keepPlan(plan);
  shown = () => drawPlan(plan);
  shown();
}

function drawPlan(plan) {
  const result = plan.current_run && plan.current_run.result;
  open(t('card.plan'), say(plan.title), [
    el('p', { class: 'summary' }, say(plan.summary)),
    result ? areaSection(result.area) : null,
    lossSection(result),
    criteriaSection(plan.definition, result),
    ruleSection(plan),
    result ? section(t('card.inputs'), inputList(result.inputs)) : null,
  ], closeCard);
}

function areaSection(area) {
  const steps = [
    ['card.area.region', area.region_ha],
    ['card.area.eligible', area.eligible_ha],
    ['card.area.available', area.available_ha],
    ['card.area.unknown', area.unknown_ha],
  ].filter(([, ha]) => ha !== null && ha !== undefined);
  const most = Math.max(...steps.map(([, ha]) => ha), 1);
  return section(
    t('card.area'),
    el('ul', { class: 'plain' }, steps.map(([key, ha]) =>
      el('li', {}, el('div', { class: 'line' }, el('span', { class: 'grow' }, t(key)), el('strong', {}, withUnit(rounded(ha), 'ha', 9))), bar(ha / most)))));
}

/** Area that each exclusion of the plan takes, alone and after the ones before it. */
function lossSection(result) {
  const exclusions = (result && result.exclusions) || [];
  if (exclusions.length === 0) {
    return null;
  }
  const most = Math.max(...exclusions.map((exclusion) => exclusion.alone_ha), 1);
  const rows = exclusions.map((exclusion) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row', title: exclusion.source }, say(exclusion.title), bar(exclusion.alone_ha / most, 'loss')),
      el('td', {}, number(exclusion.alone_ha)),
      el('td', {}, number(exclusion.in_sequence_ha)),
      el('td', {}, number(exclusion.only_obstacle_ha))));
  return section(
    t('card.loss'),
    el('p', { class: 'quiet' }, t('card.loss-note')),
    el(
      'table',
      { class: 'small-table' },
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('card.rule')), el('th', { scope: 'col' }, t('card.alone')), el('th', { scope: 'col' }, t('card.in-sequence')), el('th', { scope: 'col' }, t('card.only-obstacle')))),
      el('tbody', {}, rows)));
}

/** The criteria with the weights of the latest run, or those that the plan names. */
function criteriaSection(definition, result) {
  const weighed = new Map(((result && result.criteria) || []).map((criterion) => [criterion.id, criterion.weight]));
  const criteria = (definition.criteria || []).map((criterion) => ({ ...criterion, weight: weighed.get(criterion.id) ?? criterion.weight }));
  if (criteria.length === 0) {
    return null;
  }
  const source = definition.weights_source || (definition.weights && definition.weights.source);
  return section(
    t('card.criteria'),
    el('ul', { class: 'plain' }, criteria.map((criterion) =>
      el(
        'li',
        {},
        el('div', { class: 'line' }, el('span', { class: 'grow' }, say(criterion.title)), criterion.weight === undefined ? null : el('strong', {}, number(criterion.weight * 100, 1) + ' %')),
        criterion.weight === undefined ? null : bar(criterion.weight),
        criterion.source ? el('p', { class: 'quiet' }, criterion.source) : null))),
    source ? el('p', { class: 'quiet' }, t('card.weights-source'), ' ', say(source)) : null);
}

function ruleSection(plan) {
  const result = plan.current_run && plan.current_run.result;
  const used = (result && result.rule_set) || plan.rule_set;
  const set = plan.rule_sets.find((candidate) => candidate.id === used);
  const rules = [...((set && set.exclusions) || []), ...(plan.definition.exclusions || [])];
  return section(
    t('card.rules'),
    set ? el('p', { class: 'quiet' }, say(set.title), ' · ', set.source) : null,
    el('ol', { class: 'rules' }, rules.map((rule) => el('li', {}, el('span', {}, say(rule.title)), rule.source ? el('p', { class: 'quiet' }, rule.source) : null))));
}

function inputList(inputs) {
  if (!inputs || inputs.length === 0) {
    return null;
  }
  return el(
    'details',
    { class: 'inputs' },
    el('summary', {}, icon(ICONS.chevron), t('card.inputs-count', { count: inputs.length })),
    el('ul', { class: 'plain' }, inputs.map((input) =>
      el(
        'li',
        {},
        el('div', { class: 'line' }, el('span', { class: 'grow' }, layerTitle(input.layer)), qualityBadge(input.quality)),
        el('p', { class: 'quiet' }, sourceOf(input.layer)),
        el('p', { class: 'quiet mono' }, [input.file, input.checksum && input.checksum.slice(0, 12)].filter(Boolean).join(' · '))))));
}

function sourceOf(id) {
  const layer = state.layers.get(id);
  return layer ? layer.source : '';
}

// ---- a place ------------------------------------------------------------------------------------------------------

/** What the shown layers hold at a place; rasters without data there are left out. */
export async function showPlace(at, findings) {
  const full = findings.filter(({ layer, values }) => !isRaster(layer) || values.value !== null);
  await Promise.all(full.map(({ layer }) => state.layers.get(layer)).filter((layer) => layer && layer.plan).map((layer) => planOf(layer.plan).catch(() => null)));
  shown = () => drawPlace(at, full);
  shown();
}

function isRaster(id) {
  const layer = state.layers.get(id);
  return Boolean(layer && layer.kind === 'raster');
}

function drawPlace(at, findings) {
  const body = findings.length === 0
    ? el('p', { class: 'quiet' }, t('card.nothing'))
    : findings.map((finding) => section(headingOf(finding), badgesOf(finding.layer), el('dl', { class: 'facts' }, properties(finding))));
  open(t('card.place'), degrees(at), body, closeCard);
}

/** The name of what was found, or of its layer. */
function headingOf({ layer, values }) {
  return say({ zh: values.name_zh, en: values.name_en }) || layerTitle(layer);
}

function badgesOf(id) {
  const layer = state.layers.get(id);
  return layer ? el('p', { class: 'badges' }, el('span', { class: 'badge' }, layerTitle(id)), qualityBadge(layer.quality)) : null;
}

function properties({ layer: id, values }) {
  const layer = state.layers.get(id);
  if (isRaster(id)) {
    return rasterValue(layer, values.value);
  }
  const attributes = layer ? layer.attributes : [];
  return attributes
    .filter(({ name, type }) => type !== 'json' && values[name] !== null && values[name] !== undefined && values[name] !== '' && !hidden(name))
    .map((attribute) => fact(say(attribute.title), valueOf(id, attribute, values[attribute.name])));
}

function rasterValue(layer, value) {
  if (layer.plan && layer.id === 'exclusion-' + layer.plan) {
    return fact(t('card.excluded'), excludedBy(layer.plan, value));
  }
  const named = layer.band.classes.find((candidate) => candidate.code === String(value));
  return fact(t('card.value'), named ? say(named.title) : withUnit(value ?? null, layer.band.unit, 4));
}

/** The rules that a cell of an exclusion raster names: bit i stands for rule i of the plan. */
function excludedBy(planId, value) {
  const plan = findPlan(planId);
  const rules = (plan && plan.current_run && plan.current_run.result && plan.current_run.result.exclusions) || [];
  const excluding = rules.filter((rule, i) => Math.floor(value / 2 ** i) % 2 === 1);
  return value === 0 ? t('card.available') : el('ul', { class: 'plain' }, excluding.map((rule) => el('li', {}, say(rule.title))));
}

/** Names stand in the heading. */
function hidden(name) {
  return name === 'name_en' || name === 'name_zh';
}

function valueOf(id, attribute, value) {
  if (typeof value === 'boolean') {
    return value ? t('yes') : t('no');
  }
  return attribute.classes.length > 0 ? className(id, attribute.name, value) : withUnit(value, attribute.unit, 5);
}
