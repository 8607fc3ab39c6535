import type { FindingCode } from '../../engine';
import type { FindingContext, FindingProse } from '../finding-prose';
import { type NearMiss, nearMiss } from '../near-miss';
import { hostOf } from '../short-url';
import {
  answer,
  asked,
  beforeAuthentication,
  consequence,
  includesCredentials,
  type Place,
  quote,
  server,
} from './phrases';

const nearMisses: Readonly<Record<NearMiss, string>> = {
  null: ' (the word null names no page in particular)',
  'trailing-slash': ' (an origin has no slash at its end)',
  path: ' (an origin has no path)',
  'letter-case': ' (letter case counts: an origin is sent in lower case)',
  pattern: ' (there are no patterns: a * inside a value is a plain character)',
};

const differs = (context: FindingContext) => {
  const miss = nearMiss(context.evidence.origin ?? '', asked(context));
  return miss ? nearMisses[miss] : '';
};

const fromList =
  'To serve several origins, compare the Origin header with a list, answer with the one that matches ' +
  'and add Vary: Origin; echoing back every Origin opens the data to every site.';

/** What to do about an origin that is `null`: never to allow it. */
const opaqueOrigin =
  'find out why the origin is null and give the request a real one: a sandboxed frame without ' +
  'allow-same-origin, a file: or data: document, a redirect from one foreign origin to another, and an ' +
  'http: URL that Chrome upgrades by HSTS all send it. Do not allow “null”: any site can send it from a ' +
  'sandboxed frame.';

const sendOrigin = (context: FindingContext, on: Place) => {
  const origin = asked(context);
  if (origin === 'null') {
    return includesCredentials(context)
      ? `In the page, ${opaqueOrigin}`
      : `${server(context)}, send Access-Control-Allow-Origin: * on ${answer(context, on)} if anyone may ` +
          `read this data; otherwise, in the page, ${opaqueOrigin}`;
  }
  const value = `${server(context)}, send Access-Control-Allow-Origin: ${origin} on ${answer(context, on)}`;
  return includesCredentials(context)
    ? `${value}, together with Access-Control-Allow-Credentials: true. ${fromList}`
    : `${value}, or * if anyone may read this data. ${fromList}`;
};

const folklore =
  " Requesting it with mode: 'no-cors' does not help: that only makes the response unreadable. That " +
  'curl or Postman get the data proves nothing: they do not apply this rule.';

const sendCredentials = (context: FindingContext, on: Place) =>
  `${server(context)}, send Access-Control-Allow-Credentials: true, in lower case and once, on ` +
  `${answer(context, on)}; or, in the page, do not ask for credentials (credentials: 'same-origin', ` +
  'withCredentials = false, crossorigin="anonymous") if the server needs none.';

export const onTheResponse = {
  'allow-origin-missing': {
    title: 'The response has no Access-Control-Allow-Origin header',
    reason: 'No Access-Control-Allow-Origin',
    ...missing('response'),
  },
  'allow-origin-multiple': {
    title: 'Access-Control-Allow-Origin holds more than one value',
    reason: 'Several allowed origins, not one',
    ...multiple('response'),
  },
  'allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin is neither * nor an origin',
    reason: 'The allowed origin is no origin',
    ...invalid('response'),
  },
  'allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin names another origin than the one that asked',
    reason: 'Another origin is allowed',
    ...mismatch('response'),
  },
  'allow-origin-wildcard-with-credentials': {
    title: 'Access-Control-Allow-Origin is *, and the request includes credentials',
    reason: '* does not go with credentials',
    ...wildcard('response'),
  },
  'allow-credentials-missing': {
    title: 'The request includes credentials, and the response does not allow them',
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
    title: 'Access-Control-Allow-Origin of the preflight holds more than one value',
    reason: 'Preflight allows several origins',
    ...multiple('preflight'),
  },
  'preflight-allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin of the preflight is neither * nor an origin',
    reason: 'Preflight: allowed origin is no origin',
    ...invalid('preflight'),
  },
  'preflight-allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin of the preflight names another origin',
    reason: 'Preflight allows another origin',
    ...mismatch('preflight'),
  },
  'preflight-allow-origin-wildcard-with-credentials': {
    title: 'Access-Control-Allow-Origin of the preflight is *, with credentials included',
    reason: 'Preflight: * with credentials',
    ...wildcard('preflight'),
  },
  'preflight-allow-credentials-missing': {
    title: 'The request includes credentials, and the preflight does not allow them',
    reason: 'Preflight allows no credentials',
    ...credentialsMissing('preflight'),
  },
  'preflight-allow-credentials-not-true': {
    title: 'Access-Control-Allow-Credentials of the preflight is not exactly true',
    reason: 'Preflight: credentials not exactly true',
    ...credentialsNotTrue('preflight'),
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

type Sentences = Pick<FindingProse, 'sentence' | 'remedy'>;

function missing(on: Place): Sentences {
  return {
    sentence: (context) =>
      on === 'response'
        ? `${hostOf(context.url)} answered ${context.method} ${context.url} without ` +
          `Access-Control-Allow-Origin, so ${consequence(context, on)}.`
        : `${hostOf(context.url)} answered the preflight of ${context.url} without ` +
          `Access-Control-Allow-Origin, so ${consequence(context, on)}.`,
    remedy: (context) => sendOrigin(context, on) + (on === 'preflight' ? beforeAuthentication : folklore),
  };
}

function multiple(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Origin on ${answer(context, on)} is ${quote(context.evidence.origin)}, more ` +
      `than one value where only one counts, so ${consequence(context, on)}.`,
    remedy: (context) =>
      `${sendOrigin(context, on)} Look for a second place that sets the header too, such as a proxy or ` +
      'a framework.',
  };
}

function invalid(on: Place): Sentences {
  return {
    sentence: (context) => {
      const { origin } = context.evidence;
      const is = origin === '' ? 'is empty' : `is ${quote(origin)}`;
      return (
        `Access-Control-Allow-Origin on ${answer(context, on)} ${is}, neither * nor an origin with its ` +
        `scheme, so ${consequence(context, on)}.`
      );
    },
    remedy: (context) => sendOrigin(context, on),
  };
}

function mismatch(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Origin on ${answer(context, on)} is ${quote(context.evidence.origin)}, ` +
      `which is not ${quote(asked(context))}, the Origin that was sent${differs(context)}, so ` +
      `${consequence(context, on)}.`,
    remedy: (context) => sendOrigin(context, on),
  };
}

function wildcard(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Origin on ${answer(context, on)} is ` +
      `${quote(context.evidence.origin ?? '*')}, and the request includes credentials, for which * is ` +
      `no wildcard, so ${consequence(context, on)}.`,
    remedy: (context) =>
      `${sendOrigin(context, on)} If no cookie is needed, drop credentials: 'include' (or ` +
      'withCredentials) in the page instead, and * stays good.',
  };
}

function credentialsMissing(on: Place): Sentences {
  return {
    sentence: (context) =>
      `The request includes credentials and ${answer(context, on)} has no ` +
      `Access-Control-Allow-Credentials: true, so ${consequence(context, on)}.`,
    remedy: (context) => sendCredentials(context, on),
  };
}

function credentialsNotTrue(on: Place): Sentences {
  return {
    sentence: (context) =>
      `Access-Control-Allow-Credentials on ${answer(context, on)} is ` +
      `${quote(context.evidence.credentials)}, and nothing but true in lower case counts, so ` +
      `${consequence(context, on)}.`,
    remedy: (context) => sendCredentials(context, on),
  };
}
