// What an account says beside its stocks: zones of every partition, methods side by side, gaps and overlaps.

import { el } from './dom.js';
import { number, say, short, t, unitName } from './language.js';
import { place } from './names.js';

const PER_MEGATONNE = 1e6;
const FEW = 20;

/** Yearly uptake and methane in words; a dash where no factor is known. */
export function flows(sum) {
  if (sum.sequestration_area_ha === undefined) {
    return null;
  }
  return [
    el('dt', {}, t('sinks.uptake')),
    el('dd', { title: range(sum.sequestration_low_tc_yr, sum.sequestration_high_tc_yr) },
      number(sum.sequestration_tc_yr), ' ', unitName('t C/yr'), share(sum.sequestration_area_ha)),
    el('dt', {}, t('sinks.methane')),
    el('dd', { title: range(sum.methane_low_t_yr, sum.methane_high_t_yr) },
      number(sum.methane_tco2e_yr), ' ', unitName('t CO2e/yr'), share(sum.methane_area_ha)),
  ];
}

function range(low, high) {
  return low === null || low === undefined ? null : t('card.interval', { low: number(low), high: number(high) });
}

function share(area_ha) {
  return el('small', { class: 'quiet' }, ' ' + t('sinks.with-rate', { area: number(area_ha) }));
}

function head(...columns) {
  return el('thead', {}, el('tr', {}, columns.map(([key, unit]) =>
    el('th', { scope: 'col', class: unit ? 'number' : null }, t(key), unit ? el('small', {}, ' ' + unitName(unit)) : null))));
}

function figure(value, low, high) {
  return el('td', { class: 'number', title: range(low, high) }, number(value));
}

/** Methods side by side, the headline first. */
export function methods(account) {
  const list = account.methods || [];
  return list.length < 2
    ? null
    : el(
        'section',
        { class: 'methods' },
        el('h3', {}, t('sinks.methods')),
        el(
          'table',
          { class: 'plain-table' },
          head(['sinks.method'], ['column.area', 'ha'], ['sinks.stock', 'Mt C'], ['sinks.uptake', 't C/yr']),
          el('tbody', {}, list.map(({ title, sets, total }) =>
            el(
              'tr',
              {},
              el('th', { scope: 'row', title: sets.join(', ') }, say(title)),
              figure(total.area_ha),
              el('td', { class: 'number' }, short(total.stock_tc / PER_MEGATONNE), el('small', { class: 'quiet' },
                ' (' + short(total.low_tc / PER_MEGATONNE) + '–' + short(total.high_tc / PER_MEGATONNE) + ')')),
              figure(total.sequestration_tc_yr, total.sequestration_low_tc_yr, total.sequestration_high_tc_yr))))),
        el('p', { class: 'quiet' }, t('sinks.methods-note')));
}

/** The partitions of an account; of an older one, its zones. */
export function partitionsOf(account) {
  return account.partitions || [{ id: 'zones', title: t('sinks.zones'), zones: account.zones || [] }];
}

/** Chooses one of the partitions. */
export function partitionChoice(list, chosen, choose) {
  const select = el('select', { 'aria-label': t('sinks.partition'), onchange: (event) => choose(event.target.value) },
    list.map((partition) => el('option', { value: partition.id }, say(partition.title))));
  select.value = chosen.id;
  return select;
}

/**
 * The zones of a partition, largest stock first and the rest last.
 *
 * @param bar makes the bar of a zone
 */
export function zoneTable(partition, bar) {
  const outside = partition.zones.filter((zone) => zone.name.includes(' / '));
  const rows = partition.zones.filter((zone) => !outside.includes(zone)).sort((a, b) => b.stock_tc - a.stock_tc);
  const shown = [...rows.slice(0, FEW), ...outside];
  const most = Math.max(...shown.map((zone) => zone.stock_tc), 1);
  return [
    el(
      'table',
      { class: 'plain-table' },
      el('thead', {}, el('tr', {},
        el('th', { scope: 'col' }, t('sinks.zone')),
        el('th', { scope: 'col', class: 'wide' }),
        el('th', { scope: 'col', class: 'number' }, t('sinks.stock'), el('small', {}, ' ' + unitName('t C'))),
        el('th', { scope: 'col', class: 'number' }, t('sinks.uptake'), el('small', {}, ' ' + unitName('t C/yr'))))),
      el('tbody', {}, shown.map((zone) =>
        el(
          'tr',
          { class: 'zone-row' },
          el('th', { scope: 'row' }, place(zone.name)),
          el('td', { class: 'wide' }, bar(zone, most)),
          figure(zone.stock_tc, zone.low_tc, zone.high_tc),
          figure(zone.sequestration_tc_yr, zone.sequestration_low_tc_yr, zone.sequestration_high_tc_yr))))),
    rows.length > FEW ? el('p', { class: 'quiet' }, t('sinks.zones-more', { shown: FEW, all: rows.length })) : null,
  ];
}

/**
 * What no sink covers, and what several layers do.
 *
 * @param name says a stratum in words
 */
export function completeness(account, name) {
  if (!account.gaps) {
    return null;
  }
  const area = (value) => number(value) + ' ' + unitName('ha');
  return el(
    'section',
    { class: 'completeness' },
    el('h3', {}, t('sinks.completeness')),
    el('p', {}, t('sinks.gaps', {
      covered: area(account.gaps.covered_ha),
      open: area(account.gaps.uncovered_in_zones_ha),
    })),
    account.overlaps.length === 0
      ? el('p', { class: 'quiet' }, t('sinks.no-overlaps'))
      : [
          el('p', { class: 'quiet' }, t('sinks.overlaps')),
          el('ul', { class: 'plain' }, account.overlaps.map((overlap) =>
            el('li', {}, name(overlap), ' ', area(overlap.overlap_ha), ': ',
              (overlap.under || []).map((under) => name(under) + ' ' + area(under.area_ha)).join(t('list.comma'))))),
        ]);
}
