import type { Outcome, RequestClass } from '../../protocol/facts';

/** What a row says, in English. */
export const row = {
  /** The first cell of a row, explained. */
  classes: {
    'same-origin': {
      label: 'same-origin',
      meaning: 'Same scheme, host and port as the page: no cross-origin rule applies.',
    },
    simple: {
      label: 'simple',
      meaning:
        'A cross-origin request sent without a preflight; the response headers decide whether the page can read it.',
    },
    preflighted: {
      label: 'preflighted',
      meaning:
        'A cross-origin request whose method or headers had to be allowed by a preflight before it was sent.',
    },
    preflight: {
      label: 'preflight',
      meaning: 'An OPTIONS request that asks whether another request is allowed, before that one is sent.',
    },
    'no-cors': {
      label: 'no-cors',
      meaning:
        'A cross-origin request such as an image or a beacon: the page can use it, but cannot read the response.',
    },
    navigation: {
      label: 'navigation',
      meaning: 'A document loaded into a tab or a frame: any origin is allowed, and no page can read it.',
    },
    websocket: {
      label: 'websocket',
      meaning:
        'A WebSocket handshake: the same-origin policy does not apply, and the server has to check Origin itself.',
    },
    webtransport: {
      label: 'webtransport',
      meaning:
        'The request that opens a WebTransport session: neither the same-origin policy nor CORS applies, and the server has to check Origin itself.',
    },
    blocked: {
      label: 'blocked',
      meaning: 'An origin rule blocked the response, or the request was not sent.',
    },
  } satisfies Readonly<
    Record<RequestClass | 'blocked', { readonly label: string; readonly meaning: string }>
  >,
  outcomes: {
    allowed: { label: 'allowed', meaning: 'The page got the response.' },
    blocked: { label: 'blocked', meaning: 'An origin rule or a policy blocked it.' },
    opaque: { label: 'opaque', meaning: 'The page can use the response, but script cannot read it.' },
    failed: { label: 'failed', meaning: 'It failed for a reason other than an origin rule.' },
    pending: { label: 'pending', meaning: 'It has not ended yet.' },
    unknown: { label: 'unknown', meaning: 'What was seen fits more than one outcome.' },
  } satisfies Readonly<Record<Outcome, { readonly label: string; readonly meaning: string }>>,
  /** The candidate that nothing went wrong. */
  nothingWrong: 'Nothing went wrong',
  /** The reason of a preflight's own row, where it was refused. */
  preflightRefused: 'Preflight failed: see its request',
  /** Several reasons in few words. */
  or: (reasons: readonly string[]) =>
    [reasons.slice(0, -1).join(' / '), ...reasons.slice(-1)].filter(Boolean).join(' or '),
};
