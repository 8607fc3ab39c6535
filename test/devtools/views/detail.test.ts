import { describe, expect, test } from 'vitest';
import { headersInOrder } from '../../../src/devtools/views/detail/header-order';
import { messagesOf } from '../../../src/devtools/views/detail/messages';
import { durationText } from '../../../src/devtools/views/requests/duration';
import { headers } from '../../support/http';
import { situations } from '../gallery/situations';

describe('the headers of a message', () => {
  test('stand in the order sent, repeats kept, those of origin rules apart', () => {
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
  const said = (id: string) =>
    messagesOf(byId.get(id)!, (other) => byId.get(other) ?? null).map(
      ({ hop, message, line }) => `${hop} ${message} ${line}`,
    );

  test('are a response and its request', () => {
    expect(said('r4')).toEqual(['0 response 200', '0 request GET']);
  });

  test('begin with the preflight, and leave out the response that never came', () => {
    expect(said('r12')).toEqual([
      '0 preflight-response 204',
      '0 preflight-request OPTIONS',
      '0 request DELETE',
    ]);
  });

  test('come hop by hop', () => {
    expect(said('r18')).toEqual(['0 response 302', '0 request GET', '1 response 200', '1 request GET']);
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
