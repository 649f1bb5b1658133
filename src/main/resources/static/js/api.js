// Talking to the service.

/** An error with what the service said about it. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function ask(path, options = {}) {
  const response = await fetch(path, { headers: { Accept: 'application/json, application/problem+json' }, ...options });
  const body = await response.text();
  let json = null;
  try {
    json = body ? JSON.parse(body) : null;
  } catch {
    json = null;
  }
  if (!response.ok) {
    throw new Problem(response.status, (json && json.detail) || response.status + ' ' + response.statusText);
  }
  return json;
}

export function get(path) {
  return ask(path);
}

export function post(path, body) {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
}

export function remove(path) {
  return ask(path, { method: 'DELETE' });
}

/** Watches a run until it ends; `seen` hears each state. */
export async function watch(run, seen) {
  let now = run;
  while (now.state === 'queued' || now.state === 'running') {
    seen(now);
    await new Promise((done) => setTimeout(done, 500));
    now = await get(run.self);
  }
  seen(now);
  return now;
}
