import { describe, expect, test } from 'vitest';
import { openDocumentPolicies } from '../../src/background/document-policies';
import { frameFacts } from '../support/facts';
import { headers } from '../support/http';

const top = frameFacts(0, 'https://page.example/');
const inner = frameFacts(2, 'https://inner.example/', { parentFrameId: 0 });
const child = (url: string, parentFrameId: number) => ({
  ...frameFacts(3, 'https://x.example/', { parentFrameId }),
  url,
});

describe("the policies of a tab's documents", () => {
  const policies = openDocumentPolicies('chrome');
  policies.note(
    0,
    'https://page.example/',
    headers('Connection-Allowlist: ()\nX-Other: 1\nPermissions-Policy: camera=()'),
  );
  policies.note(2, 'https://inner.example/', headers('Permissions-Policy: sync-xhr=()'));
  const ofTop = { origin: 'https://page.example', headerList: [['Connection-Allowlist', '()']] };
  const ofInner = { origin: 'https://inner.example', headerList: [['Permissions-Policy', 'sync-xhr=()']] };

  test.each([
    ['the page', top, ofTop],
    ['a frame', inner, ofInner],
    ['about:srcdoc', child('about:srcdoc', 2), ofInner],
    ['a data: URL', child('data:text/html,', 0), ofTop],
    ['a blob: URL', child('blob:https://page.example/1', 0), ofTop],
    ['another document', child('https://x.example/', 0), undefined],
  ])('%s', (_, frame, expected) => {
    const { documentId } = frame;
    expect(policies.of(documentId, [top, inner, frame])?.documentPolicies).toEqual(expected);
  });

  test('are not known without a document', () => {
    expect(policies.of(null, [top])).toBeNull();
  });

  test('are in Firefox only those that it supports', () => {
    const firefox = openDocumentPolicies('firefox');
    const lines =
      'Connection-Allowlist: ()\nPermissions-Policy: sync-xhr=()\nIntegrity-Policy: blocked-destinations=(script)';
    firefox.note(0, 'https://page.example/', headers(lines));
    expect(firefox.of('d0', [top])?.documentPolicies?.headerList).toEqual([
      ['Integrity-Policy', 'blocked-destinations=(script)'],
    ]);
  });

  test('keep one directive of a Content-Security-Policy', () => {
    policies.note(
      0,
      'https://page.example/',
      headers("Content-Security-Policy: default-src 'self'; treat-as-public-address"),
    );
    expect(policies.of('d0', [top])?.documentPolicies?.headerList).toEqual([
      ['Content-Security-Policy', 'treat-as-public-address'],
    ]);
  });
});
