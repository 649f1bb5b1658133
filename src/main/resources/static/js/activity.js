// What the service is doing for others, and catching up when it has done it.

import { get } from './api.js';
import { byId, el, fill } from './dom.js';
import { say, t } from './language.js';
import { drawTree } from './layers.js';
import { refresh } from './map.js';
import { forgetPlans } from './plans.js';
import { choosePlan, runsHere } from './sites.js';
import { readSinks, sinksRead } from './sinks.js';
import { readAll, state, tell } from './state.js';

const BUSY_MS = 3_000;
const IDLE_MS = 20_000;

let seen = null;

/** Looks now and then at the runs of the service, whoever started them. */
export async function watchService() {
  let wait = IDLE_MS;
  try {
    const { runs } = await get('/api/runs');
    const active = runs.find((run) => run.state === 'running') || runs.find((run) => run.state === 'queued');
    showActivity(runsHere() ? null : active);
    const now = currentOf(runs);
    if (seen !== null && now !== seen && !runsHere()) {
      await catchUp();
    }
    seen = now;
    wait = active || nothingYet() ? BUSY_MS : IDLE_MS;
  } catch {
    // the page goes on without; what the user asks for next will tell
  }
  if (nothingYet()) {
    await contentChanged();
  }
  setTimeout(watchService, wait);
}

function currentOf(runs) {
  return runs.filter((run) => run.current).map((run) => run.id).sort().join();
}

/** Whether the service holds no layer yet, as while it loads its first data. */
function nothingYet() {
  return [...state.layers.values()].every((layer) => layer.empty);
}

async function catchUp() {
  await contentChanged();
  if (state.plan && !state.site) {
    await choosePlan(state.plan);
  }
  if (sinksRead()) {
    await readSinks(true);
  }
}

/** Reads layers and plans anew and draws the map again. */
export async function contentChanged() {
  forgetPlans();
  try {
    await readAll();
    drawTree();
    refresh();
    seen = currentOf((await get('/api/runs')).runs);
  } catch (error) {
    tell('trouble', error.message);
  }
}

function showActivity(run) {
  const place = byId('activity');
  place.hidden = !run;
  if (run) {
    const plan = state.plans.find((candidate) => candidate.id === run.plan);
    const what = plan ? say(plan.title) : t(run.kind === 'scenario' ? 'tab.scenarios' : 'run.account');
    fill(place, el('span', { class: 'spinner' }), t('run.elsewhere', { what, share: Math.round(run.progress * 100) }));
  }
}
