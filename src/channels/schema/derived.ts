import * as v from 'valibot';
import { openerPolicyValues } from '../../engine';
import { described, type TypeOf } from '../../protocol/bounded-schemas';
import { party } from './reading';

// Data that `derive` in `channels/kinds` computes for an event from the rest of the recording.

const openerPolicyOrNull = v.nullable(v.picklist(openerPolicyValues));

/** The schema of `ChannelDerived`. */
export const channelDerived = v.object({
  otherEnds: described(
    v.array(party),
    'The other documents in which an end of the same broadcast channel was seen.',
  ),
});

/** Derived data of an end of a channel. */
export type ChannelDerived = TypeOf<typeof channelDerived>;

/** The schema of `DomainDerived`. */
export const domainDerived = v.object({
  sameOriginDomain: described(v.array(party), 'The other documents that set the same value.'),
});

/** Derived data of an assignment of `document.domain`. */
export type DomainDerived = TypeOf<typeof domainDerived>;

/** The schema of `CanvasDerived`. */
export const canvasDerived = v.object({
  images: described(
    v.array(
      v.object({
        exchange: described(v.nullable(v.string()), 'The id of its request; null if that was not recorded.'),
        lacks: v.picklist(['attribute', 'attribute-and-header', 'not-known', 'nothing']),
        isTrap: described(
          v.boolean(),
          'Whether the cache may reuse a response that was fetched without CORS.',
        ),
      }),
    ),
    'What each image lacks so that the canvas could be read, in the order of the images.',
  ),
});

/** Derived data of a blocked canvas read. */
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
          'http-prefix',
          'host-http-prefix',
          'nameless-prefix',
          'same-site-from-cross-site',
          'no-storage-access',
          'http-only',
        ]),
      }),
    ),
    "Whether a written cookie is stored, by the browser's rules; null if that cannot be computed.",
  ),
});

/** Derived data of a use of cookies or storage. */
export type StorageDerived = TypeOf<typeof storageDerived>;

/** The schema of `SocketDerived`. */
export const socketDerived = v.object({
  exchange: described(
    v.nullable(v.string()),
    'The id of the request that opened it; null if that is not known.',
  ),
  status: described(
    v.nullable(v.number()),
    'The status of its response; null if there was none or it was not seen.',
  ),
  hasFailed: v.boolean(),
});

/** Derived data of a WebSocket. */
export type SocketDerived = TypeOf<typeof socketDerived>;

/** The schema of `OpenerDerived`. */
export const openerDerived = v.object({
  link: v.nullable(
    v.object({
      exchange: described(
        v.nullable(v.string()),
        "The id of the document's request; null if that was not recorded.",
      ),
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
        'Why it has no opener, computed from the responses of both documents; null if it has one.',
      ),
      openedPolicy: described(openerPolicyOrNull, 'Its own policy; null if its request was not recorded.'),
      openerPolicy: described(
        openerPolicyOrNull,
        "The policy of its opener's page, or of the previous document in its tab.",
      ),
      isFirst: v.boolean(),
    }),
  ),
});

/** Derived data of a document in an opened tab. */
export type OpenerDerived = TypeOf<typeof openerDerived>;
