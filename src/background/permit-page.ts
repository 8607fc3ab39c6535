import type { Browser } from 'webextension-polyfill';
import type { Permit } from '../protocol/permit';

/** Opens the page that asks the user for a permission: a panel in Firefox's toolbox has no `permissions` API. */
export function openPermitPage({ runtime, tabs }: Pick<Browser, 'runtime' | 'tabs'>, wanted: Permit): void {
  const url = runtime.getURL(`src/devtools/permit.html?${wanted}`);
  void tabs.create({ url }).catch(console.error);
}
