// The plans with their rules and current runs, each read once.

import { get } from './api.js';

const plans = new Map();

/** A plan with its current run. */
export async function planOf(id) {
  if (!plans.has(id)) {
    plans.set(id, await get('/api/plans/' + encodeURIComponent(id)));
  }
  return plans.get(id);
}

/** A plan if it has been read. */
export function findPlan(id) {
  return plans.get(id);
}

export function keepPlan(plan) {
  plans.set(plan.id, plan);
}

/** Forgets what was read, after a run. */
export function forgetPlans() {
  plans.clear();
}
