import type { JsonpRisk, NotJsonpBecause } from '../../channels/jsonp';
import type { ProxyMark, ProxyStrength } from '../../channels/server-proxy';
import type { SocketIoStep, SocketIoTransport } from '../../channels/socket-io';
import type { Explained } from '../shapes';

const whose = (by: string | null, text: string) => (by === null ? `${text}.` : `${text}: ${by}.`);

/** What is said of techniques that a single request shows by itself, in English. */
export const crossing = {
  jsonp: {
    title: 'JSONP',
    /** One sentence: what it is, by the function that got the data. */
    observed: (name: string, from: string) =>
      `This script is data: while it loaded, ${from} called the page’s function ${name} with it.`,
    inferred: (name: string, from: string) =>
      `This script is likely data: its URL asks ${from} for a call of ${name}. The call itself was not looked at.`,
    injected: (name: string, from: string) =>
      `This script is data: the page put it in, it called ${name}, and it was taken out again. It came from ${from}.`,
    functionName: 'Function',
    parameter: 'Named by',
    crossed: 'What crossed',
    /** null: not looked at. */
    size: (calls: number, characters: number | null) => {
      const times = calls === 1 ? 'one call' : `${calls} calls`;
      return characters === null
        ? `${times}; the data was not measured`
        : `${times}, ${characters} characters of data`;
    },
    risk: 'Risk',
    always:
      'A script from another origin runs with all rights of this page: whoever runs that server, or breaks into ' +
      'it, can do here what the page can. Errors cannot be told from one another, and only GET is possible.',
    risks: {
      'not-encrypted': 'It came over http: anybody on the way could put in another script.',
      'answers-with-cookies':
        'Cookies went with it: any other site can include the same URL, and reads what is answered to this visitor.',
      'fixed-name':
        'The function’s name is fixed: any script of that origin can call it, at any time and with anything.',
    } satisfies Readonly<Record<JsonpRisk, string>>,
    instead: 'CORS instead',
    /** What the page does. */
    fetch: 'The page fetches the data itself:',
    fetchWithCookies: 'The page fetches the data itself, with cookies:',
    /** What the server answers with, before its headers. */
    answer: 'The server answers with JSON, and with:',
    not: {
      'not-a-script': 'It is no script.',
      'same-origin': 'It comes from the page’s own origin.',
      'not-loaded': 'It was not loaded.',
      'no-callback': 'Its URL names no function that was called with data.',
      'not-a-function': 'Its URL names a callback, but there was no such function.',
      'not-called': 'The function that its URL names was not called while it loaded.',
      'called-without-data': 'It called the function without data, to say that it is there.',
      'called-with-functions': 'It handed over functions: it is a module for a loader.',
    } satisfies Readonly<Record<NotJsonpBecause, string>>,
  },
  proxy: {
    title: 'Signs of a proxy',
    lead:
      'This answer is of the page’s own origin, so no CORS was needed. Its headers tell that ' +
      'somebody else may have answered behind a proxy:',
    marks: {
      'named-itself': (by) => whose(by, 'A proxy wrote itself into this header'),
      'forwarded-echo': (by) => whose(by, 'A proxy adds this to requests, and the server sent it back'),
      'shared-cache': (by) => whose(by, 'A shared cache in between writes this'),
      edge: (by) => whose(by, 'It passed the edge of a content delivery network'),
      gateway: (by) => whose(by, 'It passed an API gateway'),
      upstream: (by) => whose(by, 'It names, or measures, a server behind the one that was asked'),
      'balancer-cookie': (by) => whose(by, 'A load balancer sets this cookie to find the same server again'),
      'front-server': (by) => whose(by, 'This program mostly stands in front of others'),
      'two-servers': () => 'One header names a front server, another the program behind it.',
      'other-server': (by) =>
        whose(by, 'The page’s own document, of the same origin, came from another program'),
      'development-server': (by) =>
        by === null
          ? 'The port is a development server’s, the answer another program’s.'
          : `The port is where ${by} listens, the answer another program’s.`,
      'gateway-status': () => 'With this status a gateway says that the server behind it did not answer.',
      rewritten: (by) => whose(by, 'The request was rewritten to another address on the way'),
      'cors-granted': () =>
        'It grants CORS, for which the same origin has no use: that server expects other origins too.',
    } satisfies Readonly<Record<ProxyMark, (by: string | null) => string>>,
    strengths: {
      strong: { label: 'strong', meaning: 'Only something in between adds this' },
      medium: { label: 'medium', meaning: 'Mostly something in between adds this' },
      weak: { label: 'weak', meaning: 'It fits a proxy, and a server without one as well' },
    } satisfies Readonly<Record<ProxyStrength, Explained>>,
    limit: 'Whose proxy it is, the site’s or one on your own side, no header tells for certain.',
  },
  socketIo: {
    title: 'Socket.IO',
    steps: {
      open: 'Socket.IO opens a connection.',
      receive: 'Socket.IO asks for messages, and the server holds the answer until there are some.',
      send: 'Socket.IO sends messages.',
      upgrade: 'Socket.IO moves its connection over to this transport.',
    } satisfies Readonly<Record<SocketIoStep, string>>,
    /** Which rules hold for that transport to another origin. */
    rules: {
      polling:
        'Polling is plain HTTP, so CORS holds for it: the server needs Socket.IO’s cors option with this origin. The ' +
        'WebSocket that Socket.IO changes to is not under CORS; there the server itself must check Origin.',
      websocket:
        'A WebSocket is under no same-origin rule and needs no CORS: its handshake only says Origin, and the server ' +
        'must check it. The polling that Socket.IO mostly begins with is HTTP, and there CORS holds.',
      webtransport:
        'WebTransport is under no same-origin rule and needs no CORS: its request says Origin, and the server must ' +
        'check it. Socket.IO’s polling is HTTP, and there CORS holds.',
    } satisfies Readonly<Record<SocketIoTransport, string>>,
    /** To its own origin. */
    sameOrigin: 'It goes to the page’s own origin, so no CORS is needed.',
  },
};
