import { type BrowserName, type HeaderList, headerValues, originOf } from '../../engine';
import type { DocumentPolicies } from '../../protocol/facts';

/** The directive with which Chrome treats a document as one of a public address. */
export const publicAddress = 'treat-as-public-address';

/** The headers that decide about the connections of a document, before webRequest shows them or without it. */
const deciding: Readonly<Record<BrowserName, readonly string[]>> = {
  chrome: [
    'Connection-Allowlist',
    'Connection-Allowlist-Report-Only',
    'Integrity-Policy',
    'Integrity-Policy-Report-Only',
  ],
  firefox: ['Integrity-Policy', 'Integrity-Policy-Report-Only'],
};

/** Returns what decides about the connections of a document that was served so. Firefox supports less of it. */
export function documentPoliciesOf(
  browser: BrowserName,
  url: string,
  headerList: HeaderList,
): DocumentPolicies {
  const lines = (name: string) =>
    headerValues(headerList, name).map((value): [string, string] => [name, value]);
  const isChrome = browser === 'chrome';
  const permissions = lines('Permissions-Policy').filter(([, value]) => value.includes('sync-xhr'));
  const isPublic = lines('Content-Security-Policy').some(([, value]) => value.includes(publicAddress));
  return {
    origin: originOf(url),
    headerList: [
      ...deciding[browser].flatMap(lines),
      ...(isChrome ? permissions : []),
      ...(isChrome && isPublic ? [['Content-Security-Policy', publicAddress] as [string, string]] : []),
    ],
  };
}

/** Whether a document with that URL has the policies of the document that created it. */
export function inheritsPolicies(url: string): boolean {
  return /^(about|blob|data):/.test(url);
}
