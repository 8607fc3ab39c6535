import { readFileSync } from 'node:fs';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { reportSchema, schemaPath } from '../../scripts/report-schema';
import { findings as kinds } from '../../src/engine';
import type { Report, ReportFinding } from '../../src/report/model';
import { frames, pageEvents } from '../devtools/gallery/page-events';
import { situations } from '../devtools/gallery/situations';
import { frameFacts } from '../support/facts';
import { recordingsOf, reportOfFacts, reportOfRecording } from '../support/reports';

const published: object = JSON.parse(readFileSync(schemaPath, 'utf8'));

/** The schema for our own reports. It allows no unknown members. */
function strict(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const parts = Object.entries(schema).map(([name, part]) => [name, strict(part)] as const);
  const isClosed = 'properties' in schema && 'required' in schema;
  return { ...Object.fromEntries(parts), ...(isClosed && { additionalProperties: false }) };
}

function compile(schema: object): ValidateFunction {
  return new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);
}

const isReport = compile(published);
const isOurReport = compile(strict(published) as object);

/** Returns the schema errors of one of our reports. */
const problems = (report: unknown) => (isOurReport(report) ? [] : isOurReport.errors);

test('the published schema matches the types', () => {
  expect(published, 'npm run schema writes it anew').toEqual(reportSchema());
});

const reports: readonly Report[] = [
  ...(['chrome', 'firefox'] as const).flatMap((browser) =>
    recordingsOf(browser).map((recording) => reportOfRecording(browser, recording, 'en')),
  ),
  reportOfFacts([], { frames, pageEvents }),
  reportOfFacts(situations, { frames, pageEvents, redaction: 'minimal' }),
  reportOfFacts(situations, { frames, pageEvents, redaction: 'readable' }),
  reportOfFacts(situations, {
    language: 'zh-CN',
    frames: [frameFacts(0, 'https://a.example/')],
  }),
];

describe('every report', () => {
  test('matches the schema, redacted or not', () => {
    for (const report of reports) {
      expect(problems(report)).toEqual([]);
      expect(problems(JSON.parse(JSON.stringify(report)))).toEqual([]);
    }
  });

  test('covers every class and outcome', () => {
    const exchanges = reports.flatMap(({ exchanges }) => exchanges);
    expect(new Set(exchanges.map((exchange) => exchange.class))).toEqual(
      new Set(['same-origin', 'simple', 'preflighted', 'preflight', 'no-cors', 'navigation', 'websocket']),
    );
    expect(new Set(exchanges.map(({ outcome }) => outcome))).toEqual(
      new Set(['allowed', 'blocked', 'opaque', 'failed', 'pending', 'unknown']),
    );
  });

  const [report] = reports;
  const [exchange] = report?.exchanges ?? [];
  const withFinding = (code: string) => {
    const finding = {
      ...{ code, severity: 'error', hop: 0, section: 'CORS check', step: '4', title: '', remedy: '' },
      ...{ specUrl: 'https://fetch.spec.whatwg.org/', evidence: { origin: null, url: '' } },
    } as ReportFinding;
    return { ...report, exchanges: [{ ...exchange, findings: [finding], candidates: [code, 'none'] }] };
  };
  test.each(Object.keys(kinds))('matches the schema with a finding %s', (code) => {
    expect(problems(withFinding(code))).toEqual([]);
  });

  test('does not match the schema with an unknown finding', () => {
    expect(problems(withFinding('cors-error'))).not.toEqual([]);
  });
});

describe('a report', () => {
  const [report] = reports;

  test('with an unknown member is valid for readers but not for our own reports', () => {
    const later = { ...report, later: 1, page: { ...report?.page, later: true } };
    expect(isReport(later)).toBe(true);
    expect(isOurReport(later)).toBe(false);
  });

  test.each([
    ['another schema', { schema: 'corscope/report@2' }],
    ['no exchanges', { exchanges: undefined }],
    ['an unknown page event', { pageEvents: [{ kind: 'odd' }] }],
    ['an unknown outcome', { exchanges: [{ ...report?.exchanges[0], outcome: 'odd' }] }],
    [
      'a header without a value',
      { exchanges: [{ ...report?.exchanges[0], hops: [{ requestHeaders: [['a']] }] }] },
    ],
    ['a page without a URL', { page: { origin: 'null', title: null } }],
  ])('with %s is invalid', (_, part) => {
    expect(isReport(JSON.parse(JSON.stringify({ ...report, ...part })))).toBe(false);
  });
});
