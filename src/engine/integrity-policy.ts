import { getHeader } from './headers';
import type { HeaderList } from './model';

const destinations = /(?:^|,)\s*blocked-destinations\s*=\s*\(([^)]*)\)/;
const sources = /(?:^|,)\s*sources\s*=\s*\(([^)]*)\)/;

/**
 * Whether an Integrity-Policy blocks scripts without integrity metadata, or with metadata that cannot be checked. Both
 * browsers do so for scripts only (measured).
 *
 * @see https://w3c.github.io/webappsec-subresource-integrity/#integrity-policy-section
 */
export function requiresScriptIntegrity(
  headerList: HeaderList,
  name: 'Integrity-Policy' | 'Integrity-Policy-Report-Only' = 'Integrity-Policy',
): boolean {
  const value = getHeader(headerList, name) ?? '';
  const names = (pattern: RegExp) => pattern.exec(value)?.[1]?.trim().split(/ +/) ?? null;
  return (names(destinations)?.includes('script') ?? false) && (names(sources)?.includes('inline') ?? true);
}
