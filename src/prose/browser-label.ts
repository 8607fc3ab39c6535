import type { BrowserName } from '../engine';

/** The browser as people call it. */
export function browserLabel({ name }: { readonly name: BrowserName }): string {
  return name === 'chrome' ? 'Chrome' : 'Firefox';
}
