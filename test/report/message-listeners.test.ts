import { describe, expect, test } from 'vitest';
import { markdown } from '../../src/report/markdown';
import { pageEvent, ranListener } from '../support/page-events';
import { reportOfFacts } from '../support/reports';

const checked = ranListener({
  name: 'onMessage',
  registeredAt: { stack: ['at https://page.example/app.js?token=s3cr3tt:1:2'] },
  text: "(e) => {\n  if (e.origin.indexOf('https://pay.example') === 0) go(e.data, { password: 's3cr3tt' });\n}",
  reads: ['data', 'origin'],
});
const open = ranListener({ id: 2, text: '({ data }) => go(data)', reads: ['data'] });
const star = {
  url: 'https://page.example/app.js',
  inline: null,
  listener: null,
  line: 3,
  column: 5,
  text: "postMessage({ token: 'n3v3r-t0ld' }, '*')",
};
const part = {
  pageEvents: [
    pageEvent.messageReceived({ listeners: [checked, open] }),
    pageEvent.messageReceived({ listeners: [open] }),
  ],
  stars: [star],
};
const report = reportOfFacts([], part);

describe('the listeners of a report', () => {
  test('are listed once each, with their check and an origin that passes it', () => {
    expect(report.messageListeners).toMatchObject([
      {
        name: 'onMessage',
        messages: 1,
        verdict: 'indexOf',
        run: 'looked',
        reach: 'anyone',
        example: 'https://pay.example.attacker.example',
        restsOn: "e.origin.indexOf('https://pay.example') === 0",
        at: { line: 2, column: 7, of: null },
        risk: { code: 'anyone-passes' },
      },
      { messages: 2, verdict: 'none', run: 'data-only', example: null, risk: { code: 'no-check' } },
    ]);
    expect(report.starTargets).toEqual([{ certainty: 'possible', ...star }]);
  });

  test('are in Markdown together with calls with "*", which are only possible', () => {
    const text = markdown(report);
    expect(text).toContain('## Message listeners');
    expect(text).toContain('https://pay.example.attacker.example');
    expect(text).toMatch(/Only a possibility: .*\n[^#]*app\.js` \| 3:5/s);
  });

  test('are limited in Markdown, with a note', () => {
    const listeners = Array.from({ length: 101 }, (_, id) => ranListener({ id: id + 1, name: `on${id}` }));
    const stars = Array.from({ length: 250 }, (_, line) => ({ ...star, line }));
    const text = markdown(
      reportOfFacts([], { pageEvents: [pageEvent.messageReceived({ listeners })], stars }),
    );
    expect(text).toContain('The first 100 of 101; the JSON report has all of them.');
    expect(text).toContain('The first 100 of 250; the JSON report has all of them.');
  });

  test.each(['minimal', 'readable'] as const)('have no secrets after redaction: %s', (redaction) => {
    const left = reportOfFacts([], { ...part, redaction });
    expect(JSON.stringify(left)).not.toMatch(/s3cr3tt|n3v3r/);
    expect(left.messageListeners).toMatchObject([
      { verdict: 'indexOf', reach: 'anyone', at: { line: 2, column: 7 }, risk: { code: 'anyone-passes' } },
      { verdict: 'none', run: 'data-only', risk: { code: 'no-check' } },
    ]);
  });

  test('keep the origins of a check in a minimal report', () => {
    const [listener] = reportOfFacts([], { ...part, redaction: 'minimal' }).messageListeners;
    expect(listener).toMatchObject({
      name: 'onMessage',
      restsOn: "e.origin.indexOf('https://pay.example') === 0",
    });
  });
});
