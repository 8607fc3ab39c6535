import { describe, expect, test } from 'vitest';
import { auditListener, type ListenerAudit } from '../../src/channels/audit-listener';
import { listenerKey, reportedListeners } from '../../src/channels/reported-listeners';
import type { EventField } from '../../src/protocol/page-events';
import { readListener } from '../../src/reading/read-listener';
import { frameRef } from '../support/facts';
import { pageEvent, ranListener } from '../support/page-events';

const frame = frameRef();

function audited(
  text: string | null,
  reads: readonly EventField[] | null,
  readLate: readonly EventField[] = [],
): ListenerAudit {
  const reported = reportedListeners([
    pageEvent.messageReceived({ listeners: [ranListener({ text, reads })], readLate }),
  ]);
  const found = reported.get(listenerKey(frame, 1));
  if (!found) throw new Error('test: no listener was reported');
  return auditListener(found, text === null ? null : readListener(text));
}

describe('the audit of a listener', () => {
  const none = '({ data }) => go(data)';
  const prefix = "(e) => { if (e.origin.startsWith('https://a.example')) go(e.data) }";
  // biome-ignore format: a table
  test.each<[what: string, text: string | null, reads: EventField[] | null, late: EventField[], verdict: string, because: string | null, run: string, risk: string | null]>([
    ['reads only data',                        none,                                             ['data'],           [],         'none',       null,             'data-only',   'no-check'],
    ['reads nothing',                          '() => go()',                                     [],                 [],         'none',       null,             'nothing',     'no-check'],
    ['reads the origin outside its text',      none,                                             ['data', 'origin'], [],         'unknown',    'read-elsewhere', 'looked',      null],
    ['possibly reads the source later',        none,                                             ['data'],           ['source'], 'unknown',    'read-elsewhere', 'looked-late', null],
    ['whose reads were not observed',          none,                                             null,               [],         'unknown',    'run-not-seen',   'not-seen',    null],
    ['without source text',                    null,                                             ['data'],           [],         'unknown',    'no-text',        'data-only',   'data-only'],
    ['without source text, reads the origin',  null,                                             ['origin'],         [],         'unknown',    'no-text',        'looked',      null],
    ['passes the event on',                    '(e) => handle(e)',                               ['data'],           [],         'delegated',  null,             'data-only',   'data-only'],
    ['passes the event on; origin was read',   '(e) => handle(e)',                               ['data', 'origin'], [],         'delegated',  null,             'looked',      null],
    ['compares the start of the origin',       prefix,                                           ['data', 'origin'], [],         'startsWith', null,             'looked',      'anyone-passes'],
    ['compares the whole origin',              "(e) => { if (e.origin === 'https://a.example') go(e.data) }", ['origin'], [],    'exact',      null,             'looked',      null],
    ['has a check that did not run',           "(e) => { if (e.data.x) { if (e.origin === 'https://a.example') go(e.data) } }", ['data'], [], 'exact', null,  'data-only',   null],
    ['uses data before its check',             "(e) => { go(e.data); if (e.origin !== 'https://a.example') return; set(e.data) }", ['data', 'origin'], [], 'exact', null, 'looked', 'unchecked-use'],
    ['has a check that can be off',            "(e) => { if (debug || e.origin === 'https://a.example') go(e.data) }", ['data', 'origin'], [], 'exact', null, 'looked', 'other-condition'],
    ['compares Origin objects',                "(e) => { if (Origin.from(e).isSameOrigin(Origin.from('https://a.example'))) go(e.data) }", ['data'], [], 'exact', null, 'data-only', null],
    ['compares the site of the sender',        "(e) => { if (Origin.from(e).isSameSite(Origin.from('https://a.example'))) go(e.data) }", ['data', 'origin'], [], 'site', null, 'looked', 'subdomains-pass'],
    ['compares the source window',             '(e) => { if (e.source === parent) go(e.data) }',  ['data', 'source'], [],         'source',     null,             'looked',      'source-only'],
  ])('%s', (_, text, reads, late, verdict, because, run, risk) => {
    expect(audited(text, reads, late)).toMatchObject({ verdict, because, run, risk });
  });

  test('merges the reads of all its messages, and keeps the text of the first', () => {
    const reported = reportedListeners([
      pageEvent.messageReceived({ listeners: [ranListener({ text: 'e => e', reads: ['data'] })] }),
      pageEvent.messageReceived({ listeners: [ranListener({ reads: ['origin'] })], readLate: ['source'] }),
      pageEvent.messageReceived({ frame: { ...frame, documentId: 'd2' }, listeners: [ranListener()] }),
      pageEvent.messageReceived({ listeners: null }),
    ]);
    expect([...reported.values()]).toEqual([
      expect.objectContaining({
        text: 'e => e',
        messages: 2,
        reads: ['data', 'origin'],
        readLate: ['source'],
      }),
      expect.objectContaining({ text: null, messages: 1, reads: [] }),
    ]);
  });
});
