import { browser } from '../platform/browser-api';
import type { Permit } from '../protocol/permit';

/** Opens the page that asks the person: a panel in Firefox's toolbox has no `permissions`. */
export function openPermitPage(wanted: Permit): void {
  const url = browser.runtime.getURL(`src/devtools/permit.html?${wanted}`);
  void browser.tabs.create({ url }).catch(console.error);
}
