import type { CaseStep } from './cases';
import type { Written } from './hand-written';

const allowed = 'Access-Control-Allow-Origin: $O';
const ok = { h: [allowed] } as const;
const away = { st: '302', h: [allowed], loc: { to: 'third', query: ok } } as const;
const back = { st: '302', loc: { to: 'page', query: {} } } as const;

const calls = ['fetch', 'xhr', 'img'] as const satisfies readonly CaseStep['via'][];

/** Requests in a frame whose own policy only allows connections to its own origin. */
export const writtenPolicies: readonly Written[] = calls.flatMap((via): Written[] => [
  [
    `allowlist-own-${via}`,
    `${via} that the allowlist names`,
    { via, to: 'page', query: {} },
    'allowlist-frame',
  ],
  [
    `allowlist-${via}`,
    `${via} that the allowlist does not name`,
    { via, to: 'api', query: ok },
    'allowlist-frame',
  ],
  [`allowlist-away-${via}`, `${via}, redirected away`, { via, to: 'page', query: away }, 'allowlist-frame'],
  [
    `allowlist-back-${via}`,
    `${via}, redirected within its origin`,
    { via, to: 'page', query: back },
    'allowlist-frame',
  ],
]);
