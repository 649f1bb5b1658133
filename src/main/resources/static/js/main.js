// Starts the page and ties its parts together.

import { contentChanged, watchService } from './activity.js';
import { get } from './api.js';
import { cardOpen, closeCard, redrawCard, showPlace, showPlan, showSite } from './card.js';
import { byId, el } from './dom.js';
import { currentLanguage, has, say, setLanguage, t, translate } from './language.js';
import { drawTree, showFirstLayers } from './layers.js';
import { chooseSite, createMap } from './map.js';
import { readCities } from './names.js';
import { startPanel } from './panel.js';
import { choosePlan, drawSites, markRow } from './sites.js';
import { drawScenarios, readScenarios } from './scenarios.js';
import { drawSinks, readSinks } from './sinks.js';
import { fromAddress, on, readAll, state, tell, toAddress } from './state.js';
import { drawTargets, readTargets } from './targets.js';

const SITE_LAYER = 'candidate-site';
let toastTimer = null;

start();

async function start() {
  translate();
  markLanguage();
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => changeLanguage(button.dataset.language));
  }
  startPanel(tabChosen);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && cardOpen()) {
      tell(state.site ? 'site-left' : 'card-left');
    }
  });
  try {
    await readAll();
  } catch (error) {
    byId('layer-tree').replaceChildren(el('p', { class: 'message trouble', role: 'alert' }, error.message));
    trouble(t('start.failed', { reason: error.message }));
    return;
  }
  createMap();
  drawHeader();
  showFirstLayers();
  drawTree();
  await readCities();
  await firstPlan();
  watchService();
  document.documentElement.dataset.ready = 'true';
}

/** The plan and site of the address; otherwise the first plan that has been run. */
async function firstPlan() {
  const asked = fromAddress();
  const known = state.plans.find((plan) => plan.id === asked.get('plan'));
  const first = known || (await richestPlan());
  if (!first) {
    drawSites(false);
    return;
  }
  const site = asked.get('site');
  await choosePlan(first.id);
  if (site) {
    await openSite(site, true);
  }
}

/** The plan that found most sites among those whose best site has a carbon cost to show, otherwise among all. */
async function richestPlan() {
  const found = await Promise.all(state.plans.map((plan) =>
    get('/api/sites?limit=1&plan=' + encodeURIComponent(plan.id)).then(
      (page) => ({ count: page.total, costs: page.sites.some((site) => site.carbon_disturbed_tc > 0) }),
      () => ({ count: 0, costs: false }))));
  const candidates = found.some(({ costs }) => costs) ? found.map(({ count, costs }) => (costs ? count : 0)) : found.map(({ count }) => count);
  return state.plans[candidates.indexOf(Math.max(...candidates))];
}

function drawHeader() {
  byId('region').textContent = say(state.region.title);
  document.title = say(state.region.title) + ' · ' + t('subtitle');
  const badge = byId('quality');
  const quality = state.region.quality;
  badge.hidden = !quality || quality === 'official';
  if (!badge.hidden) {
    badge.className = 'badge ' + quality;
    badge.textContent = t('quality.' + quality + '.data');
    badge.title = has('quality.' + quality + '.long') ? t('quality.' + quality + '.long') : '';
  }
}

// ---- language -----------------------------------------------------------------------------------------------------

function changeLanguage(language) {
  if (language === currentLanguage()) {
    return;
  }
  setLanguage(language);
  translate();
  markLanguage();
  if (state.region) {
    drawHeader();
    drawTree();
    drawSites(false);
    drawSinks();
    drawScenarios();
    drawTargets();
    redrawCard();
  }
}

function markLanguage() {
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === currentLanguage()));
  }
}

function tabChosen(name) {
  if (name === 'sinks') {
    readSinks();
  } else if (name === 'scenarios') {
    readScenarios();
  } else if (name === 'targets') {
    readTargets();
  }
}

// ---- sites and places ---------------------------------------------------------------------------------------------

async function openSite(id, move) {
  try {
    const site = await get('/api/sites/' + encodeURIComponent(id));
    if (site.plan !== state.plan) {
      await choosePlan(site.plan);
    }
    state.site = site.site_id;
    toAddress();
    await showSite(site);
    chooseSite(site, move);
    markRow();
  } catch (error) {
    trouble(error.message);
  }
}

function leaveSite() {
  state.site = null;
  toAddress();
  chooseSite(null, false);
  markRow();
  closeCard();
}

async function openPlace({ at, url }) {
  let findings = [];
  if (url) {
    try {
      const answer = await get(url);
      findings = (answer.features || []).map(finding);
    } catch (error) {
      trouble(error.message);
      return;
    }
  }
  const site = findings.find((candidate) => candidate.layer === SITE_LAYER && candidate.values.site_id);
  if (site) {
    await openSite(site.values.site_id, false);
    return;
  }
  if (state.site) {
    leaveSite();
  }
  showPlace(at, findings);
}

/** What GetFeatureInfo found: the layer stands in a member of its own or before the point of the id. */
function finding(feature) {
  const values = feature.properties || {};
  const layer = feature.layer || values.layer || String(feature.id || '').replace(/\.[^.]*$/, '');
  return { layer, values };
}

on('site-asked', ({ id, move }) => openSite(id, move));
on('site-left', leaveSite);
on('card-left', closeCard);
on('place-asked', openPlace);
on('plan-asked', (plan) => {
  if (state.site) {
    leaveSite();
  }
  showPlan(plan);
});

on('card', (open) => byId('work').classList.toggle('with-card', open));

on('run-completed', () => contentChanged());

// ---- trouble ------------------------------------------------------------------------------------------------------

function trouble(text) {
  const toast = byId('toast');
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    toast.hidden = true;
  }, 9000);
}

on('trouble', trouble);
