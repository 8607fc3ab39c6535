import { describe, expect, test } from 'vitest';
import { nameOfAnswer, type PastedAnswer } from '../../src/diagnosis/answers';
import { causes } from '../../src/diagnosis/causes';
import { type QuestionCode, questions } from '../../src/diagnosis/questions';
import { readTranscript } from '../../src/diagnosis/transcript';
import { languages } from '../../src/prose';
import { questionProse } from '../../src/prose/questions';
import { curl } from '../../src/report/curl';
import { http } from '../support/http';
import { blocked, failed, headersRequested, passed, put } from './example-requests';
import { ofPlatforms as platforms } from './examples-platforms';
import { asked, diagnosed, type Recorded } from './recorded';

const page = 'Access-Control-Allow-Origin: http://page.test';
const withToken = { sent: 'Authorization: Bearer secret' };
const socket: Recorded = { asked: 'GET wss://api.test/s', type: 'websocket', error: failed };

interface Case {
  readonly recording: readonly Recorded[];
  /** The command, without what all have. */
  readonly command: string;
  /** What is pasted, the name of that answer, and the leading cause then. */
  readonly answers: readonly (readonly [text: string, name: string, lead: string | null])[];
  /** What decides nothing. */
  readonly nearMiss: string;
}

const cases: Readonly<Partial<Record<QuestionCode, Case>>> = {
  'preflight-with-token': {
    recording: [put(http`401`)],
    command:
      "-X OPTIONS -H 'Origin: http://page.test' -H 'Access-Control-Request-Method: PUT' -H 'Authorization: Bearer YOUR-TOKEN' 'https://api.test/x'",
    answers: [
      ['HTTP/2 204', 'accepted', 'preflight-authentication certain'],
      ['HTTP/1.1 405 No\nAllow: GET', 'no-route', 'no-options-route certain'],
    ],
    nearMiss: 'HTTP/1.1 401 No',
  },
  'redirect-with-token': {
    recording: [
      put(http`302
      Location: https://api.test/other`),
    ],
    command:
      "-X OPTIONS -H 'Origin: http://page.test' -H 'Access-Control-Request-Method: PUT' -H 'Authorization: Bearer YOUR-TOKEN' 'https://api.test/x'",
    answers: [
      ['HTTP/1.1 200 OK', 'accepted', 'preflight-login-redirect certain'],
      ['HTTP/1.1 302 Found\nlocation: https://api.test/other', 'redirected', 'preflight-redirect likely'],
    ],
    nearMiss: 'HTTP/1.1 302 Found\nLocation: https://api.test/elsewhere',
  },
  'get-on-route': {
    recording: [
      put(http`404`, { asked: 'GET https://api.test/x', asks: 'Access-Control-Request-Headers: x-a' }),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      ['HTTP/1.1 405 No', 'is-there', 'no-options-route certain'],
      ['HTTP/1.1 404 No', 'not-there', null],
    ],
    nearMiss: 'HTTP/1.1 500 No',
  },
  'origin-in-get': {
    recording: [
      put(http`500
      X-Powered-By: Express
      Content-Type: text/html; charset=utf-8
      Content-Security-Policy: default-src 'none'`),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      [`HTTP/1.1 200 OK\n${page}`, 'allowed', 'options-handler-fails certain'],
      ['HTTP/1.1 404 No', 'passes', 'options-handler-fails likely'],
      [
        "HTTP/1.1 500 No\nContent-Security-Policy: default-src 'none'",
        'throws',
        'refused-origin-throws likely',
      ],
    ],
    nearMiss: 'HTTP/1.1 500 No\nContent-Type: application/json',
  },
  'preflight-with-certificate': {
    recording: [
      {
        asked: 'GET https://api.test/ok',
        answer: http`200
        Access-Control-Allow-Origin: http://page.test`,
      },
      put(http`400`),
    ],
    command:
      "--cert YOUR-CERTIFICATE -X OPTIONS -H 'Origin: http://page.test' -H 'Access-Control-Request-Method: PUT' 'https://api.test/x'",
    answers: [
      ['HTTP/1.1 204 No Content', 'accepted', 'client-certificate certain'],
      ['HTTP/1.1 400 No', 'rejected', 'options-handler-fails likely'],
    ],
    nearMiss: 'curl: (58) could not load PEM client certificate',
  },
  'policy-of-application': {
    recording: [headersRequested('x-a', 'x-b')],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      [`HTTP/1.1 401 No\n${page}`, 'same', 'header-not-listed likely'],
      ['HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *', 'other', 'platform-answers-preflight likely'],
    ],
    nearMiss: 'HTTP/1.1 200 OK',
  },
  'behind-nginx': {
    recording: [
      {
        ...passed,
        answer: http`200
        Server: nginx
        Access-Control-Allow-Origin: http://page.test`,
      },
      blocked(http`404
      Server: nginx`),
    ],
    command: "-H 'Origin: http://page.test' 'http://localhost:YOUR-PORT/ok'",
    answers: [
      [`HTTP/1.1 200 OK\n${page}`, 'application', 'error-without-cors certain'],
      ['HTTP/1.1 200 OK\nX-A: 1', 'nginx', 'nginx-header-not-always certain'],
    ],
    nearMiss: 'HTTP/1.1 404 No',
  },
  'behind-gateway': {
    recording: [blocked(http`502`)],
    command: "-H 'Origin: http://page.test' 'http://localhost:YOUR-PORT/x'",
    answers: [
      ['curl: (7) Failed to connect', 'silent', 'gateway-error likely'],
      ['HTTP/1.1 200 OK', 'answers', 'gateway-error likely'],
      ['HTTP/1.1 502 Bad Gateway', 'itself', null],
    ],
    nearMiss: 'HTTP/1.1 404 No',
  },
  'request-alone': {
    recording: [
      passed,
      blocked(http`503
      Server: nginx`),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      ['HTTP/1.1 200 OK', 'passes', 'rate-limit likely'],
      ['HTTP/1.1 503 No', 'fails', 'error-without-cors likely'],
    ],
    nearMiss: 'HTTP/1.1 401 No',
  },
  'route-that-passes': {
    recording: [passed, blocked(http`401`, withToken)],
    command: "-H 'Origin: http://page.test' -H 'Authorization: Bearer YOUR-TOKEN' 'https://api.test/x'",
    answers: [
      [`HTTP/1.1 200 OK\n${page}`, 'covered', 'error-without-cors certain'],
      ['HTTP/1.1 200 OK', 'outside', 'route-without-cors certain'],
    ],
    nearMiss: 'HTTP/1.1 401 No',
  },
  'mark-of-challenge': {
    recording: [
      blocked(http`403
      cf-ray: 1
      Content-Type: text/html`),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      ['HTTP/2 403 \ncf-mitigated: challenge', 'challenge', 'bot-challenge certain'],
      ['HTTP/2 403 \ncontent-type: application/json; charset=utf-8', 'application', null],
    ],
    nearMiss: 'HTTP/2 403 \ncontent-type: text/html',
  },
  'past-shared-cache': {
    recording: [
      passed,
      blocked(http`200
      X-Cache: HIT
      Age: 9`),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x?corscope=2000'",
    answers: [
      [`HTTP/2 200 \n${page}`, 'sends', 'cdn-cached-without-origin certain'],
      ['HTTP/2 200 \nx-cache: MISS', 'never', 'route-without-cors certain'],
    ],
    nearMiss: 'HTTP/2 200 \nage: 9',
  },
  'past-browser-cache': {
    recording: [passed, blocked(http`200`, { fromCache: true })],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      [`HTTP/2 200 \n${page}`, 'sends', 'cached-without-origin certain'],
      // No other request of the recording shows that it is this route alone.
      ['HTTP/2 200 ', 'never', null],
    ],
    nearMiss: 'HTTP/2 500 ',
  },
  'origin-past-cache': {
    recording: [
      blocked(
        http`200
        Access-Control-Allow-Origin: http://page.test:81
        Age: 9`,
        { fromCache: true },
      ),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x?corscope=1000'",
    answers: [
      [`HTTP/2 200 \n${page}`, 'allows', 'cached-for-other-origin certain'],
      ['HTTP/2 200 \nAccess-Control-Allow-Origin: http://page.test:81', 'same-value', 'other-port certain'],
    ],
    nearMiss: 'HTTP/2 200 \nAccess-Control-Allow-Origin: http://page.test:81\nAge: 9',
  },
  'header-twice-in-curl': {
    recording: [
      blocked(http`200
      Access-Control-Allow-Origin: *
      Access-Control-Allow-Origin: *`),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      [`HTTP/1.1 200 OK\n${page}\nAccess-Control-Allow-Origin: *`, 'twice', 'header-twice certain'],
      [`HTTP/1.1 200 OK\n${page}`, 'once', 'unblocking-extension likely'],
    ],
    nearMiss: 'HTTP/1.1 200 OK',
  },
  'wildcard-in-curl': {
    recording: [
      ...['a', 'b', 'c'].map(
        (path): Recorded => ({
          asked: `GET https://api.test/${path}`,
          answer: http`200
            Access-Control-Allow-Origin: *`,
        }),
      ),
      blocked(
        http`200
        Access-Control-Allow-Origin: *
        Access-Control-Allow-Methods: GET, PROPFIND`,
        { call: { credentialsMode: 'include', mode: 'cors' } },
      ),
    ],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      ['HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *', 'wildcard', 'wildcard-with-credentials certain'],
      [`HTTP/1.1 200 OK\n${page}`, 'other', 'unblocking-extension certain'],
      ['HTTP/1.1 200 OK', 'none', 'unblocking-extension certain'],
    ],
    nearMiss: 'HTTP/1.1 500 No',
  },
  'dev-server-on-localhost': {
    recording: [
      blocked(http`200`, { asked: 'GET http://app.test:5173/@vite/client', from: 'http://other.test' }),
    ],
    command: "-H 'Origin: http://localhost:5173' 'http://app.test:5173/@vite/client'",
    answers: [
      [
        'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: http://localhost:5173',
        'allows',
        'dev-server-origin certain',
      ],
    ],
    nearMiss: 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: http://localhost',
  },
  'model-server-on-localhost': {
    recording: [blocked(http`403`, { asked: 'GET http://localhost:8080/v1/models' })],
    command: "-H 'Origin: http://localhost:8080' 'http://localhost:8080/v1/models'",
    answers: [
      [
        'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *',
        'allows',
        'local-model-server-refuses-origin certain',
      ],
    ],
    nearMiss: 'HTTP/1.1 200 OK',
  },
  'metadata-of-other-routes': {
    recording: [blocked(http`404`, { asked: 'GET https://api.test/.well-known/oauth-protected-resource' })],
    command: "-H 'Origin: http://page.test' 'https://api.test/'",
    answers: [[`HTTP/1.1 404 No\n${page}`, 'others-have', 'oauth-metadata-without-cors certain']],
    nearMiss: 'HTTP/1.1 200 OK',
  },
  'socket-of-own-origin': {
    recording: [{ ...socket, answer: http`403` }],
    command:
      "--http1.1 --max-time 5 -H 'Origin: https://api.test' -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: Y29yc2NvcGUgcXVlc3Rpbw==' 'https://api.test/s'",
    answers: [
      ['HTTP/1.1 101 Switching Protocols\nUpgrade: websocket', 'accepted', 'socket-origin-check certain'],
      ['HTTP/1.1 401 No', 'not-signed-in', 'socket-origin-check likely'],
    ],
    nearMiss: 'HTTP/1.1 403 No',
  },
  'cors-of-other-routes': {
    recording: [blocked(http`500`)],
    command: "-H 'Origin: http://page.test' 'https://api.test/'",
    answers: [
      [`HTTP/1.1 404 No\n${page}`, 'error', 'error-without-cors likely'],
      ['HTTP/1.1 200 OK', 'none', null],
    ],
    nearMiss: 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://other.test',
  },
  'headers-of-start-page': {
    recording: platforms['default-embedding-headers']?.[0] ?? [],
    command: "'https://api.test/'",
    answers: [
      [
        'HTTP/1.1 404 No\nCross-Origin-Resource-Policy: same-origin',
        'everywhere',
        'default-embedding-headers certain',
      ],
      ['HTTP/1.1 200 OK', 'here', 'resource-policy certain'],
    ],
    nearMiss: 'HTTP/1.1 404 No',
  },
  'does-it-answer': {
    recording: [{ asked: 'GET https://api.test/x', error: 'net::ERR_CONNECTION_FAILED' }],
    command: "-H 'Origin: http://page.test' 'https://api.test/x'",
    answers: [
      ['curl: (6) Could not resolve host', 'no-name', 'unknown-host certain'],
      ['curl: (7) Failed to connect', 'refused', 'server-not-running likely'],
      ['curl: (60) SSL certificate problem', 'untrusted', 'untrusted-certificate likely'],
      ['HTTP/1.1 404 No', 'answers', null],
    ],
    nearMiss: 'curl: (28) Operation timed out',
  },
};

const answered = (question: QuestionCode, text: string): Omit<PastedAnswer, 'exchange'> => {
  const transcript = readTranscript(text);
  if (!transcript) throw new Error(`test: no HTTP in "${text}"`);
  return { question, transcript };
};
const all = Object.entries(cases) as readonly (readonly [QuestionCode, Case])[];

describe.each(all)('the question %s', (code, { recording, command, answers, nearMiss }) => {
  const own = asked(recording).find((question) => question.code === code);

  test('arises, with a command that holds no secret', () => {
    expect(own?.answer).toBeNull();
    const request = own?.curl;
    const text = request ? curl(request.method, request.url, request.headers, request.options) : '';
    expect(text).toBe(`curl -sS -g -D - -o /dev/null ${command}`);
  });

  test.each(answers)('is answered by %j', (text, name, lead) => {
    const given = answered(code, text);
    expect(own && nameOfAnswer(own, given.transcript)).toBe(name);
    for (const redaction of ['everything', 'readable', 'minimal'] as const) {
      const found = diagnosed(recording, { redaction, answers: [given] });
      const [first] = found.filter(({ code: each }) => each !== 'server-has-done-it');
      expect(first ? `${first.code} ${first.confidence}` : null).toBe(lead);
      const others = questions[code].between.filter((each) => each !== first?.code);
      expect(
        found.map((cause) => cause.code).filter((each) => others.some((other) => other === each)),
      ).toEqual([]);
      if (lead !== null) expect(first?.evidence.some(({ isPasted }) => isPasted)).toBe(true);
      const again = asked(recording, { redaction, answers: [given] }).find((each) => each.code === code);
      expect(again?.answer?.name).toBe(name);
    }
  });

  test('is not answered by a response that differs in what decides', () => {
    const given = answered(code, nearMiss);
    expect(own && nameOfAnswer(own, given.transcript)).toBeNull();
    expect(diagnosed(recording, { answers: [given] })).toEqual(diagnosed(recording));
  });
});

test.each<[QuestionCode, string, string]>([
  ['preflight-with-token', 'a path that may be wrong', 'HTTP/1.1 404 No'],
  ['get-on-route', 'a login layer', 'HTTP/1.1 302 Found\nLocation: /login'],
  ['get-on-route', 'a layer in front of the application', 'HTTP/1.1 403 No'],
  ['get-on-route', 'a rate limit', 'HTTP/1.1 429 No'],
  ['wildcard-in-curl', 'credentials that were not replaced', 'HTTP/1.1 401 No'],
  ['wildcard-in-curl', 'a header that is there twice', 'HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *, *'],
])('the question %s is not answered by %s', (code, _, text) => {
  const { recording = [] } = cases[code] ?? {};
  const own = asked(recording).find((question) => question.code === code);
  expect(own && nameOfAnswer(own, answered(code, text).transcript)).toBeNull();
});

test('a route whose start page has CORS headers is outside of CORS', () => {
  const answers = [answered('cors-of-other-routes', `HTTP/1.1 200 OK\n${page}`)];
  const [first] = diagnosed([blocked(http`200`)], { answers });
  expect(first).toMatchObject({ code: 'route-without-cors', confidence: 'likely' });
});

describe('the table of questions', () => {
  test('has a case here for each command', () => {
    const withCommand = Object.entries(questions).filter(([, { request }]) => request !== null);
    expect(Object.keys(cases).sort()).toEqual(withCommand.map(([code]) => code).sort());
    for (const [code, { answers }] of all) {
      const named = new Set(answers.map(([, name]) => name));
      const names = Object.keys(questions[code].answers).filter((name) => name !== 'route');
      expect([code, ...named].sort()).toEqual([code, ...names].sort());
    }
  });

  test('names only causes that there are, and those that it is between', () => {
    for (const question of Object.values(questions)) {
      for (const code of question.between) expect(causes).toHaveProperty([code]);
      for (const answer of Object.values(question.answers)) {
        if (answer.proves) expect(question.between).toContain(answer.proves.code);
      }
    }
  });

  test('has texts that differ in both languages', () => {
    const [en, zh] = languages.map((language) => questionProse.in(language).questions);
    const context = { host: 'h', url: 'u', method: 'GET', page: 'p' };
    for (const code of Object.keys(questions) as readonly QuestionCode[]) {
      expect(en?.[code].ask(context)).not.toBe(zh?.[code].ask(context));
      const [a, b] = [en, zh].map((texts) => Object.values(texts?.[code].answers ?? {}));
      expect(a?.some((text) => b?.includes(text))).toBe(false);
    }
  });

  // biome-ignore format: a table
  test.each([
    ['preflight-with-token',   [passed, put(http`401`)]],
    ['get-on-route',           [put(http`405`)]],
    ['past-shared-cache',      [passed, blocked(http`200`)]],
    ['header-twice-in-curl',   [blocked(http`200
      Access-Control-Allow-Origin: http://page.test
      Access-Control-Allow-Origin: http://page.test`)]],
    ['does-it-answer',         [{ asked: 'GET https://api.test/x', error: 'net::ERR_CONNECTION_REFUSED' }]],
    ['cors-of-other-routes',   [passed, blocked(http`500`)]],
  ] as const)('does not ask %s where the recording decides', (code, recording) => {
    expect(asked(recording).map((question) => question.code)).not.toContain(code);
  });
});
