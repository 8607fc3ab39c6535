import type { ExchangeClass, Outcome } from '../../protocol/facts';

/** What a row says, in English. */
export const row = {
  /** The first cell of a row, explained. */
  classes: {
    'same-origin': {
      label: 'same-origin',
      meaning: 'Scheme, host and port are those of the page: no cross-origin rule applies.',
    },
    simple: {
      label: 'simple',
      meaning:
        'A cross-origin request that went out without a preflight; its response’s headers decide who ' +
        'reads it.',
    },
    preflighted: {
      label: 'preflighted',
      meaning:
        'A cross-origin request whose method or headers had to be allowed by a preflight before it was sent.',
    },
    preflight: {
      label: 'preflight',
      meaning: 'An OPTIONS request, made ahead of another, that asks whether that one may be sent.',
    },
    'no-cors': {
      label: 'no-cors',
      meaning:
        'A cross-origin embedding or sending, such as an image or a beacon: it may be used, but not read.',
    },
    navigation: {
      label: 'navigation',
      meaning: 'A document loaded into a tab or a frame: any origin may be visited, and none is read.',
    },
    websocket: {
      label: 'websocket',
      meaning:
        'A WebSocket’s handshake: the same-origin rule does not apply, and the server has to check ' +
        'Origin itself.',
    },
    blocked: {
      label: 'blocked',
      meaning: 'An origin rule kept the page from the response, or kept the request from being sent.',
    },
  } satisfies Readonly<
    Record<ExchangeClass | 'blocked', { readonly label: string; readonly meaning: string }>
  >,
  outcomes: {
    allowed: { label: 'allowed', meaning: 'The page got the response.' },
    blocked: { label: 'blocked', meaning: 'An origin rule or a policy stood in the way.' },
    opaque: { label: 'opaque', meaning: 'The page may use the response, but script can read none of it.' },
    failed: { label: 'failed', meaning: 'It failed for another reason than an origin rule.' },
    pending: { label: 'pending', meaning: 'It has not ended yet.' },
    unknown: { label: 'unknown', meaning: 'What was seen fits more than one ending.' },
  } satisfies Readonly<Record<Outcome, { readonly label: string; readonly meaning: string }>>,
  /** The candidate that nothing went wrong. */
  nothingWrong: 'Nothing went wrong',
  /** The reason of a preflight's own row, where it was refused. */
  preflightRefused: 'Preflight refused: see its request',
  /** Several reasons in few words. */
  or: (reasons: readonly string[]) =>
    [reasons.slice(0, -1).join(' / '), ...reasons.slice(-1)].filter(Boolean).join(' or '),
};
