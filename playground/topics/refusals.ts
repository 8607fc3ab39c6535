import type { Scenario, Step, Text } from '../scenario';
import { allowed, allowedCredentials, get, put } from '../steps';

interface Refusal {
  readonly id: string;
  readonly answer: Text;
  readonly headers: readonly string[];
  readonly credentials?: 'include';
}

// Every way in which a response can fail the CORS check.
const REFUSALS: readonly Refusal[] = [
  {
    id: 'allow-origin-missing',
    answer: { en: 'no Access-Control-Allow-Origin', 'zh-CN': '没有 Access-Control-Allow-Origin' },
    headers: [],
  },
  {
    id: 'allow-origin-multiple',
    answer: { en: 'two Access-Control-Allow-Origin lines', 'zh-CN': '两行 Access-Control-Allow-Origin' },
    headers: [allowed, 'Access-Control-Allow-Origin: {third}'],
  },
  {
    id: 'allow-origin-invalid',
    answer: {
      en: 'Access-Control-Allow-Origin is not an origin',
      'zh-CN': 'Access-Control-Allow-Origin 不是一个源',
    },
    headers: ['Access-Control-Allow-Origin: foo'],
  },
  {
    id: 'allow-origin-mismatch',
    answer: { en: 'another origin is allowed', 'zh-CN': '只允许另一个源' },
    headers: ['Access-Control-Allow-Origin: {third}'],
  },
  {
    id: 'wildcard-with-credentials',
    answer: { en: '* while credentials are included', 'zh-CN': '携带凭据时使用 *' },
    headers: ['Access-Control-Allow-Origin: *', allowedCredentials],
    credentials: 'include',
  },
  {
    id: 'allow-credentials-missing',
    answer: { en: 'credentials are not allowed', 'zh-CN': '没有允许凭据' },
    headers: [allowed],
    credentials: 'include',
  },
  {
    id: 'allow-credentials-not-true',
    answer: {
      en: 'Access-Control-Allow-Credentials: True',
      'zh-CN': 'Access-Control-Allow-Credentials: True',
    },
    headers: [allowed, 'Access-Control-Allow-Credentials: True'],
    credentials: 'include',
  },
];

/** Each of them on the response itself. */
export const responseRefusals: readonly Scenario[] = REFUSALS.map(({ id, answer, headers, credentials }) => ({
  id,
  title: { en: `GET: ${answer.en}`, 'zh-CN': `GET：${answer['zh-CN']}` },
  section: credentials ? 'credentials' : 'simple',
  on: 'page',
  steps: [get('api', { h: headers }, withCredentials(credentials))],
}));

/** Each of them on the preflight, although the response would pass. */
export const preflightRefusals: readonly Scenario[] = REFUSALS.map(
  ({ id, answer, headers, credentials }) => ({
    id: `preflight-${id}`,
    title: { en: `Preflight: ${answer.en}`, 'zh-CN': `预检：${answer['zh-CN']}` },
    section: 'preflight',
    on: 'page',
    steps: [
      put(
        'api',
        { ph: [...headers, 'Access-Control-Allow-Methods: PUT'], h: [allowed, allowedCredentials] },
        withCredentials(credentials),
      ),
    ],
  }),
);

/** Some of them from an insecure context, where browsers send no Sec-Fetch-* headers. */
export const plainRefusals: readonly Scenario[] = REFUSALS.filter(
  ({ id }) => id === 'allow-origin-missing' || id === 'wildcard-with-credentials',
).map(({ id, answer, headers, credentials }) => ({
  id: `plain-${id}`,
  title: {
    en: `GET from an insecure context: ${answer.en}`,
    'zh-CN': `来自非安全上下文页面的 GET：${answer['zh-CN']}`,
  },
  section: credentials ? 'credentials' : 'simple',
  on: 'plain',
  steps: [get('plainApi', { h: headers }, withCredentials(credentials))],
}));

function withCredentials(credentials: 'include' | undefined): Pick<Step, 'credentials'> {
  return credentials ? { credentials } : {};
}
