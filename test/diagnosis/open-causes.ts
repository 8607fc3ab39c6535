import type { AdviceCode } from '../../src/diagnosis/advice-table';
import type { CauseCode } from '../causes/codes';

/** A cause that no recording decides, and what would decide it. */
interface OpenCause {
  readonly status: 'one-answer' | 'not-here';
  readonly why: string;
}

const console =
  'No extension sees the target origin of a dropped message: the browser’s console message decides.';

/** The causes of the list that the panel names by the code of another one. */
export const namedAs = {
  'two-values-in-one-line': 'header-twice',
  'local-network-in-frame': 'local-network-frame-permission',
} as const satisfies Partial<Readonly<Record<CauseCode, CauseCode>>>;

/** The causes of the list that block nothing: the advice that names them. */
export const adviceCauses = {
  'unneeded-preflight': 'needless-preflight-header',
  'web-socket-open-to-any-origin': 'open-socket',
  'listener-without-origin-check': 'listener-without-check',
  'wildcard-target-origin': 'star-target-origin',
} as const satisfies Partial<Readonly<Record<CauseCode, AdviceCode>>>;

/** The causes of the list that the panel does not name, with the reason. */
export const openCauses = {
  'stale-preflight-cache': {
    status: 'not-here',
    why: 'Browsers do not cache a failed preflight, and send a new one for what the cached response does not allow.',
  },
  'message-to-opaque-frame': { status: 'one-answer', why: console },
  'target-origin-mismatch': { status: 'one-answer', why: console },
  'message-before-load': { status: 'one-answer', why: console },
  'player-origin-parameter': { status: 'one-answer', why: console },
  'dev-server-isolation-headers': {
    status: 'one-answer',
    why: 'The headers of the production page decide, whether it has Cross-Origin-Opener-Policy and Cross-Origin-Embedder-Policy: `curl -sS -D - -o /dev/null https://PRODUCTION-HOST/`.',
  },
  'opener-null-in-app-window': {
    status: 'not-here',
    why: 'No event shows a setting of the browser or the window of an installed app.',
  },
  'test-runner-headers': {
    status: 'one-answer',
    why: 'A header that a test runner adds looks like one of the page: search `extraHTTPHeaders` in the configuration of the tests.',
  },
  'module-from-disk': {
    status: 'not-here',
    why: 'The browsers show no requests of `file:` pages to an extension that was not given access to files.',
  },
  'third-party-storage-denied': {
    status: 'one-answer',
    why: 'The panel shows the denied use, but a frame may expect it: an uncaught `SecurityError` in the console decides.',
  },
  'storage-partitioned': {
    status: 'one-answer',
    why: 'Values in storage are not recorded: compare DevTools › Application in the frame with a tab of the frame’s own site.',
  },
  'not-cross-origin-isolated': {
    status: 'one-answer',
    why: 'Whether a page needs isolation is not recorded: evaluate `crossOriginIsolated` in its console.',
  },
  'sandbox-of-own-origin': {
    status: 'one-answer',
    why: 'The `sandbox` attribute is not recorded: inspect the `<iframe>` in DevTools › Elements.',
  },
} as const satisfies Partial<Readonly<Record<CauseCode, OpenCause>>>;
