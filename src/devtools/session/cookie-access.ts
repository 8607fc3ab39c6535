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

/** The way to what the browser keeps of cookies, as far as the person lets us look. */
export interface CookieAccess {
  /** Asks the person, which browsers allow at a click only; whether it was given. */
  permit(): Promise<boolean>;
  /** The cookies of these hosts, and of those below them; null without the permission. */
  kept(hosts: readonly string[]): Promise<StoredCookies | null>;
}

/** What asking for cookies needs of the browser. A panel in Firefox's toolbox has no `permissions`. */
export interface CookieAccessContext {
  readonly permissions: Pick<Browser['permissions'], 'request' | 'contains'> | undefined;
  connect(name: string): PortLike;
  readonly tabId: number;
}

/**
 * Asks through the background, which can look from everywhere; but not as long as there is no permission, for each
 * question wakes it.
 */
export function openCookieAccess({ permissions, connect, tabId }: CookieAccessContext): CookieAccess {
  /** Resolves with the first answer that is wanted; null where the background was stopped before. */
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
