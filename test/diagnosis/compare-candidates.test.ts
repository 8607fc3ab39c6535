import { expect, test } from 'vitest';
import { type ComparisonCandidate, comparisonCandidates } from '../../src/diagnosis/compare/candidates';

const request = (
  id: string,
  url: string,
  outcome: ComparisonCandidate['outcome'],
  startedAtMs: number,
  method = 'GET',
): ComparisonCandidate => ({ id, method, url: `https://api.example${url}`, outcome, startedAtMs });

test('the best candidates come first: the same path with another end, another load, the same path, the rest', () => {
  const subject = request('a', '/orders/7?x=1', 'blocked', 1_000);
  const others = [
    subject,
    request('rest', '/health', 'allowed', 1_001),
    request('same', '/orders/8', 'blocked', 1_002),
    request('before', '/orders/7?x=1', 'failed', 100),
    request('far', '/orders/9', 'allowed', 2_000),
    request('near', '/orders/9', 'opaque', 1_100),
    request('put', '/orders/7?x=1', 'allowed', 1_000, 'PUT'),
  ];
  const found = comparisonCandidates(subject, others, [50, 500]);
  expect(found.map(({ group, candidate }) => `${group} ${candidate.id}`)).toEqual([
    'otherwise near',
    'otherwise far',
    'reload before',
    'same-path same',
    'other put',
    'other rest',
  ]);
});

test('of the rest, those of the same server come first, and first those that ended differently', () => {
  const subject = request('a', '/x', 'blocked', 1);
  const others = [
    { ...request('page', '/', 'allowed', 2), url: 'https://app.example/' },
    request('blocked-too', '/y', 'blocked', 3),
    request('works', '/z', 'allowed', 4),
  ];
  expect(comparisonCandidates(subject, others).map(({ candidate: { id } }) => id)).toEqual([
    'works',
    'blocked-too',
    'page',
  ]);
});

test('long ids in a path are one pattern, words are not', () => {
  const subject = request('a', '/u/3f2a9b1c0d', 'blocked', 1);
  const others = [request('b', '/u/9c0a9b1c0d', 'allowed', 2), request('c', '/u/settings', 'allowed', 3)];
  expect(comparisonCandidates(subject, others).map(({ group }) => group)).toEqual(['otherwise', 'other']);
});
