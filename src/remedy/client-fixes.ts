import { chromeRules, type Exchange, explain, type FindingCode, firefoxRules } from '../engine';
import { contentType } from './client/content-type';
import { credentials } from './client/credentials';
import { crossOriginFirst } from './client/cross-origin-first';
import { finalUrl } from './client/final-url';
import { frameAllow } from './client/frame-allow';
import { integrity } from './client/integrity';
import { manifestCredentials } from './client/manifest-credentials';
import { methodCase } from './client/method-case';
import { responseHeaders } from './client/response-headers';
import { targetAddressSpace } from './client/target-address-space';
import { workerFromBlob } from './client/worker-from-blob';
import type { ClientChange, ClientRequest, WriteClientFix } from './client-fix';

const table = {
  'method-case': methodCase,
  'response-headers': responseHeaders,
  credentials,
  'content-type': contentType,
  'final-url': finalUrl,
  'cross-origin-first': crossOriginFirst,
  integrity,
  'target-address-space': targetAddressSpace,
  'frame-allow': frameAllow,
  'manifest-credentials': manifestCredentials,
  'worker-from-blob': workerFromBlob,
} satisfies Readonly<Record<string, WriteClientFix>>;

/** The id of a change of a page's code. */
export type ClientFixId = keyof typeof table;

/**
 * What the rules of both browsers say of the changed request.
 *
 * - `passes`: it is allowed with the recorded responses
 * - `further`: it gets further than before; the response that decides then was not recorded
 * - `not-enough`: with the recorded responses, the server has to change too
 * - `not-computed`: no rule here reads what changes
 */
export type ClientProof = 'passes' | 'further' | 'not-enough' | 'not-computed';

/** A change of a page's code, proven as far as that is possible. */
export interface ClientFix extends ClientChange {
  readonly id: ClientFixId;
  readonly proof: ClientProof;
  /** What blocks the changed request; null unless the change is not enough. */
  readonly next: FindingCode | null;
}

/** Returns the changes of its page's code that a request needs; empty if the page is not wrong. */
export function clientFixesFor(request: ClientRequest): readonly ClientFix[] {
  return (Object.entries(table) as readonly (readonly [ClientFixId, WriteClientFix])[]).flatMap(
    ([id, write]) => {
      const change = write(request);
      return change ? [{ id, ...change, ...proven(change.changed) }] : [];
    },
  );
}

function proven(changed: Exchange | null): Pick<ClientFix, 'proof' | 'next'> {
  if (!changed) return { proof: 'not-computed', next: null };
  const errors = [chromeRules, firefoxRules].flatMap(
    (rules) => explain(changed, rules).findings.find(({ severity }) => severity === 'error') ?? [],
  );
  if (errors[0]) return { proof: 'not-enough', next: errors[0].code };
  return { proof: changed.hops.at(-1)?.response ? 'passes' : 'further', next: null };
}
