import type { CaseStep } from './cases';
import type { Written } from './hand-written';

const h = ['Access-Control-Allow-Origin: $O'];

/** Requests in a frame whose own policy only allows connections to its own origin. */
export const writtenPolicies: readonly Written[] = (['fetch', 'xhr', 'img'] as const).flatMap((via) => {
  const ok = { h, k: via === 'img' ? 'img' : 'text' } as const;
  const step = (to: 'page' | 'api', query: CaseStep['query']) => ({ via, to, query });
  const away = { st: '302', h, loc: { to: 'third', query: ok } } as const;
  const back = { st: '302', loc: { to: 'page', query: ok } } as const;
  return [
    [`allowlist-own-${via}`, `${via} that an allowlist names`, step('page', ok), 'allowlist-frame'],
    [`allowlist-${via}`, `${via} that an allowlist does not name`, step('api', ok), 'allowlist-frame'],
    [`allowlist-away-${via}`, `${via}, redirected away`, step('page', away), 'allowlist-frame'],
    [`allowlist-back-${via}`, `${via}, redirected within its origin`, step('page', back), 'allowlist-frame'],
  ] satisfies Written[];
});
