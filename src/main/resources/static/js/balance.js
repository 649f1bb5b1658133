// The carbon balance of a site: what a plant disturbs by pool, what it forgoes, what it avoids by every basis.

import { el, intervalBar } from './dom.js';
import { number, say, short, t, unitName, withUnit } from './language.js';
import { layerTitle } from './names.js';

const PER_KILOTONNE = 1000;
const FLAGS = { 'blue-carbon': 'card.flag-blue', 'ecological-red-line': 'card.flag-red-line' };
const KINDS = {
  'provincial-average': 'card.basis-provincial',
  'national-average': 'card.basis-national',
  'operating-margin': 'card.basis-operating',
  'build-margin': 'card.basis-build',
  'combined-margin': 'card.basis-combined',
};

/** The parts of the section; sites of runs that knew less of carbon show less. */
export function carbonBalance(site) {
  return [flags(site), stock(site), pools(site), sources(site), forgone(site), gaps(site), bases(site), el('p', { class: 'quiet' }, t('card.balance-note'))];
}

function known(value) {
  return value !== null && value !== undefined;
}

function rounded(value) {
  return known(value) ? Math.round(value) : null;
}

function fact(name, value) {
  return value ? [el('dt', {}, name), el('dd', {}, value)] : null;
}

function flags(site) {
  const all = site.carbon_flags || [];
  return all.length === 0
    ? null
    : el('p', { class: 'badges' }, all.map((flag) =>
      el('span', { class: 'badge flag' }, t(FLAGS[flag.flag]) + ' · ' + layerTitle(flag.layer) + ' · ' + withUnit(hectares(flag.area_ha), 'ha', 9))));
}

/** Small areas are not shown as none. */
function hectares(area_ha) {
  return area_ha < 1 ? Number(area_ha.toPrecision(1)) : Math.round(area_ha);
}

function stock(site) {
  return [
    amount(t('card.stock'), site.carbon_low_tc, site.carbon_stock_tc, site.carbon_high_tc, site.carbon_high_tc),
    known(site.carbon_disturbed_tc)
      ? amount(t('card.disturbed'), site.carbon_disturbed_low_tc, site.carbon_disturbed_tc, site.carbon_disturbed_high_tc, site.carbon_high_tc)
      : null,
  ];
}

function amount(name, low, value, high, most) {
  return [
    el('div', { class: 'line' }, el('span', { class: 'grow' }, name), el('strong', {}, known(value) ? withUnit(rounded(value), 't C', 9) : t('card.not-known'))),
    value > 0 ? intervalBar(low, value, high, Math.max(most, high) * 1.08) : null,
    known(value) ? el('p', { class: 'quiet' }, t('card.interval', { low: number(low), high: number(high) })) : null,
  ];
}

function pools(site) {
  const list = site.carbon_pools || [];
  if (list.length === 0) {
    return null;
  }
  return el(
    'table',
    { class: 'small-table' },
    el('thead', {}, head('card.pool', 'card.pool-stock', 'card.pool-share', 'card.pool-disturbed')),
    el('tbody', {}, list.map((pool) =>
      el(
        'tr',
        {},
        el('th', { scope: 'row' }, t('pool.' + pool.pool)),
        el('td', {}, number(pool.stock_tc)),
        el('td', {}, known(pool.share) ? number(pool.share * 100, 1) + ' %' : '–', checks(site, pool)),
        el('td', {}, number(pool.disturbed_tc), below(number(pool.disturbed_low_tc) + ' – ' + number(pool.disturbed_high_tc)))))));
}

/** How the shares that hold for a pool of a site were checked: most of all, whether they are assumptions. */
function checks(site, pool) {
  const rows = (site.carbon_shares || []).filter((row) => row.pool === pool.pool);
  const words = [...new Set(rows.map((row) => t('verification.' + row.verification)))];
  return words.length === 0 ? null : below(words.join(' · '));
}

/** What each share rests on. Pools with the same source stand together. */
function sources(site) {
  const bySource = new Map();
  (site.carbon_shares || []).forEach((row) => {
    const names = bySource.get(row.source) || [];
    bySource.set(row.source, [...names, t('pool.' + row.pool) + (row.layer === '*' ? '' : ' · ' + layerTitle(row.layer))]);
  });
  return bySource.size === 0
    ? null
    : el('details', {}, el('summary', {}, t('card.share-sources')), [...bySource].map(([source, names]) => el('p', { class: 'quiet' }, names.join(' / ') + ': ' + source)));
}

function head(...keys) {
  return el('tr', {}, keys.map((key) => el('th', { scope: 'col' }, t(key))));
}

function below(text) {
  return el('div', { class: 'quiet' }, text);
}

function forgone(site) {
  if (site.forgone_unknown_ha === undefined) {
    return null;
  }
  const amountOf = known(site.forgone_tco2e)
    ? withUnit(rounded(site.forgone_tco2e), 't CO2', 9) + (site.forgone_tco2e === 0 ? '' : ' (' + number(site.forgone_low_tco2e) + ' – ' + number(site.forgone_high_tco2e) + ')')
    : t('card.not-known');
  return el('dl', { class: 'facts' }, fact(t('card.forgone'), amountOf), site.forgone_unknown_ha > 0 ? fact(t('card.forgone-unknown'), withUnit(rounded(site.forgone_unknown_ha), 'ha', 9)) : null);
}

/** What the figures do not hold. */
function gaps(site) {
  return el(
    'dl',
    { class: 'facts' },
    fact(t('card.blue'), withUnit(rounded(site.blue_carbon_ha), 'ha', 9)),
    site.carbon_unknown_ha > 0 ? fact(t('card.unknown'), withUnit(rounded(site.carbon_unknown_ha), 'ha', 9)) : null,
    site.carbon_unmapped_ha > 0 ? fact(t('card.unmapped'), withUnit(rounded(site.carbon_unmapped_ha), 'ha', 9)) : null,
    fact(t('card.avoided'), withUnit(rounded(site.co2_avoided_t), 't CO2/yr', 9)),
    fact(t('card.basis'), site.avoided_basis),
    fact(t('column.payback'), payback(site)));
}

function payback(site) {
  return known(site.payback_years)
    ? t('card.payback', {
      years: short(site.payback_years, 2),
      low: short(site.payback_low_years, 2),
      high: short(site.payback_high_years, 2),
      unit: unitName('years'),
    })
    : '–';
}

function bases(site) {
  const list = site.balances || [];
  if (list.length === 0) {
    return null;
  }
  return el(
    'table',
    { class: 'small-table bases' },
    el('thead', {}, head('card.basis', 'card.avoided-kt', 'card.net-kt', 'card.payback-years')),
    el('tbody', {}, list.map((basis) =>
      el(
        'tr',
        { class: basis.headline ? 'headline' : '' },
        el('th', { scope: 'row' }, basis.title ? say(basis.title) : t(KINDS[basis.kind]), below(known(basis.factor) ? basis.factor + bounds(basis) + ' t CO₂/MWh' : t('card.basis-missing'))),
        el('td', {}, kilotonnes(basis.avoided_t)),
        el('td', {}, kilotonnes(basis.net_balance_tco2e), known(basis.net_balance_tco2e) ? below(kilotonnes(basis.net_balance_low_tco2e) + ' – ' + kilotonnes(basis.net_balance_high_tco2e)) : null),
        el('td', {}, known(basis.payback_years) ? short(basis.payback_years, 2) : '–', known(basis.payback_years) ? below(short(basis.payback_low_years, 2) + ' – ' + short(basis.payback_high_years, 2)) : null)))));
}

/** The bounds of an emission factor, where it has any. */
function bounds(basis) {
  return known(basis.factor_low) && known(basis.factor_high) ? ' [' + basis.factor_low + ' – ' + basis.factor_high + ']' : '';
}

function kilotonnes(value_t) {
  return known(value_t) ? number(value_t / PER_KILOTONNE, Math.abs(value_t) < 100 * PER_KILOTONNE ? 1 : 0) : '–';
}
