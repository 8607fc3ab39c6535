import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { type NearMiss, nearMiss } from '../near-miss';
import { hostOf } from '../short-url';
import { otherRemedy, withoutCredentials } from './other-fixes';
import {
  answer,
  asked,
  beforeAuthentication,
  consequence,
  includesCredentials,
  isError,
  type Place,
  quote,
  seenAnswer,
  server,
} from './phrases';

const nearMisses: Readonly<Record<NearMiss, string>> = {
  null: ' (null does not identify an origin)',
  'trailing-slash': ' (an origin has no trailing slash)',
  path: ' (an origin has no path)',
  'letter-case': ' (the comparison is case-sensitive, and origins are sent in lower case)',
  pattern: ' (there is no pattern matching: * only works as the whole value)',
};

const differs = (context: FindingContext) => {
  const miss = nearMiss(context.evidence.origin ?? '', asked(context));
  return miss ? nearMisses[miss] : '';
};

const fromList =
  'To support several origins, check the Origin header against an allowlist, return the one that matches ' +
  'and add Vary: Origin; echoing back every Origin opens the data to every site.';

/** What to do about an origin that is `null`: never to allow it. */
const opaqueOrigin =
  'find out why the origin is null and give the request a real one. Sandboxed frames without ' +
  'allow-same-origin, file: and data: documents, workers from data: URLs, redirects between two other origins, and http: URLs that ' +
  'Chrome upgrades because of HSTS all send null. Do not allow “null”: any site can send it from a ' +
  'sandboxed frame.';

const sendOrigin = (context: FindingContext, on: Place, more = '') =>
  otherRemedy(context, on) ?? `${allowOrigin(context, on)}${more}`;

const allowOrigin = (context: FindingContext, on: Place) => {
  const origin = asked(context);
  if (origin === 'null') {
    return includesCredentials(context)
      ? `In the page, ${opaqueOrigin}`
      : `${server(context)}, send Access-Control-Allow-Origin: * in ${answer(context, on)} if the data is ` +
          `public; otherwise, in the page, ${opaqueOrigin}`;
  }
  const value = `${server(context)}, send Access-Control-Allow-Origin: ${origin} in ${answer(context, on)}`;
  return includesCredentials(context)
    ? `${value}, together with Access-Control-Allow-Credentials: true. ${fromList}`
    : `${value}, or * if the data is public. ${fromList}`;
};

const folklore =
  " mode: 'no-cors' does not help: it makes the response unreadable. curl and Postman get the data because " +
  'they do not apply this rule.';

const sendCredentials = (context: FindingContext, on: Place) =>
  otherRemedy(context, on) ??
  `${server(context)}, send Access-Control-Allow-Credentials: true (lower case, only once) in ` +
    `${answer(context, on)}; or, if the server needs no credentials, in the page, ${withoutCredentials(context)}.`;

export const onTheResponse = {
  'allow-origin-missing': {
    title: 'The response has no Access-Control-Allow-Origin header',
    reason: 'No Access-Control-Allow-Origin',
    ...missing('response'),
  },
  'allow-origin-multiple': {
    title: 'Access-Control-Allow-Origin contains more than one value',
    reason: 'Multiple allowed origins',
    ...multiple('response'),
  },
  'allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin is neither * nor an origin',
    reason: 'Allowed origin is invalid',
    ...invalid('response'),
  },
  'allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin does not match the request’s Origin',
    reason: 'A different origin is allowed',
    ...mismatch('response'),
  },
  'allow-origin-wildcard-with-credentials': {
    title: 'Access-Control-Allow-Origin is *, but the request includes credentials',
    reason: '* not allowed with credentials',
    ...wildcard('response'),
  },
  'allow-credentials-missing': {
    title: 'The request includes credentials, but the response does not allow them',
    reason: 'No Access-Control-Allow-Credentials',
    ...credentialsMissing('response'),
  },
  'allow-credentials-not-true': {
    title: 'Access-Control-Allow-Credentials is not exactly true',
    reason: 'Allow-Credentials is not exactly true',
    ...credentialsNotTrue('response'),
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

export const onThePreflight = {
  'preflight-allow-origin-missing': {
    title: 'The preflight response has no Access-Control-Allow-Origin header',
    reason: 'Preflight allows no origin',
    ...missing('preflight'),
  },
  'preflight-allow-origin-multiple': {
    title: 'The preflight’s Access-Control-Allow-Origin contains more than one value',
    reason: 'Preflight: multiple allowed origins',
    ...multiple('preflight'),
  },
  'preflight-allow-origin-invalid': {
    title: 'The preflight’s Access-Control-Allow-Origin is neither * nor an origin',
    reason: 'Preflight: allowed origin is invalid',
    ...invalid('preflight'),
  },
  'preflight-allow-origin-mismatch': {
    title: 'The preflight’s Access-Control-Allow-Origin does not match the Origin',
    reason: 'Preflight allows a different origin',
    ...mismatch('preflight'),
  },
  'preflight-allow-origin-wildcard-with-credentials': {
    title: 'The preflight’s Access-Control-Allow-Origin is *, with credentials included',
    reason: 'Preflight: * with credentials',
    ...wildcard('preflight'),
  },
  'preflight-allow-credentials-missing': {
    title: 'The request includes credentials, but the preflight does not allow them',
    reason: 'Preflight does not allow credentials',
    ...credentialsMissing('preflight'),
  },
  'preflight-allow-credentials-not-true': {
    title: 'The preflight’s Access-Control-Allow-Credentials is not exactly true',
    reason: 'Preflight: credentials not exactly true',
    ...credentialsNotTrue('preflight'),
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

type Sentences = Pick<FindingProse, 'sentence' | 'remedy'>;

function missing(on: Place): Sentences {
  return {
    sentence: (context) => {
      if (context.mayBeCached) {
        return (
          `The response to ${context.method} ${context.url} has no Access-Control-Allow-Origin, so ` +
          `${consequence(context, on)}; it may be cached from an earlier request without Origin, or with another.`
        );
      }
      const asked =
        on === 'response' ? `${context.method} ${context.url}` : `the preflight for ${context.url}`;
      const status = isError(context) ? `with status ${context.status} and ` : '';
      return (
        `${hostOf(context.url)} answered ${asked} ${status}without Access-Control-Allow-Origin, so ` +
        `${consequence(context, on)}.`
      );
    },
    remedy: (context) => sendOrigin(context, on, on === 'preflight' ? beforeAuthentication : folklore),
  };
}

function multiple(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Origin in ${seenAnswer(context, on)} contains more than one value ` +
      `(${quote(context.evidence.origin)}), but only one is allowed, so ${consequence(context, on)}.`,
    remedy: (context) =>
      sendOrigin(
        context,
        on,
        ' Check whether a second component, such as a proxy or a framework, also sets the header.',
      ),
  };
}

function invalid(on: Place): Sentences {
  return {
    sentence: (context) => {
      const { origin } = context.evidence;
      const is = origin === '' ? 'is empty' : `is ${quote(origin)}`;
      return (
        `Access-Control-Allow-Origin in ${seenAnswer(context, on)} ${is}, which is neither * nor an origin with ` +
        `a scheme, so ${consequence(context, on)}.`
      );
    },
    remedy: (context) => sendOrigin(context, on),
  };
}

function mismatch(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Origin in ${seenAnswer(context, on)} is ${quote(context.evidence.origin)}, but the ` +
      `request’s Origin is ${quote(asked(context))}${differs(context)}, so ${consequence(context, on)}.`,
    remedy: (context) => sendOrigin(context, on),
  };
}

function wildcard(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Origin in ${seenAnswer(context, on)} is ` +
      `${quote(context.evidence.origin ?? '*')}, but * is not a wildcard for a request that includes ` +
      `credentials, so ${consequence(context, on)}.`,
    remedy: (context) =>
      sendOrigin(
        context,
        on,
        ` If the request needs no cookies, in the page, ${withoutCredentials(context)}; * is then sufficient.`,
      ),
  };
}

function credentialsMissing(on: Place): Sentences {
  return {
    sentence: (context) =>
      `The request includes credentials, but ${seenAnswer(context, on)} has no ` +
      `Access-Control-Allow-Credentials: true, so ${consequence(context, on)}.`,
    remedy: (context) => sendCredentials(context, on),
  };
}

function credentialsNotTrue(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Credentials in ${seenAnswer(context, on)} is ` +
      `${quote(context.evidence.credentials)}, but only true in lower case is accepted, so ` +
      `${consequence(context, on)}.`,
    remedy: (context) => sendCredentials(context, on),
  };
}
