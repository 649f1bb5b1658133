// The language of the page: from ?lang, then what was chosen before, then the browser's.

import { TEXTS } from './texts.js';

const STORED = 'sinkmap.language';

let language = first();

function first() {
  const asked = new URLSearchParams(location.search).get('lang');
  const candidates = [asked, stored(), ...(navigator.languages || []), 'zh'];
  for (const candidate of candidates) {
    const short = (candidate || '').slice(0, 2).toLowerCase();
    if (short in TEXTS) {
      return short;
    }
  }
  return 'zh';
}

function stored() {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}

export function currentLanguage() {
  return language;
}

/** Changes the language and remembers it; the caller draws again. */
export function setLanguage(chosen) {
  language = chosen;
  try {
    localStorage.setItem(STORED, chosen);
  } catch {
    // a browser that keeps nothing still shows the page
  }
  const url = new URL(location.href);
  url.searchParams.set('lang', chosen);
  history.replaceState(null, '', url);
}

/** A text of the page; `{name}` stands for a value. */
export function t(key, values = {}) {
  const text = TEXTS[language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** Whether the page has such a text. */
export function has(key) {
  return key in TEXTS[language];
}

/** The text of a {zh, en} pair in the page's language. */
export function say(pair) {
  if (pair === null || pair === undefined) {
    return '';
  }
  if (typeof pair === 'string') {
    return pair;
  }
  return pair[language] || pair.zh || pair.en || '';
}

/** Writes the texts of all elements below `root` that name one. */
export function translate(root = document) {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  for (const node of root.querySelectorAll('[data-text]')) {
    node.textContent = t(node.dataset.text);
  }
  for (const node of root.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', t(node.dataset.label));
    if (node.tagName === 'BUTTON') {
      node.title = t(node.dataset.label);
    }
  }
}

/** A number with at most `digits` decimals; a dash for what is not known. */
export function number(value, digits = 0) {
  if (value === null || value === undefined || !Number.isFinite(Number(value))) {
    return '–';
  }
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(Number(value));
}

/** A number with a few significant digits, whatever its size. */
export function short(value, digits = 3) {
  if (value === null || value === undefined || !Number.isFinite(Number(value))) {
    return '–';
  }
  const size = Math.abs(Number(value));
  if (size >= 10 ** digits) {
    return number(value, 0);
  }
  return new Intl.NumberFormat(language, { maximumSignificantDigits: digits }).format(Number(value));
}

/** A value with its unit, a plain number for unit 1. */
export function withUnit(value, unit, digits = 3) {
  const figure = typeof value === 'number' ? short(value, digits) : value ?? '–';
  if (!unit || unit === '1' || figure === '–') {
    return String(figure);
  }
  return figure + (unit === 'deg' || unit === '%' ? '' : ' ') + unitName(unit);
}

/** How a unit of the data is written. */
export function unitName(unit) {
  const key = 'unit.' + unit;
  return has(key) ? t(key) : unit;
}

export function date(iso) {
  return iso
    ? new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
        new Date(iso))
    : '–';
}
