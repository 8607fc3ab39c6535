import { type Header, type HeaderList, headerValues, originOf } from '../../engine';
import type { DocumentPolicies } from '../../protocol/facts';

/** The headers of a document that decide about its connections before webRequest shows the result. */
const deciding = ['Connection-Allowlist', 'Connection-Allowlist-Report-Only'];

/** The directive with which Chrome treats a document as one of a public address. */
export const publicAddress = 'treat-as-public-address';

/** Returns what decides about the connections of a document that was served so. */
export function documentPoliciesOf(url: string, headerList: HeaderList): DocumentPolicies {
  const lines = (name: string) => headerValues(headerList, name).map((value) => [name, value] as const);
  const permissions = lines('Permissions-Policy').filter(([, value]) => value.includes('sync-xhr'));
  const isPublic = lines('Content-Security-Policy').some(([, value]) => value.includes(publicAddress));
  return {
    origin: originOf(url),
    headerList: [
      ...[...deciding.flatMap(lines), ...permissions].map(([name, value]): Header => [name, value]),
      ...(isPublic ? [['Content-Security-Policy', publicAddress] as const] : []),
    ],
  };
}

/** Whether a document with that URL has the policies of the document that created it (measured in Chrome). */
export function inheritsPolicies(url: string): boolean {
  return /^(about|blob|data):/.test(url);
}
