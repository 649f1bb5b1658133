// How sure the account is: both approaches of the IPCC, and which inputs to measure next.

import { el } from './dom.js';
import { number, say, short, t, unitName } from './language.js';

const SHOWN = 8;
const KINDS = { area: 'uncertainty.area', factor: 'uncertainty.factor' };

/** The section on uncertainty; null for accounts of runs that did not state it. */
export function uncertainty(account) {
  const of = account.uncertainty;
  if (!of || !of.approach2) {
    return null;
  }
  return el(
    'section',
    { class: 'uncertainty' },
    el('h3', {}, t('uncertainty.title')),
    approaches(of, t('sinks.stock')),
    of.sequestration && approaches(of.sequestration, t('uncertainty.uptake')),
    el('h4', {}, t('uncertainty.next')),
    el('p', { class: 'quiet' }, t('uncertainty.next-why')),
    el('ol', { class: 'plain contributions' }, of.contributions.slice(0, SHOWN).map((input) =>
      el(
        'li',
        {},
        el('span', { class: 'mono' }, input.input),
        el('span', { class: 'quiet' }, ' ' + t(KINDS[input.kind])),
        el('span', { class: 'number' }, ' ' + short(100 * input.share, 2) + ' %')))));
}

function approaches(of, name) {
  return [
    el(
      'table',
      { class: 'plain-table' },
      el('thead', {}, el('tr', {},
        el('th', { scope: 'col' }, name, el('small', {}, unitName(of.unit))),
        el('th', { scope: 'col', class: 'number' }, t('uncertainty.value')),
        el('th', { scope: 'col', class: 'number' }, t('sinks.range')))),
      el('tbody', {},
        approach(t('uncertainty.approach1'), of.approach1),
        approach(t('uncertainty.approach2', { draws: number(of.approach2.draws) }), of.approach2))),
    of.note && el('p', { class: 'note' }, say(of.note)),
  ];
}

function approach(name, of) {
  return el(
    'tr',
    {},
    el('th', { scope: 'row' }, name),
    el('td', { class: 'number' }, number(of.value)),
    el('td', { class: 'number' }, number(of.low) + ' – ' + number(of.high)));
}
