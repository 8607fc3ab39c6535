import { afterAll, beforeAll, describe } from 'vitest';
import { isLong } from '../support/is-long';

/** The browsers in which these tests run. */
export type BrowserName = 'Chromium' | 'Firefox';

/**
 * The servers, pages and panels that tests share, by name. Those with a `close` method are closed in reverse
 * order.
 */
export type Opened = Readonly<Record<string, object>>;

const both: readonly BrowserName[] = ['Chromium', 'Firefox'];

/**
 * Declares tests that run in both browsers, or, unless the run is long, only in those of `always`. Each browser is opened once for all its tests, which get the
 * result of `open`. It is available only in tests and hooks.
 */
export function describeInBrowsers<T extends Opened>(
  name: string,
  open: (browser: BrowserName) => Promise<T>,
  tests: (opened: T, browser: BrowserName) => void,
  { always = both }: { readonly always?: readonly BrowserName[] } = {},
): void {
  describe.each(isLong ? both : always)(`in %s, ${name}`, (browser) => {
    let opened: T | undefined;
    const partOf = (key: PropertyKey): object => {
      if (opened === undefined) throw new Error(`browsers: "${String(key)}" is not open yet`);
      return Reflect.get(opened, key);
    };
    beforeAll(async () => {
      opened = await open(browser);
    });
    afterAll(async () => {
      for (const part of Object.values(opened ?? {}).reverse()) if (isClosable(part)) await part.close();
    });
    tests(new Proxy({} as T, { get: (_, key) => later(() => partOf(key)) }), browser);
  });
}

/** Stands in for an object that does not exist yet, and forwards property reads once it does. */
function later(object: () => object): object {
  return new Proxy({}, { get: (_, key) => Reflect.get(object(), key) });
}

function isClosable(part: object): part is { close(): Promise<void> } {
  return 'close' in part;
}
