import { describe, expect, test } from 'vitest';
import { joinAnswers } from '../../../src/exchange/calls/join-answers';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { ReportedCall, WorkerTiming } from '../../../src/protocol/page-hints';
import { exchangeFacts } from '../../support/facts';
import { askedWorker, elementCall, reportedCall } from '../../support/page-hints';

const timing = (startedAtMs: number, part: Partial<WorkerTiming> = {}) =>
  askedWorker({ startedAtMs, atMs: startedAtMs + 100, ...part });
const request = (startedAtMs: number) => exchangeFacts([], { id: `r${startedAtMs}`, startedAtMs });
const call = (atMs: number) => reportedCall({ id: `c${atMs}`, atMs });
const image = (atMs: number): ReportedCall => ({
  call: elementCall('img', { id: `i${atMs}`, atMs }),
  end: 'load',
  threw: null,
});
const navigation = timing(1_000, { by: 'navigation' });

describe('a question to a service worker', () => {
  // biome-ignore format: a table
  test.each<[string, readonly WorkerTiming[], readonly ExchangeFacts[], readonly ReportedCall[], readonly string[]]>([
    // what                                     asked                                          requests              calls alone                 answered, for whom
    ['was answered if nothing was sent',        [timing(1_000)],                                [],                   [],                         ['1000 -']],
    ['belongs to the call of its time',         [timing(1_000)],                                [],                   [call(999)],                ['1000 c999']],
    ['belongs to the nearest call',             [timing(5_000), timing(1_000)],                  [],                   [call(999), call(4_990)],   ['1000 c999', '5000 c4990']],
    ['belongs to no call from long before',     [timing(9_000)],                                [],                   [call(999)],                ['9000 -']],
    ['belongs to the element that ended then',  [timing(1_000)],                                [],                   [image(1_105)],             ['1000 i1105']],
    ['was not answered if it was sent',         [timing(1_000)],                                [request(1_020)],     [],                         []],
    ['was answered if another one was sent',    [timing(1_000)],                                [request(4_000)],     [],                         ['1000 -']],
    ['was answered unless as many were sent',   [timing(1_000), timing(1_010), timing(1_020)],    [request(1_015), request(1_020)], [],             ['1020 -']],
    ['is a document although it was sent',      [navigation],                                  [request(1_020)],     [call(999)],                ['1000 -']],
  ])('%s', (_, all, requests, alone, answers) => {
    const joined = joinAnswers(all, requests, alone);
    const words = [...joined].map(([{ startedAtMs }, own]) => `${startedAtMs} ${own?.call.id ?? '-'}`);
    expect(words).toEqual(answers);
    expect(new Set(joinAnswers([...all].reverse(), [...requests].reverse(), [...alone].reverse()).keys())).toEqual(new Set(joined.keys()));
  });
});
