import type { ClassicPairName } from '../../channels/classic-pairs';
import type { UrlNote, UrlProblem } from '../../channels/typed-url';
import type { OriginComponent } from '../../engine';
import type { Access } from '../../exchange/verdict/classify';
import { reasons, relations, rules, verdicts } from './origin-rules';
import { wayReasons, ways, works } from './ways';

/** How many origins a sentence names. */
const mostNamed = 3;

/** What is said of two origins, in English. */
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
    scope: 'The whole recording, whatever the filters show',
    relation: 'Relation',
    allows: 'What the pair allows',
    recorded: 'Recorded',
    equal: 'equal',
    notEqual: 'not equal',
    opaque: 'opaque',
    thisPage: 'this page',
    seenFrom: 'Seen from',
    seenFromMeaning: 'The origin whose requests are counted, and from which the rules are looked at',
    noPage: 'Nothing is known of the page yet. Reload it to record it.',
    address: 'Server address',
    sameAddress: 'same address, still another origin',
    sameAddressAs: (origins: readonly string[]) => {
      const more = origins.length - mostNamed;
      const named = origins.slice(0, mostNamed).join(', ');
      return `The same address as ${named}${more > 0 ? ` and ${more} more` : ''}, and still another origin.`;
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
    rules: 'What the pair allows',
    ways: 'Ways across',
    advantages: 'Advantages',
    limits: 'Limits',
    use: 'When to use it',
    recorded: 'In this recording',
    playground: 'See it happen',
    playgroundStart: (path: string) => `npm start, then ${path} of the playground`,
  },
  tester: {
    title: 'Test two URLs',
    hint: 'Only scheme, host and port count. Nothing is requested.',
    page: 'Page',
    other: 'Other URL',
    swap: 'Swap the two',
    examples: 'The classic pairs',
    classic: {
      'same-folder': 'One host, one folder',
      'other-folder': 'One host, another folder',
      'other-port': 'One host, another port',
      'other-scheme': 'One host, another scheme',
      'address-of-host': 'A host and its own address',
      subdomain: 'One domain, another subdomain',
      'other-domain': 'Another domain',
    } satisfies Readonly<Record<ClassicPairName, string>>,
    notes: {
      'https-assumed': 'No scheme was given: https is assumed.',
      'http-assumed': 'No scheme was given: http is assumed, as is usual on one’s own machine.',
      'web-socket-as-http': 'A WebSocket’s handshake is a request over HTTP, so its server is compared.',
      'host-converted': 'The host is written here as it is sent, in ASCII.',
      opaque: 'Such a document has an opaque origin: the same as no other, sent as null.',
    } satisfies Readonly<Record<UrlNote, string>>,
    problems: {
      'no-url': 'No URL can be read from this. An IPv6 address has to stand in brackets: [::1].',
      'no-host': 'The host is missing, as in https://example.com.',
      'bad-port': 'The port is not a number from 0 to 65535.',
      space: 'A host has no spaces.',
      'other-scheme': 'Only http, https, ws and wss have servers to compare.',
      'opaque-target':
        'Such a URL has an opaque origin, which is the same as no other: there is no server to ask.',
    } satisfies Readonly<Record<UrlProblem, string>>,
  },
};
