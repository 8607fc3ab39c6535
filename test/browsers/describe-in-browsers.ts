import { afterAll, beforeAll, describe } from 'vitest';

/** The browsers that everything holds in. */
export type BrowserName = 'Chromium' | 'Firefox';

/** The servers, pages and panels that tests share, by name. All that can be closed are, the last one first. */
export type Opened = Readonly<Record<string, object>>;

/**
 * Describes what holds in both browsers. Each browser is opened once for all of its tests, which get what `open`
 * resolved with; outside of tests and hooks that is not there yet.
 */
export function describeInBrowsers<T extends Opened>(
  name: string,
  open: (browser: BrowserName) => Promise<T>,
  tests: (opened: T, browser: BrowserName) => void,
): void {
  describe.each<BrowserName>(['Chromium', 'Firefox'])(`in %s, ${name}`, (browser) => {
    let opened: T | undefined;
    const part = (key: PropertyKey): object => {
      if (opened === undefined) throw new Error(`browsers: "${String(key)}" is not open yet`);
      return Reflect.get(opened, key);
    };
    beforeAll(async () => {
      opened = await open(browser);
    });
    afterAll(async () => {
      for (const each of Object.values(opened ?? {}).reverse()) if (isClosable(each)) await each.close();
    });
    tests(new Proxy({} as T, { get: (_, key) => later(() => part(key)) }), browser);
  });
}

/** Stands for an object that is not there yet, and passes on what it is asked for once it is. */
function later(object: () => object): object {
  return new Proxy({}, { get: (_, key) => Reflect.get(object(), key) });
}

function isClosable(part: object): part is { close(): Promise<void> } {
  return 'close' in part;
}
