import { describe, expect, test } from 'vitest';
import { type CredentialsMode, type FetchResponse, filteredResponse } from '../../src/engine';
import { isRarelyRead, readingNeeds } from '../../src/remedy/reading-needs';
import { http } from '../support/http';

const neededBy = (response: FetchResponse, credentialsMode: CredentialsMode = 'omit') => {
  const request = { credentialsMode, responseTainting: 'cors', redirectMode: 'follow' } as const;
  return readingNeeds(request, 0, response, filteredResponse(request, response)).map(
    ({ purpose, current, required }) => `${purpose} ${current} → ${required}`,
  );
};

describe('the headers that script needs exposed', () => {
  test('are those that scripts read, as the server spells them', () => {
    const partial = http`
      206
      Date: now
      Connection: close
      Accept-Ranges: bytes
      Content-Range: bytes 0-9/100
      ETag: "a"`;
    expect(neededBy(partial)).toEqual(['read null → Accept-Ranges, Content-Range, ETag']);
  });

  test('are none of those that only instruct the browser', () => {
    const login = http`
      200
      Set-Login: logged-in
      Activate-Storage-Access: load
      Service-Worker-Allowed: /`;
    expect(neededBy(login)).toEqual([]);
  });

  test('are added to those that are exposed already', () => {
    const exposing = http`
      200
      Access-Control-Expose-Headers: X-A, x-b
      X-A: 1
      X-C: 1`;
    expect(neededBy(exposing)).toEqual(['read X-A, x-b → X-A, x-b, X-C']);
  });

  test('are named instead of * with credentials', () => {
    const all = http`
      200
      Access-Control-Expose-Headers: *
      X-A: 1`;
    expect(neededBy(all)).toEqual([]);
    expect(neededBy(all, 'include')).toEqual(['read * → X-A']);
  });

  test('are none if only headers are hidden that nobody reads, or that nothing exposes', () => {
    expect(
      neededBy(http`
        200
        Date: now
        Vary: Origin
        Server: nginx
        Set-Cookie: a=1`),
    ).toEqual([]);
  });

  test.each(['Date', 'connection', 'CF-Ray', 'X-Cache-Hits', 'Access-Control-Max-Age'])(
    'leave out %s',
    (name) => {
      expect(isRarelyRead(name)).toBe(true);
    },
  );

  test.each(['Content-Range', 'ETag', 'Mcp-Session-Id', 'X-Total-Count', 'WWW-Authenticate', 'Location'])(
    'include %s',
    (name) => {
      expect(isRarelyRead(name)).toBe(false);
    },
  );
});
