import type { OriginKey } from './origins';
import type { Query, Step } from './scenario';

type Extra = Omit<Step, 'via' | 'to' | 'query'>;

/** Header lines that allow the page's origin, as it asked. */
export const allowed = 'Access-Control-Allow-Origin: $O';

/** The second header line that credentials need. */
export const allowedCredentials = 'Access-Control-Allow-Credentials: true';

/** A GET by `fetch()`. */
export function get(to: OriginKey, query: Query, extra: Extra = {}): Step {
  return { via: 'fetch', to, query, ...extra };
}

/** A PUT by `fetch()`, which another origin must allow in advance. */
export function put(to: OriginKey, query: Query, extra: Extra = {}): Step {
  return { via: 'fetch', to, query, method: 'PUT', body: 'hello', ...extra };
}

/** A POST of JSON by `fetch()`, which another origin must allow in advance. */
export function postJson(to: OriginKey, query: Query, extra: Extra = {}): Step {
  const headers = { 'Content-Type': 'application/json' };
  return { via: 'fetch', to, query, method: 'POST', headers, body: '{"hello":"world"}', ...extra };
}

/** A request by XMLHttpRequest. */
export function xhr(to: OriginKey, query: Query, extra: Extra = {}): Step {
  return { via: 'xhr', to, query, ...extra };
}

/** A picture. */
export function img(to: OriginKey, query: Query, extra: Extra = {}): Step {
  return { via: 'img', to, query: { k: 'img', ...query }, ...extra };
}

/** A script or a frame. */
export function embed(via: 'script' | 'iframe', to: OriginKey, query: Query, extra: Extra = {}): Step {
  return { via, to, query, ...extra };
}

/** A link that is followed, or a form that is sent. */
export function leave(via: 'link' | 'form', to: OriginKey, query: Query, extra: Extra = {}): Step {
  return { via, to, query, ...extra };
}
