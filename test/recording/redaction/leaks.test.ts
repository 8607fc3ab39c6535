import { describe, expect, test } from 'vitest';
import { explainRecording } from '../../../src/recording/explain-recording';
import { redactRecording } from '../../../src/recording/redaction/redact';
import type { Redaction } from '../../../src/recording/redaction/rules';
import { asCmdCurl, asPosixCurl, asPowershellCurl } from '../../../src/report/copy/as-curl';
import { asFetch } from '../../../src/report/copy/as-fetch';
import { formatIds, reportText } from '../../../src/report/formats';
import { replayKit } from '../../../src/report/replay';
import { ticket } from '../../../src/report/ticket';
import { explainingContext, reportOfFacts } from '../../support/reports';
import { runs } from '../../support/runs';
import { plantSecrets } from '../../support/secret-places';

type Planted = ReturnType<typeof plantSecrets>;
const browser = { name: 'chrome', version: '156.0' } as const;
const languages = ['en', 'zh-CN'] as const;

/** Returns all outputs of a recording by name. */
function written(
  { exchanges, secrets, ...part }: Planted,
  redaction: Redaction,
): ReadonlyMap<string, string> {
  const reports = languages.map((language) => reportOfFacts(exchanges, { ...part, language, redaction }));
  const { pageEvents, stars, storedCookies } = part;
  const page = { url: 'https://page.example/', title: part.title, frames: part.frames };
  const left = redactRecording({ page, exchanges, pageEvents, audit: null, stars, storedCookies }, redaction);
  const own = explainRecording(left, explainingContext(browser.name)).exchanges;
  const tickets = own.flatMap((explained) =>
    languages.map((language) => ticket({ ...explained, language, browser: 'Chrome 156' })),
  );
  return new Map([
    ...formatIds.map((id) => [id, reports.map((report) => reportText(report, id)).join('\n')] as const),
    ['tickets', tickets.join('\n')],
    ['replay kits', own.map((each) => replayKit(each, 'en')).join('\n')],
    ['cURL (POSIX)', own.map(({ facts }) => asPosixCurl(facts)?.text).join('\n')],
    ['cURL (cmd)', own.map(({ facts }) => asCmdCurl(facts)?.text).join('\n')],
    ['PowerShell', own.map(({ facts }) => asPowershellCurl(facts)?.text).join('\n')],
    ['fetch', own.map(({ facts, verdict }) => asFetch(facts, verdict)?.text).join('\n')],
  ]);
}

/** Returns a text and its forms after one, two and three decodings. */
function decodings(text: string): readonly string[] {
  const all = [text];
  for (let depth = 0; depth < 3; depth++) {
    const last = all.at(-1) ?? '';
    const next = last.replace(/(?:%[\da-f]{2})+/gi, decoded);
    if (next === last) break;
    all.push(next);
  }
  return all;
}

function decoded(codes: string): string {
  try {
    return decodeURIComponent(codes);
  } catch {
    return codes;
  }
}

const pieceLength = 8;

/** Returns the names of the secrets of which a text contains eight characters in a row. */
function found({ secrets }: Planted, text: string): ReadonlySet<string> {
  const pieces = new Map<string, string>();
  for (const { name, secret } of secrets) {
    for (const form of [secret, btoa(secret)]) {
      for (let at = 0; at + pieceLength <= form.length; at++)
        pieces.set(form.slice(at, at + pieceLength), name);
    }
  }
  const names = new Set<string>();
  for (const form of decodings(text)) {
    for (let at = 0; at + pieceLength <= form.length; at++) {
      const piece = form.slice(at, at + pieceLength);
      const name = pieces.get(piece);
      if (name !== undefined) names.add(`${name}: ${piece}`);
    }
  }
  return names;
}

const seeds = Array.from({ length: runs(2) }, (_, index) => 4_711 + index);

describe.each(seeds)('a recording with 300 secrets in 300 places, seed %i,', (seed) => {
  const planted = plantSecrets(seed);

  test('contains each of them once', () => {
    const { secrets } = planted;
    expect(secrets.length).toBeGreaterThanOrEqual(300);
    expect(new Set(secrets.map(({ name }) => name)).size).toBe(secrets.length);
    expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(secrets.length);
  });

  test('shows nearly all in a report of everything, so that their absence proves something', () => {
    const texts = [...written(planted, 'everything').values()].join('\n');
    const names = new Set([...found(planted, texts)].map((each) => each.slice(0, each.lastIndexOf(': '))));
    // The text of a listener is only read.
    expect(planted.secrets.map(({ name }) => name).filter((name) => !names.has(name))).toEqual([
      "a listener function (e) { if (e.data === 'SECRET') go(); }",
    ]);
  });

  test('shows none in a minimal report, in whole or in part', () => {
    for (const [format, text] of written(planted, 'minimal')) {
      expect([...found(planted, text)], format).toEqual([]);
    }
  });
});
