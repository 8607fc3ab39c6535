import type { AdviceCode } from '../../diagnosis/advice-table';
import type { AdviceProse } from '../advice-prose';

const compareOrigins =
  'In the API’s CORS configuration, compare the whole Origin (scheme, host and port) with a list, and send Access-Control-Allow-Origin only if it is in the list.';

/** Advice about who can abuse something. */
export const ofSecurity = {
  'null-origin-with-credentials': {
    title: 'The origin null is allowed with credentials',
    sentence: ({ server }) =>
      `${server} allows the origin null with credentials. Every site can make a sandboxed frame with this origin, and read with it what the user’s cookies give access to.`,
    remedy: () =>
      'In the API, remove null from the allowed origins. If a sandboxed frame of your own needs access, add allow-same-origin to its sandbox and allow its real origin.',
  },
  'reflected-origin': {
    title: 'Several origins are allowed with credentials, and none was refused',
    sentence: ({ server, origins }) =>
      `${server} sent back the Origin of each request with credentials allowed: ${origins}. If it does so for every origin, every site can read what the user’s cookies give access to.`,
    remedy: () =>
      `Check whether the API has a list of origins. If not: ${compareOrigins.charAt(0).toLowerCase()}${compareOrigins.slice(1)}`,
  },
  'loose-origin-match': {
    title: 'An origin is allowed that only resembles a trusted one',
    sentence: ({ server, passes, meant, compares }) =>
      `${server} allows ${passes} with credentials. Its host only ${compares === 'end' ? 'ends' : 'begins'} like ${meant}: a check that compares just the ${compares === 'end' ? 'end' : 'beginning'} lets through domains that any attacker can register.`,
    remedy: () => compareOrigins,
  },
  'jsonp-with-cookies': {
    title: 'JSONP responses use the user’s cookies',
    sentence: ({ server, name }) =>
      `${server} answers a script request that sends cookies, and passes data to ${name}(). A script can be loaded by every site, so every site can read this data of a signed-in user.`,
    remedy: () =>
      'In the API, replace JSONP by JSON with CORS for known origins. Until then, ignore cookies in JSONP responses, or send only public data.',
  },
  'listener-without-check': {
    title: 'A message listener accepts every origin',
    sentence: ({ server, name }) =>
      `The message listener ${name === '' ? '' : `${name} `}in ${server} uses messages without a check of event.origin that holds. Every window that has a reference to this one can send it messages.`,
    remedy: () =>
      'In the listener, first compare event.origin with the expected origin by ===, and return if it differs.',
  },
  'loose-listener-check': {
    title: 'A message listener checks only a part of the sender',
    sentence: ({ server, name, risk }) =>
      `The message listener ${name === '' ? '' : `${name} `}in ${server} ${
        risk === 'source-only'
          ? 'compares event.source, but not event.origin: the window can have loaded another document'
          : risk === 'other-condition'
            ? 'skips its check of event.origin under another condition'
            : risk === 'subdomains-pass'
              ? 'accepts every subdomain'
              : 'accepts another scheme or port of the host'
      }.`,
    remedy: () =>
      'In the listener, compare the whole event.origin with the expected origin by ===, before any other condition.',
  },
  'insecure-origin-trusted': {
    title: 'An https server trusts an http origin',
    sentence: ({ server, origins }) =>
      `${server} allows ${origins} with credentials. That origin is not encrypted: an attacker in the user’s network can change its pages, and read with them what the user’s cookies give access to.`,
    remedy: () => 'In the API, allow only https: origins. Serve the page that needs access over https:.',
  },
  'simple-state-change': {
    title: 'A POST from another site uses cookies, without a visible token',
    sentence: ({ server, origins }) =>
      `${server} accepted a POST from ${origins} with the user’s cookies. It needs no preflight, so every site can send it. Its body is not recorded: it may contain a token that prevents this.`,
    remedy: () =>
      'Check whether the API verifies a CSRF token, Origin or Sec-Fetch-Site. If not, verify one of them, or set SameSite=Lax on the session cookie.',
  },
  'open-local-server': {
    title: 'A server on this machine or network lets every site use it',
    sentence: ({ server, origins }) =>
      `${server} is on this machine or local network, and allows requests that do more than read (here from ${origins}) for every origin. Every site that the user visits can use it, if the browser allows that site local access.`,
    remedy: () =>
      'In the server’s settings, allow the origins that need it instead of every origin, or require a token. Check the Host header too.',
  },
  'open-socket': {
    title: 'A WebSocket server accepts several origins, and rejected none',
    sentence: ({ server, origins }) =>
      `${server} accepted WebSockets from ${origins}. CORS does not apply to WebSockets: unless the server checks Origin, every site can connect with the user’s cookies.`,
    remedy: () =>
      'In the server’s handshake, compare Origin with a list and answer 403 if it is not in the list, or require a token that other sites cannot know.',
  },
  'echo-without-vary': {
    title: 'The allowed origin changes, without Vary: Origin',
    sentence: ({ server }) =>
      `${server} sends a different Access-Control-Allow-Origin to different origins, without Vary: Origin. A cache can answer one origin with the response for another, which the browser then blocks.`,
    remedy: () =>
      'In the API, send Vary: Origin with every response that can differ, also without an Origin.',
  },
  'star-target-origin': {
    title: 'Messages are sent with "*" as target origin',
    sentence: ({ count }) =>
      `${count === '1' ? 'One call' : `${count} calls`} of postMessage() use "*" as target origin. The message then reaches the window’s current document, also if it is one of another origin.`,
    remedy: () =>
      'In the script, pass the receiver’s exact origin as second argument of postMessage(), unless the message contains only public data.',
  },
  'wildcard-with-secrets': {
    title: 'Every origin can read responses that are made for one user',
    sentence: ({ server, fact }) =>
      fact === 'authorization'
        ? `${server} allows * for requests with Authorization. A site that has got hold of a token can use it from a browser.`
        : `${server} allows * for responses with Set-Cookie. Every site can read these responses, but without the user’s cookies.`,
    remedy: () =>
      'In the API, allow the origins that need these responses instead of *. If they are public, remove what is made for one user.',
  },
  'null-origin-allowed': {
    title: 'The origin null is allowed',
    sentence: ({ server }) =>
      `${server} allows the origin null. Every site can make a sandboxed frame with this origin, so this protects nothing.`,
    remedy: () => 'In the API, remove null from the allowed origins. If the data is public, allow * instead.',
  },
} satisfies Partial<Readonly<Record<AdviceCode, AdviceProse>>>;
