import { describe, expect, test } from 'vitest';
import { languages } from '../../src/prose';
import { stackWords } from '../../src/prose/stacks';
import { type ProxyId, proxies } from '../../src/remedy/proxies';
import { type ProxyStack, proxyPath } from '../../src/remedy/proxy';

const ids = Object.keys(proxies) as ProxyId[];
const server = 'https://api.example:8443';
const textOf = (id: ProxyId, cookies: boolean, language = languages[0]) => {
  const { comments, proxyComments, proxyPlaces } = stackWords.in(language ?? 'en');
  const parts = proxies[id].write(
    { server, cookies },
    { ...comments, ...proxyComments, place: proxyPlaces[id] },
  );
  return parts.map(({ text }) => text).join('\n');
};
/** A text without its comments. */
const code = (text: string) => text.replace(/^\s*(#|\/\/).*$/gm, '');

describe.each(ids)('the proxy in the words of %s', (id) => {
  const { isJson, passesCookies }: ProxyStack = proxies[id];
  const removesCookies = (cookies: boolean) =>
    /(delete|remove|unset|hide|header_up -|del-header)[^\n]*cookie|Cookie ""/i.test(
      code(textOf(id, cookies)),
    );

  test('passes requests on to the one server', () => {
    const text = code(textOf(id, false)).replaceAll('\\', '');
    expect(text).toContain('api.example:8443');
    expect(text).toContain(proxyPath);
  });

  test('leaves out cookies that no request needs, or says that it cannot', () => {
    expect(removesCookies(false)).toBe(passesCookies !== true);
    expect(removesCookies(true)).toBe(false);
  });

  test(isJson ? 'is JSON' : 'says where it goes and what it does in every language', () => {
    if (isJson) expect(() => JSON.parse(textOf(id, false))).not.toThrow();
    for (const language of isJson ? [] : languages) {
      const { proxyComments, proxyPlaces } = stackWords.in(language);
      const text = textOf(id, false, language).replace(/\n\s*(?:(?:#|\/\/) )?/g, ' ');
      expect(text).toContain(proxyPlaces[id]);
      expect(text).toContain(proxyComments.purpose);
      expect(proxyComments.purpose).toContain(proxyPath);
    }
  });
});
