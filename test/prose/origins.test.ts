import { describe, expect, test } from 'vitest';
import { classicPairs } from '../../src/channels/classic-pairs';
import { type PairReason, pairOf, ruleNames } from '../../src/channels/pair-rules';
import { type Way, type WayReason, waysAcross } from '../../src/channels/ways-across';
import { registrableDomain, relationOf } from '../../src/engine/site';
import { type OriginsProse, originsProse } from '../../src/prose/origins';
import { someOrigins } from '../support/origins';
import { languages, type TextAt, textsIn } from '../support/prose-texts';

const sites = { relationOf, registrableDomain };
const usual = pairOf('https://www.a.example', 'https://api.a.example', sites);

const pairs = someOrigins.flatMap((page) => someOrigins.slice(1).map((other) => pairOf(page, other, sites)));

/** Every text, with the path to it; functions of pairs are called with each pair that they can be asked of. */
function textsOf(prose: OriginsProse): readonly TextAt[] {
  return [...textsIn(prose), ...sentencesOf(prose)];
}

function sentencesOf(prose: OriginsProse): readonly TextAt[] {
  const { table } = prose;
  const said = pairs.flatMap((pair): TextAt[] => [
    [`/relations/${pair.relation}`, prose.relations[pair.relation].sentence(pair)],
    ...pair.rules.map(({ reason }): TextAt => [`/reasons/${reason}`, prose.reasons[reason](pair)]),
    ...waysAcross(pair).map(
      ({ reason }): TextAt => [`/wayReasons/${reason}`, prose.wayReasons[reason](pair)],
    ),
  ]);
  return [
    ...said,
    ['/table/sameAddressAs 1', table.sameAddressAs(['https://a.com'])],
    ['/table/sameAddressAs 5', table.sameAddressAs(someOrigins.slice(1, 6))],
    ['/table/showMore', table.showMore(200, 12_345)],
    ...(['read', 'embed', 'write', 'blocked'] as const).map(
      (only): TextAt => [`/table/showRequests ${only}`, table.showRequests(3, only, 'https://a.com')],
    ),
  ];
}

const unique = (texts: readonly TextAt[]) => [
  ...new Map(texts.map((each) => [each.join(' '), each])).values(),
];

describe.each(languages)('what is said of two origins in %s', (language) => {
  const prose = originsProse.in(language);

  test.each(Object.keys(prose.reasons) as PairReason[])('has one sentence for %s', (reason) => {
    const text = prose.reasons[reason](usual);
    expect(text).toMatch(/[.。]$/);
    expect(text.slice(0, -1), 'one sentence, not two').not.toMatch(/[.。]\s|。/);
    expect(text.length, text).toBeLessThanOrEqual(260);
  });

  test.each(Object.keys(prose.wayReasons) as WayReason[])('has one sentence for %s', (reason) => {
    const text = prose.wayReasons[reason](usual);
    expect(text).toMatch(/[.。]$/);
    expect(text.slice(0, -1)).not.toMatch(/[.。]\s|。/);
    expect(text.length, text).toBeLessThanOrEqual(260);
  });

  test.each(Object.keys(prose.ways) as Way[])('names advantages, limits and a use of %s', (way) => {
    const { advantages, limits, use } = prose.ways[way];
    expect(advantages.length).toBeGreaterThanOrEqual(2);
    expect(limits.length).toBeGreaterThanOrEqual(3);
    expect(use).toMatch(/[.。]$/);
    for (const point of [...advantages, ...limits]) {
      expect(point, 'a point has no full stop').not.toMatch(/[.。]$/);
      expect(point.length, point).toBeLessThanOrEqual(140);
    }
  });

  test('has short words for the cells', () => {
    const expectAtMost = (length: number, label: string) =>
      expect(label.length, label).toBeLessThanOrEqual(length);
    for (const rule of ruleNames) expectAtMost(8, prose.rules[rule].label);
    for (const { label } of Object.values(prose.verdicts)) expectAtMost(10, label);
    for (const label of Object.values(prose.works)) expectAtMost(14, label);
  });

  test('has a name for each classic pair', () => {
    expect(Object.keys(prose.tester.classic)).toEqual(classicPairs.map(({ name }) => name));
  });

  test.each(unique(textsOf(prose)))('%s is calm and exact: %s', (_, text) => {
    expect(text).not.toBe('');
    expect(text).not.toMatch(
      /CORS error|CORS 错误|\bplease\b|\bthe browser\b|undefined|\[object|NaN|(Domain=|both is |只有 )null/i,
    );
    expect(text, 'full-width spaces and doubled ones').not.toMatch(/ {2}|\u3000/);
  });

  test('names both origins where the sentence turns on them', () => {
    expect(prose.reasons['fetch-cors'](usual)).toContain('https://www.a.example');
    expect(prose.reasons['fetch-cors'](usual)).toContain('https://api.a.example');
    expect(prose.wayReasons['cors-agreed'](usual)).toContain(
      'Access-Control-Allow-Origin: https://www.a.example',
    );
    expect(prose.wayReasons['web-socket'](usual)).toContain('wss://api.a.example');
    expect(prose.reasons['cookies-domain'](usual)).toContain('Domain=a.example');
    expect(prose.wayReasons['document-domain-site'](usual)).toContain('"a.example"');
  });

  test('says of a difference by scheme alone that the scheme is why', () => {
    const sentence = (page: string, other: string) => {
      const pair = pairOf(page, other, sites);
      return prose.relations[pair.relation].sentence(pair);
    };
    expect(sentence('http://a.com', 'https://a.com')).toMatch(/because of the scheme|因为协议/);
    expect(sentence('http://www.a.com', 'https://api.a.com')).toMatch(/because of the scheme|因为协议/);
    expect(sentence('http://a.com', 'https://b.com')).not.toMatch(/because|因为/);
  });
});

describe('the two languages', () => {
  const bare = /^\/(rules\/(dom|cookies)\/label|ways\/[a-z-]+\/name)$/;

  test('say nothing in the same words, but for names', () => {
    const chinese = new Map(textsOf(originsProse.in('zh-CN')));
    const shared = textsOf(originsProse.in('en')).filter(
      ([path, text]) => chinese.get(path) === text && !bare.test(path),
    );
    expect(shared).toEqual([]);
  });

  test('say in Chinese what is not a name, and set it apart from Latin words', () => {
    for (const [path, text] of textsOf(originsProse.in('zh-CN'))) {
      if (!bare.test(path)) expect(text, path).toMatch(/\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}[,;?!]|[,;?!]\p{Script=Han}/u);
    }
  });
});
