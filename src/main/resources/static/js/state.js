// What the parts of the page share, and how they tell each other.

import { get } from './api.js';

const listeners = {};

/** Layers by id, the region, the plans; filled at start. */
export const state = { region: null, layers: new Map(), plans: [], plan: null, site: null };

export function on(event, listener) {
  (listeners[event] ||= []).push(listener);
}

export function tell(event, detail) {
  for (const listener of listeners[event] || []) {
    listener(detail);
  }
}

/** Reads region, layers and plans anew. */
export async function readAll() {
  const [region, layers, plans] = await Promise.all([get('/api/region'), get('/api/layers'), get('/api/plans')]);
  state.region = region;
  state.plans = plans.plans;
  state.layers = new Map(layers.layers.map((layer) => [layer.id, layer]));
}

/** What the address remembers: #plan=...&site=... */
export function fromAddress() {
  return new URLSearchParams(location.hash.slice(1));
}

export function toAddress() {
  const parts = new URLSearchParams();
  if (state.plan) {
    parts.set('plan', state.plan);
  }
  if (state.site) {
    parts.set('site', state.site);
  }
  history.replaceState(null, '', location.pathname + location.search + (parts.size ? '#' + parts : ''));
}
