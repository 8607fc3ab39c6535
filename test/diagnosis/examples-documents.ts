import { frameRef } from '../support/facts';
import { http } from '../support/http';
import { pageEvent, ranListener } from '../support/page-events';
import { type Examples, headersRequested } from './example-requests';
import type { Recorded } from './recorded';

const page = 'https://page.example';
const atMs = 1_500;
/** A document of `https://page.example`, and what happened in it. */
const document = (events: Recorded['events'], part: Partial<Recorded> = {}): Recorded => ({
  asked: `GET ${page}/`,
  type: 'main_frame',
  mode: 'navigate',
  answer: http`200
    Content-Type: text/html`,
  ...(events && { events }),
  ...part,
});
const access = pageEvent.domAccess({ atMs: atMs + 3, what: 'property', url: '', property: 'origin' });
const received = (text: string, reads: readonly ('source' | 'origin' | 'data')[], sender: string) =>
  pageEvent.messageReceived({
    atMs,
    senderOrigin: sender,
    from: frameRef({ frameId: 5, documentId: 'd5', origin: sender }),
    listeners: [ranListener({ text, reads: [...reads] })],
  });
const foreign = 'https://other.example';
const domain = (isOriginKeyed: boolean) =>
  pageEvent.domainAssigned({
    atMs,
    frame: frameRef({ origin: 'https://shop.page.example' }),
    isOriginKeyed,
    after: isOriginKeyed ? 'shop.page.example' : 'page.example',
  });
const opened = (policy: string): readonly Recorded[] => [
  document(undefined),
  document([pageEvent.openedDocument({ atMs: 2_500 })], {
    asked: `GET ${foreign}/window`,
    answer: http`200
      Cross-Origin-Opener-Policy: ${policy}`,
    facts: { tabId: 2, documentId: 'd2', origin: page },
  }),
];
const session = (attributes: string): readonly Recorded[] => [
  {
    asked: 'GET https://api.test/login',
    from: 'https://api.test',
    answer: http`200
      Set-Cookie: sid=1; ${attributes}`,
  },
  {
    asked: 'GET https://api.test/me',
    from: 'https://api.test',
    sent: 'Sec-Fetch-Site: same-origin\nSec-Fetch-Storage-Access: none',
    call: { mode: 'cors', credentialsMode: 'same-origin' },
    answer: http`401`,
  },
];
const authorized = (list: string) =>
  headersRequested('authorization', list, {
    answer: http`200
      Access-Control-Allow-Origin: http://page.test`,
    sent: 'Authorization: Bearer x',
  });
const withoutError = ({ error: _, ...recorded }: Recorded): Recorded => recorded;

/** Examples of causes that are about documents and their scripts. */
export const ofDocuments: Examples = {
  'listener-reads-foreign-window': [
    [document([access, received("(e) => { if (e.source.origin !== 'x') return; }", ['source'], foreign)])],
    [document([access, received('(e) => { go(e.data.origin); }', ['data'], foreign)])],
  ],
  'relay-compares-source': [
    [document([received('(e) => { if (e.source !== app) return; go(e.data); }', ['source'], page)])],
    [document([received('(e) => { if (e.source !== app) return; go(e.data); }', ['source', 'data'], page)])],
  ],
  'origin-keyed-document-domain': [
    [document([domain(true)], { asked: 'GET https://shop.page.example/' })],
    [document([domain(false)], { asked: 'GET https://shop.page.example/' })],
  ],
  'opener-severed': [opened('same-origin'), opened('unsafe-none')],
  'cookie-without-partitioned': [
    session('SameSite=None; Secure'),
    session('SameSite=None; Secure; Partitioned'),
  ],
  'wildcard-without-authorization': [
    [withoutError(authorized('*'))],
    [withoutError(authorized('*, authorization'))],
  ],
};
