import { readFileSync } from 'node:fs';

/** What the browsers print about the broken variant of each case, by cause: `npm run record:messages` writes it. */
export type BrowserSays = Readonly<
  Record<
    string,
    {
      /** The messages in Chromium's console. */
      readonly chromium?: readonly string[];
      /** The codes of Chromium's Issues, each with its reason. */
      readonly issues?: readonly string[];
      /** The messages in Firefox's console. */
      readonly firefox?: readonly string[];
    }
  >
>;

/** The path of the file. */
export const browserSaysPath = 'test/causes/browser-says.json';

/** Reads what the browsers printed. */
export function readBrowserSays(): BrowserSays {
  return JSON.parse(readFileSync(browserSaysPath, 'utf8'));
}

/** Returns a message without what differs between pages: URLs become `<url>`, an origin `<origin>`. */
export function withPlaceholders(text: string): string {
  return text
    .split('\n')[0]!
    .replace(/\b(?:https?|wss?|data|blob|about):[^\s'"“”‘’<>)]+/g, (url) => {
      const end = /[.,;:]+$/.exec(url)?.[0] ?? '';
      return (/^\w+:\/\/[^/]+$/.test(url.slice(0, url.length - end.length)) ? '<origin>' : '<url>') + end;
    })
    .trim();
}
