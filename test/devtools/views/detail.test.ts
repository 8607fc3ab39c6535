import { describe, expect, test } from 'vitest';
import { headersInOrder } from '../../../src/devtools/views/detail/header-order';
import { messagesOf } from '../../../src/devtools/views/detail/messages';
import { durationText } from '../../../src/devtools/views/requests/duration';
import { headers } from '../../support/http';
import { situations } from '../gallery/situations';

describe('the headers of a message', () => {
  test('keep their order and repeats, with the headers of origin rules separate', () => {
    const list = headers(`
      Date: today
      access-control-allow-origin: a
      Set-Cookie: a=1
      Vary: Origin
      Set-Cookie: b=2
      Access-Control-Allow-Origin: b`);
    expect(headersInOrder(list)).toEqual({
      cors: [
        ['access-control-allow-origin', 'a'],
        ['Vary', 'Origin'],
        ['Access-Control-Allow-Origin', 'b'],
      ],
      others: [
        ['Date', 'today'],
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
    });
  });
});

describe('the messages of an exchange', () => {
  const byId = new Map(situations.map((facts) => [facts.id, facts]));
  const linesOf = (id: string) =>
    messagesOf(byId.get(id)!, (other) => byId.get(other) ?? null).map(
      ({ hop, message, line }) => `${hop} ${message} ${line}`,
    );

  test('are a response and its request', () => {
    expect(linesOf('r4')).toEqual(['0 response 200', '0 request GET']);
  });

  test('start with the preflight and omit a missing response', () => {
    expect(linesOf('r12')).toEqual([
      '0 preflight-response 204',
      '0 preflight-request OPTIONS',
      '0 request DELETE',
    ]);
  });

  test('are listed by hop', () => {
    expect(linesOf('r18')).toEqual(['0 response 302', '0 request GET', '1 response 200', '1 request GET']);
  });
});

describe('a duration', () => {
  // biome-ignore format: a table
  test.each([
    [-3,      '0 ms'],
    [0.4,     '0 ms'],
    [999.4,   '999 ms'],
    [999.5,   '1.00 s'],
    [59_990,  '59.99 s'],
    [90_000,  '1.5 min'],
  ])('of %f ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});
