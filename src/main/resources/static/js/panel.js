// The frame: tabs, the height of the panel below the map, the drawer of layers on narrow screens.

import { byId } from './dom.js';
import { resized } from './map.js';
import { t } from './language.js';

const LEAST = 120;
const TABS = ['sites', 'sinks', 'scenarios', 'targets'];
let height = 300;

/** Wires the frame; `chosen` hears which tab is shown. */
export function startPanel(chosen) {
  for (const name of TABS) {
    byId('tab-' + name).addEventListener('click', () => choose(name, chosen));
  }
  document.querySelector('.tabs').addEventListener('keydown', (event) => moveTab(event, chosen));
  byId('collapse').addEventListener('click', toggle);
  byId('menu').addEventListener('click', drawer);
  startGrip();
  new ResizeObserver(resized).observe(byId('map'));
  if (window.innerHeight > 0) {
    setHeight(Math.round(window.innerHeight * 0.38));
  }
}

function choose(name, chosen) {
  for (const other of TABS) {
    const tab = byId('tab-' + other);
    tab.setAttribute('aria-selected', String(other === name));
    tab.tabIndex = other === name ? 0 : -1;
    byId(other).hidden = other !== name;
  }
  byId('plan-tools').hidden = name !== 'sites';
  if (byId('panel').classList.contains('collapsed')) {
    toggle();
  }
  chosen(name);
}

function moveTab(event, chosen) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    const at = TABS.findIndex((name) => byId('tab-' + name).getAttribute('aria-selected') === 'true');
    const next = TABS[(at + step + TABS.length) % TABS.length];
    choose(next, chosen);
    byId('tab-' + next).focus();
  }
}

function toggle() {
  const folded = byId('panel').classList.toggle('collapsed');
  const button = byId('collapse');
  button.setAttribute('aria-expanded', String(!folded));
  button.dataset.label = folded ? 'panel.expand' : 'panel.collapse';
  button.setAttribute('aria-label', t(button.dataset.label));
  button.title = t(button.dataset.label);
}

function drawer() {
  const shown = byId('layers').classList.toggle('is-open');
  byId('menu').setAttribute('aria-expanded', String(shown));
}

function setHeight(to) {
  const most = Math.max(LEAST, window.innerHeight - 260);
  height = Math.max(LEAST, Math.min(most, to));
  byId('panel').style.setProperty('--panel-height', height + 'px');
  byId('grip').setAttribute('aria-valuenow', String(height));
}

function startGrip() {
  const grip = byId('grip');
  grip.addEventListener('pointerdown', (event) => {
    const from = event.clientY;
    const before = height;
    grip.setPointerCapture(event.pointerId);
    const move = (moved) => setHeight(before + from - moved.clientY);
    grip.addEventListener('pointermove', move);
    grip.addEventListener('pointerup', () => grip.removeEventListener('pointermove', move), { once: true });
  });
  grip.addEventListener('keydown', (event) => {
    const step = { ArrowUp: 24, ArrowDown: -24 }[event.key];
    if (step) {
      event.preventDefault();
      setHeight(height + step);
    }
  });
}
