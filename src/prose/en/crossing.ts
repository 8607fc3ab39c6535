import type { JsonpRisk, NotJsonpBecause } from '../../channels/jsonp';
import type { ProxyMark, ProxyStrength } from '../../channels/server-proxy';
import type { SocketIoStep, SocketIoTransport } from '../../channels/socket-io';
import type { Explained } from '../shapes';

const whose = (by: string | null, text: string) => (by === null ? `${text}.` : `${text}: ${by}.`);

/** The sentences about techniques that a single request shows by itself, in English. */
export const crossing = {
  jsonp: {
    title: 'JSONP',
    /** One sentence: what it is, by the function that got the data. */
    observed: (name: string, from: string) =>
      `This script is data: while loading, ${from} called the page’s function ${name} with it.`,
    inferred: (name: string, from: string) =>
      `This script is probably data: its URL asks ${from} to call ${name}. The call itself was not observed.`,
    injected: (name: string, from: string) =>
      `This script is data: the page inserted it, it called ${name}, and it was removed again. It came from ${from}.`,
    functionName: 'Function',
    parameter: 'Named by',
    crossed: 'Transferred',
    /** null: not looked at. */
    size: (calls: number, characters: number | null) => {
      const times = calls === 1 ? 'one call' : `${calls} calls`;
      return characters === null
        ? `${times}; the data was not measured`
        : `${times}, ${characters} characters of data`;
    },
    risk: 'Risk',
    always:
      'A script from another origin runs with all privileges of this page: that server, or an attacker who controls it, can do everything that the page can. Errors cannot be told apart, and only GET is possible.',
    risks: {
      'not-encrypted': 'It was loaded over http: an attacker on the network path can replace the script.',
      'answers-with-cookies':
        'Cookies were sent with it: any other site can include the same URL and read the response to this visitor.',
      'fixed-name':
        'The function has a fixed name: any script of that origin can call it, at any time and with any data.',
    } satisfies Readonly<Record<JsonpRisk, string>>,
    instead: 'Use CORS instead',
    /** What the page does. */
    fetch: 'The page fetches the data itself:',
    fetchWithCookies: 'The page fetches the data itself, with cookies:',
    /** What the server answers with, before its headers. */
    answer: 'The server returns JSON, and sends:',
    not: {
      'not-a-script': 'It is not a script.',
      'same-origin': 'It comes from the page’s own origin.',
      'not-loaded': 'It did not load.',
      'no-callback': 'Its URL does not name a function that was called with data.',
      'not-a-function': 'Its URL names a callback, but no such function exists.',
      'not-called': 'The function named in its URL was not called while it loaded.',
      'called-without-data': 'It called the function without data, to signal that it is ready.',
      'called-with-functions': 'It passed functions: it is a module for a loader.',
    } satisfies Readonly<Record<NotJsonpBecause, string>>,
  },
  proxy: {
    title: 'Signs of a proxy',
    lead: 'This response has the page’s own origin, so CORS was not needed. Its headers show that another server behind a proxy may have answered:',
    marks: {
      'named-itself': (by) => whose(by, 'A proxy added its own name to this header'),
      'forwarded-echo': (by) => whose(by, 'Proxies add this to requests, and the server sent it back'),
      'shared-cache': (by) => whose(by, 'A shared cache on the path adds this'),
      edge: (by) => whose(by, 'The response passed the edge of a content delivery network'),
      gateway: (by) => whose(by, 'The response passed an API gateway'),
      upstream: (by) => whose(by, 'It names or measures a server behind the requested one'),
      'balancer-cookie': (by) => whose(by, 'A load balancer sets this cookie to reach the same server again'),
      'front-server': (by) => whose(by, 'This program usually runs in front of other servers'),
      'two-servers': () => 'One header names a front server, another one the program behind it.',
      'other-server': (by) =>
        whose(by, 'The page’s own document, from the same origin, came from a different program'),
      'development-server': (by) =>
        by === null
          ? 'The port belongs to a development server, but the response came from another program.'
          : `The port belongs to ${by}, but the response came from another program.`,
      'gateway-status': () => 'A gateway returns this status if the server behind it did not respond.',
      rewritten: (by) => whose(by, 'The request was rewritten to another URL on the way'),
      'cors-granted': () =>
        'It allows CORS, which same-origin requests do not need: that server expects other origins too.',
    } satisfies Readonly<Record<ProxyMark, (by: string | null) => string>>,
    strengths: {
      strong: { label: 'strong', meaning: 'Only an intermediary adds this' },
      medium: { label: 'medium', meaning: 'Usually an intermediary adds this' },
      weak: { label: 'weak', meaning: 'This fits a proxy, but also a server without one' },
    } satisfies Readonly<Record<ProxyStrength, Explained>>,
    limit: 'Headers cannot show for certain whether the proxy belongs to the site or is on your side.',
  },
  socketIo: {
    title: 'Socket.IO',
    steps: {
      open: 'Socket.IO opens a connection.',
      receive: 'Socket.IO polls for messages; the server delays its response until there are some.',
      send: 'Socket.IO sends messages.',
      upgrade: 'Socket.IO upgrades its connection to this transport.',
    } satisfies Readonly<Record<SocketIoStep, string>>,
    /** Which rules hold for that transport to another origin. */
    rules: {
      polling:
        'Polling is plain HTTP, so CORS applies: the server needs Socket.IO’s cors option with this origin. CORS does not apply to the WebSocket that Socket.IO upgrades to; there the server itself must check Origin.',
      websocket:
        'Neither the same-origin policy nor CORS applies to a WebSocket: its handshake only carries Origin, and the server must check it. CORS applies to the HTTP polling that Socket.IO usually starts with.',
      webtransport:
        'Neither the same-origin policy nor CORS applies to WebTransport: its request carries Origin, and the server must check it. CORS applies to Socket.IO’s HTTP polling.',
    } satisfies Readonly<Record<SocketIoTransport, string>>,
    /** To its own origin. */
    sameOrigin: 'The target is the page’s own origin, so CORS is not needed.',
  },
};
