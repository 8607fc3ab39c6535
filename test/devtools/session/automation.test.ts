import { describe, expect, test } from 'vitest';
import { openAutomation } from '../../../src/devtools/session/automation';
import { openLog } from '../../../src/recording/log/open-log';
import type { FormatId } from '../../../src/report/formats';
import { exchangeFacts } from '../../support/facts';

const log = openLog();
log.receive({
  type: 'watching',
  browser: { name: 'chrome', version: '156' },
  sinceMs: 1,
  hostPermission: true,
  isPrivate: false,
});
const facts = exchangeFacts([{ url: 'https://api.example/items?token=hushhush99' }]);
log.receive({
  type: 'exchanges',
  exchanges: [{ facts, requestClass: 'simple', outcome: 'allowed', mode: 'cors' }],
});

const corscope = openAutomation(
  Promise.resolve({
    log,
    watch: {
      ready: Promise.resolve(),
      flush: async () => {},
      setRecording: () => {},
      setData: () => {},
      permit: () => {},
    },
    version: '1.2.3',
    cookies: () => Promise.reject(new Error('test: not allowed')),
    language: () => 'en',
    pageWorld: () => true,
    answers: () => [],
  }),
);

describe('corscope.report()', () => {
  test('returns a minimal report as an object', async () => {
    const report = await corscope.report();
    expect(report).toMatchObject({ schema: 'corscope/report@1', redaction: 'minimal', language: 'en' });
    expect(report.exchanges).toHaveLength(1);
  });

  test('returns the text of the requested format and applies the other options', async () => {
    const json = await corscope.report({ format: 'json', redact: false });
    expect(JSON.parse(json)).toMatchObject({ schema: 'corscope/report@1', redaction: 'everything' });
    expect(json).toContain('hushhush99');
    const markdown = await corscope.report({ format: 'markdown', language: 'zh-CN' });
    expect(markdown).toMatch(/^# CORScope 报告\n/);
    expect(markdown).not.toContain('hushhush99');
    expect(await corscope.report({ format: 'svg' })).toMatch(/^<svg /);
  });

  test('rejects an unknown format and lists the known ones', async () => {
    await expect(corscope.report({ format: 'pdf' as FormatId })).rejects.toThrow(
      'no format "pdf"; there are json, markdown',
    );
  });
});
