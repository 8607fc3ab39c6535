import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { isIPv4, isIPv6 } from 'node:net';
import Ajv from 'ajv';
import { parse } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { parseUrl } from '../../src/engine';
import { csv } from '../../src/report/csv';
import { reportText } from '../../src/report/formats';
import { html } from '../../src/report/html';
import { junit } from '../../src/report/junit';
import type { Report } from '../../src/report/model';
import { sarif } from '../../src/report/sarif';
import { frames, pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { exchangeFacts } from '../support/facts';
import { reportOfFacts } from '../support/reports';

const report = reportOfFacts(situations, { frames, pageEvents });
const requests = report.exchanges.filter(({ preflightFor }) => preflightFor === null);

/** A report of a request whose parts a page chose to do harm. */
function hostile(text: string): Report {
  const url = `https://api.example/${encodeURIComponent(text.toWellFormed())}`;
  const facts = exchangeFacts([{ url, requestHeaders: [['X-Note', text]] }], {});
  const [exchange] = reportOfFacts([facts]).exchanges;
  return { ...report, exchanges: [{ ...exchange!, url, method: text, headline: text, error: text }] };
}

// biome-ignore format: one per line
const payloads = [
  '=HYPERLINK("https://evil.example","x")', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|cmd', '%0A',
  '"><script>alert(1)</script>', ']]>', '<![CDATA[', '&amp;', "' onload='x", '\u0000\u0008', '\ud800', 'a\r\nb', '\u2028',
];

const require = createRequire(import.meta.url);
const formats = {
  ipv4: isIPv4,
  ipv6: isIPv6,
  uri: (text: string) => parseUrl(text) !== null,
  'uri-reference': (text: string) => parseUrl(text, 'https://base.example/') !== null,
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
} as const;

const examples: readonly (readonly [string, Report])[] = [
  ['of many kinds of requests', report],
  ['of minimal values', reportOfFacts(situations, { frames, pageEvents, redaction: 'minimal' })],
  ['of nothing', reportOfFacts([])],
  ...payloads.map((text) => [`with ${JSON.stringify(text)}`, hostile(text)] as const),
];

describe('HAR', () => {
  const schemas: Readonly<Record<string, object>> = require('har-schema');
  const ajv = new Ajv({ strict: false, validateSchema: false, formats });
  for (const schema of Object.values(schemas)) ajv.addSchema(schema);
  const isHar = ajv.getSchema('har.json#');

  test.each(examples)('%s is valid by the schema of HAR 1.2', (_, each) => {
    const written: unknown = JSON.parse(reportText(each, 'har'));
    expect(isHar?.(written), JSON.stringify(isHar?.errors)).toBe(true);
  });

  test('has an entry for each request of a chain, and says which preflight belongs to which', () => {
    const { log } = JSON.parse(reportText(report, 'har'));
    expect(log.entries).toHaveLength(report.exchanges.flatMap(({ hops }) => hops).length);
    const preflights = log.entries.filter(
      (entry: { _resourceType: string }) => entry._resourceType === 'preflight',
    );
    expect(preflights.length).toBeGreaterThan(0);
    for (const { _corscopeHop } of preflights)
      expect(report.exchanges.map(({ id }) => id)).toContain(_corscopeHop.preflightFor.exchange);
  });
});

describe('CSV', () => {
  const rows = (each: Report): readonly (readonly string[])[] => parse(csv(each).join(''), { bom: true });

  test('has a row for each exchange, with as many cells as columns', () => {
    const [names = [], ...others] = rows(report);
    expect(others).toHaveLength(report.exchanges.length);
    expect(others.every((row) => row.length === names.length)).toBe(true);
    expect(others.map((row) => row[names.indexOf('outcome')])).toEqual(
      report.exchanges.map(({ outcome }) => outcome),
    );
  });

  test.each(payloads)('has no cell that a spreadsheet runs, for %j', (text) => {
    for (const cell of rows(hostile(text)).flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r|%]/);
  });
});

describe('JUnit', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' });

  test('has a test for each request, and counts them', () => {
    const { testsuites } = parser.parse(junit(report));
    expect(testsuites.testsuite.testcase).toHaveLength(requests.length);
    const failures = testsuites.testsuite.testcase.filter((each: object) => 'failure' in each);
    expect(failures).toHaveLength(requests.filter(({ outcome }) => outcome === 'blocked').length);
    expect(testsuites['@_failures']).toBe(String(failures.length));
  });

  test.each(payloads)('is well-formed with %j', (text) => {
    const written = junit(hostile(text));
    expect(XMLValidator.validate(written)).toBe(true);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow them
    expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });
});

describe('SARIF', () => {
  // Its draft of JSON Schema names the id otherwise.
  const { id: _, ...schema } = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const isSarif = new Ajv({
    strict: false,
    validateSchema: false,
    // One of its patterns is not valid in Unicode mode.
    unicodeRegExp: false,
    formats,
  }).compile({
    ...schema,
    $schema: undefined,
  });

  test.each(examples)('%s is valid by the schema of SARIF 2.1.0', (_, each) => {
    expect(isSarif(JSON.parse(sarif(each))), JSON.stringify(isSarif.errors)).toBe(true);
  });

  test('is not valid with a member that does not exist', () => {
    expect(isSarif({ ...JSON.parse(sarif(report)), corscope: 1 })).toBe(false);
  });

  test('has a result for each request that did not pass, each with its rule', () => {
    const { runs } = JSON.parse(sarif(report));
    const [{ tool, results }] = runs;
    const troubles = requests.filter(
      ({ outcome, findings }) => /blocked|failed|unknown/.test(outcome) && findings[0],
    );
    expect(results).toHaveLength(troubles.length);
    for (const { ruleId, ruleIndex, level, message, locations } of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(level).toMatch(/^(error|warning|note)$/);
      expect(message.text.length).toBeGreaterThan(10);
      expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(/^[a-z]+:\S+$/);
    }
  });
});

describe('HTML', () => {
  const written = (each: Report) => html(each).join('');

  test('lets only its own script run, and needs no network', () => {
    const text = written(report);
    const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(text) ?? [];
    const hash = createHash('sha256').update(script).digest('base64');
    expect(text).toContain(`script-src 'sha256-${hash}'`);
    expect(text).toContain("default-src 'none'");
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toMatch(/ (src|style|on\w+)=|<link|url\(/);
  });

  test('has every request, the blocked ones first and open', () => {
    const found = [...written(report).matchAll(/<details data-outcome="(\w+)"( open)?>/g)];
    expect(found).toHaveLength(requests.length);
    const firstPassed = found.findIndex(([, outcome]) => outcome === 'allowed');
    const lastBlocked = found.findLastIndex(([, outcome]) => outcome === 'blocked');
    expect(lastBlocked).toBeLessThan(firstPassed);
    expect(found[0]?.[2]).toBe(' open');
  });

  test.each(payloads)('has no other elements with %j', (text) => {
    const tags = (each: Report) => [...written(each).matchAll(/<\/?[a-z]\w*/g)].length;
    expect(tags(hostile(text))).toBe(tags(hostile('plain')));
  });

  test('is in Chinese, too', () => {
    const chinese = written(reportOfFacts(situations, { language: 'zh-CN' }));
    expect(chinese).toContain('<html lang="zh-CN">');
    expect(chinese).toContain('请求头');
  });
});
