const stores: readonly RegExp[] = [
  /^https:\/\/chromewebstore\.google\.com\//,
  /^https:\/\/chrome\.google\.com\/webstore/,
  /^https:\/\/microsoftedge\.microsoft\.com\/addons/,
  /^https:\/\/addons\.mozilla\.org\//,
  /^https:\/\/(accounts|support)\.(firefox|mozilla)\.(com|org)\//,
];

/** Whether browsers deny extensions access to this page: their own pages and their extension stores. */
export function isRestrictedPage(url: string): boolean {
  if (url === '' || url === 'about:blank' || url === 'about:srcdoc') return false;
  return !/^(https?|file|ftp|data|blob):/.test(url) || stores.some((store) => store.test(url));
}
