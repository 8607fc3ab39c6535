import type { ClassicPairName } from '../../channels/classic-pairs';
import type { UrlNote, UrlProblem } from '../../channels/typed-url';
import type { OriginComponent } from '../../engine';
import type { Access } from '../../exchange/verdict/classify';
import { reasons, relations, rules, verdicts } from './origin-rules';
import { wayReasons, ways, works } from './ways';

/** How many origins a sentence names. */
const mostNamed = 3;

/** The sentences about two origins, in English. */
export const origins = {
  reasons,
  relations,
  rules,
  verdicts,
  wayReasons,
  ways,
  works,
  components: { scheme: 'Scheme', host: 'Host', port: 'Port' } satisfies Readonly<
    Record<OriginComponent, string>
  >,
  table: {
    label: 'Origins',
    /** What is counted here. */
    scope: 'The whole recording, regardless of filters',
    relation: 'Relation',
    allows: 'Allowed between the two',
    recorded: 'Recorded',
    equal: 'equal',
    notEqual: 'not equal',
    opaque: 'opaque',
    thisPage: 'this page',
    seenFrom: 'Seen from',
    seenFromMeaning: 'The origin whose requests are counted, and from which the rules are applied',
    noPage: 'The page is not known yet. Reload it to record it.',
    address: 'Server address',
    sameAddress: 'same address, still a different origin',
    sameAddressAs: (origins: readonly string[]) => {
      const more = origins.length - mostNamed;
      const named = origins.slice(0, mostNamed).join(', ');
      return `The same address as ${named}${more > 0 ? ` and ${more} more` : ''}, but a different origin.`;
    },
    noRequests: 'none',
    showRequests: (count: number, only: Access | 'blocked', to: string) =>
      `Show requests to ${to}: ${count.toLocaleString('en')} ${
        { read: 'to read', embed: 'to embed', write: 'to write', blocked: 'blocked' }[only]
      }`,
    showMore: (shown: number, total: number) =>
      `Show more (${shown.toLocaleString('en')} of ${total.toLocaleString('en')} origins)`,
  },
  detail: {
    label: 'The two origins',
    close: 'Close',
    page: 'Page',
    other: 'Other',
    rules: 'Allowed between the two',
    ways: 'Ways across',
    advantages: 'Advantages',
    limits: 'Limits',
    use: 'When to use it',
    recorded: 'In this recording',
    playground: 'Try it',
    playgroundStart: (path: string) => `npm start, then ${path} of the playground`,
  },
  tester: {
    title: 'Test two URLs',
    hint: 'Only scheme, host and port are compared. Nothing is requested.',
    page: 'Page',
    other: 'Other URL',
    swap: 'Swap URLs',
    examples: 'Typical pairs',
    classic: {
      'same-folder': 'Same host, same folder',
      'other-folder': 'Same host, different folder',
      'other-port': 'Same host, different port',
      'other-scheme': 'Same host, different scheme',
      'address-of-host': 'A host and its own address',
      subdomain: 'Same domain, different subdomain',
      'other-domain': 'Different domain',
    } satisfies Readonly<Record<ClassicPairName, string>>,
    notes: {
      'https-assumed': 'No scheme: https is assumed.',
      'http-assumed': 'No scheme: http is assumed, as is usual on the local machine.',
      'web-socket-as-http': 'A WebSocket’s handshake is an HTTP request, so its server is compared.',
      'host-converted': 'The host is shown as it is sent, in ASCII.',
      opaque: 'Such a document has an opaque origin: it matches no other origin and is sent as null.',
    } satisfies Readonly<Record<UrlNote, string>>,
    problems: {
      'no-url': 'This is not a valid URL. An IPv6 address needs brackets: [::1].',
      'no-host': 'The host is missing, as in https://example.com.',
      'bad-port': 'The port is not a number from 0 to 65535.',
      space: 'A host cannot contain spaces.',
      'other-scheme': 'Only http, https, ws and wss URLs have servers to compare.',
      'opaque-target':
        'Such a URL has an opaque origin, which matches no other origin: there is no server to request.',
    } satisfies Readonly<Record<UrlProblem, string>>,
  },
};
