import type { Browser } from 'webextension-polyfill';
import type { SameSiteAttribute } from '../../engine';
import { openChannel, type PortLike } from '../../protocol/channel';
import {
  type BrowserCookie,
  cookiesPort,
  type FromCookieAsker,
  type StoredCookie,
  type StoredCookies,
  type ToCookieAsker,
} from '../../protocol/cookies';
import { parseToCookieAsker } from '../../protocol/parse-to-cookie-asker';

/** Access to the browser's cookie store, if the user grants it. */
export interface CookieAccess {
  /** Requests the permission and resolves with the answer. Browsers allow this only in a click handler. */
  permit(): Promise<boolean>;
  /** Returns the cookies of these hosts and their subdomains; null without the permission. */
  kept(hosts: readonly string[]): Promise<StoredCookies | null>;
}

/** The browser APIs for cookie access. A panel in Firefox's toolbox has no `permissions`. */
export interface CookieAccessContext {
  readonly permissions: Pick<Browser['permissions'], 'request' | 'contains'> | undefined;
  connect(name: string): PortLike;
  readonly tabId: number;
}

/**
 * Opens access to the cookie store through the background, because not every panel has the API. Without the
 * permission it does not ask, because each question wakes the background.
 */
export function openCookieAccess({ permissions, connect, tabId }: CookieAccessContext): CookieAccess {
  /** Resolves with the first answer; null if the background stopped before it answered. */
  const ask = <T>(question: FromCookieAsker, answerOf: (message: ToCookieAsker) => T) =>
    new Promise<T | null>((resolve) => {
      const channel = openChannel<ToCookieAsker, FromCookieAsker>(connect(cookiesPort), parseToCookieAsker);
      channel.onClose(() => resolve(null));
      channel.onMessage((message) => {
        resolve(answerOf(message));
        channel.close();
      });
      channel.post(question);
    });
  const wanted = { permissions: ['cookies' as const] };
  let isRefused = false;
  return {
    async permit() {
      const isGiven = permissions
        ? await permissions.request(wanted)
        : (await ask({ type: 'permit' }, () => true)) !== null;
      isRefused = !isGiven;
      return isGiven;
    },
    async kept(hosts) {
      if (permissions ? !(await permissions.contains(wanted)) : isRefused) return null;
      const answer = await ask({ type: 'kept', tabId, hosts }, (message) =>
        message.type === 'kept' ? message : null,
      );
      isRefused = answer?.cookies === null;
      const stored = answer?.cookies;
      return stored ? { atMs: Date.now(), cookies: stored.map(toKeptCookie) } : null;
    },
  };
}

const sameSites: Readonly<Record<string, SameSiteAttribute>> = {
  no_restriction: 'none',
  lax: 'lax',
  strict: 'strict',
};

function toKeptCookie(cookie: BrowserCookie): StoredCookie {
  const { name, value, domain, hostOnly, path, secure, sameSite, expirationDate, partitionKey } = cookie;
  const partition = partitionKey?.topLevelSite ?? null;
  return {
    name,
    value,
    domain: domain.replace(/^\./, ''),
    isHostOnly: hostOnly,
    path,
    isSecure: secure,
    isPartitioned: partition !== null,
    sameSite: sameSites[sameSite] ?? 'default',
    expiresAtMs: expirationDate === undefined ? null : expirationDate * 1000,
    partition,
  };
}
