// Building the page. Texts only ever enter as text nodes: nothing from data is read as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element. Properties: class, dataset, aria-*, on* as functions; everything else as attributes. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'class') {
      node.className = value;
    } else if (name === 'dataset') {
      Object.assign(node.dataset, value);
    } else if (name === 'value' || name === 'checked' || name === 'disabled') {
      node[name] = value;
    } else {
      node.setAttribute(name, value === true ? '' : String(value));
    }
  }
  add(node, children);
  return node;
}

function add(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      node.append(child instanceof Node ? child : String(child));
    }
  }
}

/** Gives a node new children. */
export function fill(node, ...children) {
  node.replaceChildren();
  add(node, children);
  return node;
}

export function byId(id) {
  return document.getElementById(id);
}

/** A line icon of 20 x 20. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', 'icon');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  close: 'M5 5l10 10M15 5 5 15',
  target: 'M10 3v3M10 14v3M3 10h3M14 10h3M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8z',
  info: 'M10 9v5M10 6v.5M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  play: 'M6 4l9 6-9 6z',
  stop: 'M6 6h8v8H6z',
  chevron: 'M8 5l5 5-5 5',
  list: 'M4 6h12M4 10h12M4 14h8',
};

/** A share of a whole as a bar, 0 to 1. */
export function bar(share, kind = '') {
  const inner = el('span', { class: 'bar-fill ' + kind });
  inner.style.width = percent(share);
  return el('span', { class: 'bar-track', 'aria-hidden': 'true' }, inner);
}

/** A value within its interval on a common scale from 0 to `most`. */
export function intervalBar(low, value, high, most) {
  const range = el('span', { class: 'interval-range' });
  range.style.left = percent(low / most);
  range.style.width = percent((high - low) / most);
  const tick = el('span', { class: 'interval-tick' });
  tick.style.left = percent(value / most);
  return el('span', { class: 'interval', 'aria-hidden': 'true' }, range, tick);
}

function percent(share) {
  return (Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0)) * 100).toFixed(2) + '%';
}
