import type { BrowserName } from '../engine';
import type { BrowserInfo } from '../protocol/messages';

/** The browser as people call it. */
export function browserLabel({ name }: { readonly name: BrowserName }): string {
  return name === 'chrome' ? 'Chrome' : 'Firefox';
}

/** The same with the number of its version, such as `Chrome 156`. */
export function browserWithVersion({ name, version }: BrowserInfo): string {
  return `${browserLabel({ name })} ${Number.parseInt(version, 10) || ''}`.trim();
}
