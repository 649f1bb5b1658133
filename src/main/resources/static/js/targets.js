// What the carbon-peak plan sets as targets, and what it leaves open.

import { get } from './api.js';
import { byId, el, fill, icon, ICONS } from './dom.js';
import { has, number, say, t } from './language.js';
import { show } from './map.js';
import { message } from './sites.js';
import { state } from './state.js';

let targets = null;
let trouble = null;

/** Reads the targets when the tab is first seen. */
export async function readTargets() {
  if (targets && !trouble) {
    return;
  }
  try {
    targets = (await get('/api/targets')).targets;
    trouble = null;
  } catch (error) {
    trouble = error.message;
  }
  drawTargets();
}

export function drawTargets() {
  const tab = byId('targets');
  if (trouble) {
    fill(tab, message('trouble', trouble, t('retry'), readTargets));
  } else if (!targets) {
    fill(tab, el('p', { class: 'message', role: 'status' }, el('span', { class: 'spinner' }), t('loading')));
  } else if (targets.length === 0) {
    fill(tab, message('empty', t('targets.none')));
  } else {
    fill(tab, el('div', { class: 'targets' }, el('p', { class: 'quiet' }, t('targets.note')), table()));
  }
}

function table() {
  return el(
    'div',
    { class: 'table-frame' },
    el(
      'table',
      { class: 'plain-table' },
      el('thead', {}, el('tr', {},
        ['target', 'baseline', 'value', 'year', 'section', 'map'].map((name) =>
          el('th', { scope: 'col', class: name === 'baseline' || name === 'value' ? 'number' : null }, t('targets.' + name))))),
      el('tbody', {}, targets.map(row))));
}

function row(target) {
  const set = target.value !== null && target.value !== undefined;
  return el(
    'tr',
    { class: set ? '' : 'not-set' },
    el('th', { scope: 'row' }, say(target.title)),
    el('td', { class: 'number' }, baseline(target)),
    el('td', { class: 'number' }, set ? el('strong', {}, figure(target)) : el('span', { class: 'badge' }, t('targets.not-set'))),
    el('td', {}, target.year || '–'),
    el('td', {}, target.section || '–'),
    el('td', {}, onMap(target)));
}

function baseline(target) {
  if (target.baseline === null || target.baseline === undefined) {
    return '–';
  }
  const year = target.baseline_year ? ' (' + target.baseline_year + ')' : '';
  return el('span', { title: target.baseline_basis }, number(target.baseline, 2) + ' ' + unit(target) + year);
}

function figure(target) {
  if (target.unit === 'year') {
    return operator(target) + String(target.value);
  }
  return operator(target) + number(target.value, 2) + ' ' + unit(target);
}

function operator(target) {
  const key = 'operator.' + target.operator;
  if (!target.operator || target.operator === '=') {
    return '';
  }
  return (has(key) ? t(key) : target.operator) + ' ';
}

function unit(target) {
  const key = 'target-unit.' + target.unit;
  return target.unit === 'year' ? '' : has(key) ? t(key) : target.unit || '';
}

function onMap(target) {
  const key = 'trackable.' + target.trackable;
  const text = has(key) ? t(key) : '–';
  const layer = target.layer && state.layers.get(target.layer);
  return layer && !layer.empty
    ? el('button', { type: 'button', class: 'link', onclick: () => show(layer.id, true) }, icon(ICONS.target), say(layer.title))
    : el('span', {}, text);
}
