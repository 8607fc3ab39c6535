import { describe, expect, test } from 'vitest';
import { joinAnswers } from '../../../src/exchange/calls/join-answers';
import type { ExchangeFacts } from '../../../src/protocol/facts';
import type { AskedWorker, HeardCall } from '../../../src/protocol/page-hints';
import { exchangeFacts } from '../../support/facts';
import { askedWorker, elementCall, heard } from '../../support/page-hints';

const asked = (startedAtMs: number, part: Partial<AskedWorker> = {}) =>
  askedWorker({ startedAtMs, atMs: startedAtMs + 100, ...part });
const request = (startedAtMs: number) => exchangeFacts([], { id: `r${startedAtMs}`, startedAtMs });
const call = (atMs: number) => heard({ id: `c${atMs}`, atMs });
const image = (atMs: number): HeardCall => ({
  call: elementCall('img', { id: `i${atMs}`, atMs }),
  end: 'load',
  threw: null,
});
const navigation = asked(1_000, { by: 'navigation' });

describe('a question to a service worker', () => {
  // biome-ignore format: a table
  test.each<[string, readonly AskedWorker[], readonly ExchangeFacts[], readonly HeardCall[], readonly string[]]>([
    // what                                     asked                                          requests              calls alone                 answered, for whom
    ['was answered if nothing was sent',        [asked(1_000)],                                [],                   [],                         ['1000 -']],
    ['belongs to the call of its time',         [asked(1_000)],                                [],                   [call(999)],                ['1000 c999']],
    ['belongs to the nearest call',             [asked(5_000), asked(1_000)],                  [],                   [call(999), call(4_990)],   ['1000 c999', '5000 c4990']],
    ['belongs to no call from long before',     [asked(9_000)],                                [],                   [call(999)],                ['9000 -']],
    ['belongs to the element that ended then',  [asked(1_000)],                                [],                   [image(1_105)],             ['1000 i1105']],
    ['was not answered if it was sent',         [asked(1_000)],                                [request(1_020)],     [],                         []],
    ['was answered if another one was sent',    [asked(1_000)],                                [request(4_000)],     [],                         ['1000 -']],
    ['was answered unless as many were sent',   [asked(1_000), asked(1_010), asked(1_020)],    [request(1_015), request(1_020)], [],             ['1020 -']],
    ['is a document although it was sent',      [navigation],                                  [request(1_020)],     [call(999)],                ['1000 -']],
  ])('%s', (_, all, requests, alone, answers) => {
    const joined = joinAnswers(all, requests, alone);
    const words = [...joined].map(([{ startedAtMs }, own]) => `${startedAtMs} ${own?.call.id ?? '-'}`);
    expect(words).toEqual(answers);
    expect(new Set(joinAnswers([...all].reverse(), [...requests].reverse(), [...alone].reverse()).keys())).toEqual(new Set(joined.keys()));
  });
});
