import * as v from 'valibot';
import { openerPolicyValues } from '../../engine';
import { described, type TypeOf } from '../../protocol/bounded-schemas';
import { party } from './reading';

// What the rest of the recording says about an event of a kind: `derive` in `channels/kinds` makes it.

const openerPolicyOrNull = v.nullable(v.picklist(openerPolicyValues));

/** The schema of `ChannelDerived`. */
export const channelDerived = v.object({
  otherEnds: described(
    v.array(party),
    'The documents whose ends of the same broadcast channel were seen too.',
  ),
});

/** What is derived for an end of a channel. */
export type ChannelDerived = TypeOf<typeof channelDerived>;

/** The schema of `DomainDerived`. */
export const domainDerived = v.object({
  sameOriginDomain: described(v.array(party), 'The other documents that set the same value.'),
});

/** What is derived for an assignment of `document.domain`. */
export type DomainDerived = TypeOf<typeof domainDerived>;

/** The schema of `CanvasDerived`. */
export const canvasDerived = v.object({
  images: described(
    v.array(
      v.object({
        exchange: described(v.nullable(v.string()), 'Its request; null if that was not recorded.'),
        lacks: v.picklist(['attribute', 'attribute-and-header', 'not-known', 'nothing']),
        isTrap: described(
          v.boolean(),
          'Whether the cache may answer with a response that was fetched without CORS.',
        ),
      }),
    ),
    'What each image lacks so that it could be read, in the order of the images.',
  ),
});

/** What is derived for a refused reading of a canvas. */
export type CanvasDerived = TypeOf<typeof canvasDerived>;

/** The schema of `StorageDerived`. */
export const storageDerived = v.object({
  cookie: described(
    v.nullable(
      v.object({
        isTaken: v.boolean(),
        because: v.picklist([
          'taken',
          'taken-away',
          'taken-if-third-party',
          'unreadable',
          'credentials-mode',
          'domain-mismatch',
          'public-suffix',
          'secure-over-http',
          'none-without-secure',
          'partitioned-without-secure',
          'secure-prefix',
          'host-prefix',
          'same-site-from-cross-site',
          'http-only',
        ]),
      }),
    ),
    "Whether a written cookie is stored, by the browser's rules; null where they cannot say.",
  ),
});

/** What is derived for a use of cookies or storage. */
export type StorageDerived = TypeOf<typeof storageDerived>;

/** The schema of `SocketDerived`. */
export const socketDerived = v.object({
  exchange: described(v.nullable(v.string()), 'The request that opened it; null if that is not known.'),
  status: described(v.nullable(v.number()), 'Of its response; null if there was none, or that was not seen.'),
  hasFailed: v.boolean(),
});

/** What is derived for a WebSocket. */
export type SocketDerived = TypeOf<typeof socketDerived>;

/** The schema of `OpenerDerived`. */
export const openerDerived = v.object({
  link: v.nullable(
    v.object({
      exchange: described(v.nullable(v.string()), "The document's request; null if that was not recorded."),
      because: described(
        v.nullable(
          v.picklist([
            'both-policies',
            'framed-opener',
            'no-policy',
            'not-known',
            'opened-policy',
            'opener-policy',
            'redirect-policy',
            'severed-before',
          ]),
        ),
        'Why it has no opener, by the responses of both documents: computed; null where it has one.',
      ),
      openedPolicy: described(openerPolicyOrNull, 'Its own policy; null if its request was not recorded.'),
      openerPolicy: described(
        openerPolicyOrNull,
        "Of its opener's page, or of the document before it in its tab.",
      ),
      isFirst: v.boolean(),
    }),
  ),
});

/** What is derived for a document in an opened tab. */
export type OpenerDerived = TypeOf<typeof openerDerived>;
