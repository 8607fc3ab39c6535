import type { FindingCode } from '../../engine';
import type { Outcome } from '../../protocol/facts';
import { type NearMiss, nearMiss } from '../near-miss';
import type { FindingContext, FindingProse, Happening, Prose } from '../prose';
import { hostOf } from '../short-url';
import { rowEn } from './row';

type Place = 'response' | 'preflight';
type Findings = Readonly<Record<FindingCode, FindingProse>>;

const quote = (value: string | null | undefined) => `“${value ?? ''}”`;
const list = (names: string | null | undefined) => (names ?? '').split(',').filter(Boolean).join(', ');
const server = ({ url }: FindingContext) => `On the server of ${hostOf(url)}`;
const includesCredentials = ({ evidence }: FindingContext) => evidence.credentialsMode === 'include';
const asked = ({ evidence, origin }: FindingContext) => evidence.requestOrigin ?? origin;
const page = (context: FindingContext) =>
  asked(context) === 'null' ? 'the page (which asked with Origin: null)' : `the page at ${asked(context)}`;
const from = (context: FindingContext) =>
  asked(context) === 'null' ? 'with Origin: null' : `from ${asked(context)}`;
const errorText = ({ evidence }: FindingContext) => (evidence.error ? ` (${evidence.error})` : '');
const method = ({ evidence, method }: FindingContext) => evidence.method ?? method;
const statusOf = ({ evidence }: FindingContext) => (evidence.status ? ` (status ${evidence.status})` : '');
const typeOf = ({ evidence }: FindingContext) =>
  evidence.contentType ? `Content-Type ${quote(evidence.contentType)}` : 'no Content-Type that says so';

const answer = (context: FindingContext, on: Place) =>
  on === 'response'
    ? `the response to ${context.method} ${context.url}`
    : `the preflight response from ${context.url}`;

const consequence = (context: FindingContext, on: Place) =>
  on === 'response'
    ? `${page(context)} may not read it`
    : `the ${method(context)} request ${from(context)} was not sent`;

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

const beforeAuthentication =
  ' Answer preflights before authentication and routing run: a preflight never carries cookies or ' +
  'Authorization.';

const sendCredentials = (context: FindingContext, on: Place) =>
  `${server(context)}, send Access-Control-Allow-Credentials: true, in lower case and once, on ` +
  `${answer(context, on)}; or, in the page, do not ask for credentials (credentials: 'same-origin', ` +
  'withCredentials = false, crossorigin="anonymous") if the server needs none.';

const onTheResponse: Pick<
  Findings,
  | 'allow-origin-missing'
  | 'allow-origin-multiple'
  | 'allow-origin-invalid'
  | 'allow-origin-mismatch'
  | 'allow-origin-wildcard-with-credentials'
  | 'allow-credentials-missing'
  | 'allow-credentials-not-true'
> = {
  'allow-origin-missing': {
    title: 'The response has no Access-Control-Allow-Origin header',
    ...missing('response'),
  },
  'allow-origin-multiple': {
    title: 'Access-Control-Allow-Origin holds more than one value',
    ...multiple('response'),
  },
  'allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin is neither * nor an origin',
    ...invalid('response'),
  },
  'allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin names another origin than the one that asked',
    ...mismatch('response'),
  },
  'allow-origin-wildcard-with-credentials': {
    title: 'Access-Control-Allow-Origin is *, and the request includes credentials',
    ...wildcard('response'),
  },
  'allow-credentials-missing': {
    title: 'The request includes credentials, and the response does not allow them',
    ...credentialsMissing('response'),
  },
  'allow-credentials-not-true': {
    title: 'Access-Control-Allow-Credentials is not exactly true',
    ...credentialsNotTrue('response'),
  },
};

const onThePreflight: Pick<Findings, `preflight-${keyof typeof onTheResponse}`> = {
  'preflight-allow-origin-missing': {
    title: 'The preflight response has no Access-Control-Allow-Origin header',
    ...missing('preflight'),
  },
  'preflight-allow-origin-multiple': {
    title: 'Access-Control-Allow-Origin of the preflight holds more than one value',
    ...multiple('preflight'),
  },
  'preflight-allow-origin-invalid': {
    title: 'Access-Control-Allow-Origin of the preflight is neither * nor an origin',
    ...invalid('preflight'),
  },
  'preflight-allow-origin-mismatch': {
    title: 'Access-Control-Allow-Origin of the preflight names another origin',
    ...mismatch('preflight'),
  },
  'preflight-allow-origin-wildcard-with-credentials': {
    title: 'Access-Control-Allow-Origin of the preflight is *, with credentials included',
    ...wildcard('preflight'),
  },
  'preflight-allow-credentials-missing': {
    title: 'The request includes credentials, and the preflight does not allow them',
    ...credentialsMissing('preflight'),
  },
  'preflight-allow-credentials-not-true': {
    title: 'Access-Control-Allow-Credentials of the preflight is not exactly true',
    ...credentialsNotTrue('preflight'),
  },
};

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

const ofThePreflight: Pick<
  Findings,
  | 'preflight-status'
  | 'preflight-redirect'
  | 'preflight-allow-methods-invalid'
  | 'preflight-allow-headers-invalid'
  | 'preflight-method-not-allowed'
  | 'preflight-header-not-allowed'
  | 'preflight-network-error'
  | 'authorization-wildcard'
> = {
  'preflight-status': {
    title: 'The preflight was not answered with a status from 200 to 299',
    sentence: (context) =>
      `${hostOf(context.url)} answered the preflight of ${context.url} with status ` +
      `${context.evidence.status ?? 'other than 200 to 299'}, and only 200 to 299 lets a request ` +
      `through, so ${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, answer OPTIONS ${context.url} with 204 and the Access-Control-Allow-* headers.` +
      beforeAuthentication,
  },
  'preflight-redirect': {
    title: 'The preflight was answered with a redirect, which is never followed',
    sentence: (context) =>
      `${hostOf(context.url)} answered the preflight of ${context.url} with a ` +
      `redirect${context.evidence.status ? ` (${context.evidence.status})` : ''}, and a preflight ` +
      `follows none, so ${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      'In the page, request the URL that the redirect leads to: look at scheme (http: to https:), host ' +
      `(www) and a slash at the end of the path. Or, on the server of ${hostOf(context.url)}, answer ` +
      'OPTIONS with 204 instead of redirecting it to another address or to a login page.',
  },
  'preflight-allow-methods-invalid': {
    title: 'Access-Control-Allow-Methods of the preflight cannot be read as a list',
    sentence: (context) =>
      `Access-Control-Allow-Methods on ${answer(context, 'preflight')} is ` +
      `${quote(context.evidence.methods)}, not a list of method names, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, send Access-Control-Allow-Methods: ${method(context)} on ` +
      `${answer(context, 'preflight')}: names with commas between them, without quotes, brackets or ` +
      'semicolons.',
  },
  'preflight-allow-headers-invalid': {
    title: 'Access-Control-Allow-Headers of the preflight cannot be read as a list',
    sentence: (context) =>
      `Access-Control-Allow-Headers on ${answer(context, 'preflight')} is ` +
      `${quote(context.evidence.headerNames)}, not a list of header names, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, send Access-Control-Allow-Headers: ` +
      `${list(context.evidence.unsafeNames) || 'the names asked for'} on ` +
      `${answer(context, 'preflight')}: names with commas between them, without quotes, brackets or ` +
      'semicolons.',
  },
  'preflight-method-not-allowed': {
    title: 'Access-Control-Allow-Methods of the preflight does not list the method',
    sentence: (context) => {
      const { methods } = context.evidence;
      const has = methods == null ? 'is missing' : `is ${quote(methods)}`;
      const star =
        methods?.includes('*') && includesCredentials(context)
          ? ' (with credentials, * is a plain name)'
          : '';
      return (
        `The request is ${method(context)}, and Access-Control-Allow-Methods on ` +
        `${answer(context, 'preflight')} ${has}${star}, so ${consequence(context, 'preflight')}.`
      );
    },
    remedy: (context) =>
      `${server(context)}, list ${method(context)} in Access-Control-Allow-Methods on ` +
      `${answer(context, 'preflight')}. Letter case counts; in the page, write PATCH in capitals, for ` +
      'fetch() sends patch as it is.',
  },
  'preflight-header-not-allowed': {
    title: 'Access-Control-Allow-Headers of the preflight lacks a header that was asked for',
    sentence: (context) => {
      const { headerNames, missingNames } = context.evidence;
      const has = headerNames == null ? 'is missing' : `is ${quote(headerNames)}`;
      const star =
        headerNames?.includes('*') && includesCredentials(context)
          ? ' (with credentials, * is a plain name)'
          : '';
      return (
        `The request carries ${list(missingNames) || 'a header'}, and Access-Control-Allow-Headers on ` +
        `${answer(context, 'preflight')} ${has}${star}, so ${consequence(context, 'preflight')}.`
      );
    },
    remedy: (context) =>
      `${server(context)}, list ` +
      `${list(context.evidence.missingNames) || 'each header that is asked for'} in ` +
      `Access-Control-Allow-Headers on ${answer(context, 'preflight')}; or, in the page, do not set ` +
      'what the server does not need. Access-Control-* headers set on the request do nothing but ask ' +
      'for more permission.',
  },
  'preflight-network-error': {
    title: 'The preflight got no answer',
    sentence: (context) =>
      `The preflight of ${context.url} got no answer${errorText(context)}, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, see to it that OPTIONS reaches the application: a server that is down, a ` +
      'firewall or a proxy that drops the method, and a certificate that is not trusted all end like ' +
      'this.',
  },
  'authorization-wildcard': {
    title: 'Only leniency lets * in Access-Control-Allow-Headers cover Authorization',
    sentence: (context) =>
      `The preflight response from ${context.url} allows ${quote(context.evidence.headerNames ?? '*')}, ` +
      'which by the standard does not cover Authorization; Chrome and Firefox let it pass for now, with ' +
      'a warning.',
    remedy: (context) =>
      `${server(context)}, list Authorization by name in Access-Control-Allow-Headers on ` +
      `${answer(context, 'preflight')}.`,
  },
};

const ofRedirects: Pick<
  Findings,
  | 'redirect-with-credentials'
  | 'redirect-scheme'
  | 'redirect-location-invalid'
  | 'redirect-mode-error'
  | 'too-many-redirects'
  | 'redirect-blocked-after'
> = {
  'redirect-with-credentials': {
    title: 'A redirect leads to a URL with a user name or password in it',
    sentence: (context) =>
      `${hostOf(context.url)} redirected the request ${from(context)} to a URL with a user name or ` +
      `password in it${context.evidence.locationUrl ? ` (${context.evidence.locationUrl})` : ''}, which ` +
      'a cross-origin request may not follow.',
    remedy: (context) =>
      `${server(context)}, send a Location without user name and password, and authenticate with the ` +
      'Authorization header or a cookie.',
  },
  'redirect-scheme': {
    title: 'A redirect leads to a URL that is neither http: nor https:',
    sentence: (context) =>
      `${hostOf(context.url)} redirected ${context.method} ${context.url} to ` +
      `${context.evidence.locationUrl ?? 'a URL that is neither http: nor https:'}, and a request can ` +
      'go on to http: and https: URLs only.',
    remedy: (context) =>
      `${server(context)}, redirect to an http: or https: URL; to open an app by its own scheme, use a ` +
      'link, not a request.',
  },
  'redirect-location-invalid': {
    title: 'A redirect has a Location that is no URL',
    sentence: (context) =>
      `${hostOf(context.url)} answered ${context.method} ${context.url} with a redirect whose Location ` +
      `is no URL${errorText(context)}.`,
    remedy: (context) => `${server(context)}, send one Location header with a valid URL, percent-encoded.`,
  },
  'redirect-mode-error': {
    title: 'The page refuses redirects for this request',
    sentence: (context) =>
      `${hostOf(context.url)} answered ${context.method} ${context.url} with a redirect, and the page ` +
      "asked for it with redirect: 'error'.",
    remedy: () =>
      "In the page, drop redirect: 'error' to follow the redirect, or request the URL that it leads to.",
  },
  'too-many-redirects': {
    title: 'More than 20 redirects in a row',
    sentence: (context) => `${context.method} ${context.url} was redirected more than 20 times in a row.`,
    remedy: (context) =>
      `${server(context)}, break the redirect loop: often it is http: to https: behind a proxy that ` +
      'ends TLS, or a login page that redirects to itself because its cookie is not stored.',
  },
  'redirect-blocked-after': {
    title: 'The page’s own policy forbids where the redirect leads',
    sentence: (context) =>
      `${hostOf(context.url)} redirected ${context.method} ${context.url} to a URL that a policy of ` +
      `${page(context)} does not allow: its Content Security Policy, or mixed content (https: to http:).`,
    remedy: () =>
      'In the page, allow the redirect’s target in Content-Security-Policy (connect-src for fetch and ' +
      'XHR); on the server, redirect to https: URLs only.',
  },
};

const ofThePage: Pick<
  Findings,
  | 'scheme-not-http'
  | 'mode-same-origin'
  | 'no-cors-redirect-mode'
  | 'csp'
  | 'mixed-content'
  | 'bad-port'
  | 'call-threw'
> = {
  'scheme-not-http': {
    title: 'Only http: and https: URLs can be requested across origins',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.evidence.url ?? context.url}, and across origins ` +
      'only http: and https: URLs can be requested.',
    remedy: () =>
      'In the page, request an http: or https: URL. If the page was opened as a file, serve its folder ' +
      'by a development server and open it from there.',
  },
  'mode-same-origin': {
    title: 'The page allows only its own origin for this request',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url} with mode: 'same-origin', which allows no other ` +
      'origin.',
    remedy: () =>
      "In the page, drop mode: 'same-origin', or request a URL of the page’s own origin, such as a path " +
      'that its server forwards.',
  },
  'no-cors-redirect-mode': {
    title: "mode: 'no-cors' allows no other redirect mode than 'follow'",
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url} with mode: 'no-cors' and a redirect mode other ` +
      "than 'follow', which do not go together.",
    remedy: () =>
      "In the page, drop the redirect option, or drop mode: 'no-cors', which makes every response " +
      'unreadable anyway.',
  },
  csp: {
    title: 'The page’s own Content Security Policy forbids this URL',
    sentence: (context) =>
      `The Content Security Policy of ${page(context)} does not list ${hostOf(context.url)} for this ` +
      `kind of request, so ${context.method} ${context.url} was not made.`,
    remedy: (context) =>
      `On the page’s server, add ${originOf(context.url)} to the directive for this kind of request in ` +
      'Content-Security-Policy (connect-src for fetch, XHR and WebSocket). No header of the other ' +
      'server changes this.',
  },
  'mixed-content': {
    title: 'An https: page may not request an http: URL',
    sentence: (context) =>
      `${upper(page(context))} is served over https: and requested ${context.url} over http:, which is ` +
      'mixed content.',
    remedy: (context) =>
      `In the page, request the https: URL, and serve https: on ${hostOf(context.url)}. No response ` +
      'header changes this.',
  },
  'bad-port': {
    title: 'The URL’s port is one that pages may not request',
    sentence: (context) =>
      `${upper(page(context))} requested ${context.url}, whose port belongs to another protocol, such as ` +
      'SSH or mail, and is closed to every page.',
    remedy: (context) => `${server(context)}, listen on another port, such as 8080.`,
  },
  'call-threw': {
    title: 'The call failed by itself, before anything was requested',
    sentence: (context) =>
      `The call of ${page(context)} for ${context.url} threw${errorText(context)}, so nothing was ` +
      'requested.',
    remedy: () => 'In the page, look at the exception at the place of the call: it names the argument.',
  },
};

const ofPolicies: Pick<
  Findings,
  | 'local-network-insecure'
  | 'local-network-denied'
  | 'local-network-mismatch'
  | 'hsts-upgrade'
  | 'response-header-hidden'
  | 'corp-same-origin'
  | 'corp-same-site'
  | 'coep-require-corp'
  | 'coep-frame'
  | 'document-isolation-policy'
  | 'orb'
  | 'nosniff'
  | 'module-mime-type'
  | 'integrity'
  | 'response-unusable'
  | 'frame-refused'
> = {
  'local-network-insecure': {
    title: 'A page that is not secure requested an address of the local network',
    sentence: (context) =>
      `${upper(page(context))} is not a secure context, and ${hostOf(context.url)} is an address of a ` +
      'more private network, which Chrome opens to secure pages only.',
    remedy: () =>
      'On the page’s server, serve the page over https:; then Chrome can ask the user for permission. ' +
      'No header of the other server changes this.',
  },
  'local-network-denied': {
    title: 'The page has no permission to reach the local network',
    sentence: (context) =>
      `${upper(page(context))} has no permission for ${hostOf(context.url)}, an address of the local ` +
      `network or of this machine${errorText(context)}.`,
    remedy: () =>
      'In the site settings of the tab, grant the page access to the local network; for a frame, ' +
      'delegate it with allow="local-network-access" (and what newer versions name loopback-network). ' +
      'No response header changes this.',
  },
  'local-network-mismatch': {
    title: 'The address is not in the network that the page named for it',
    sentence: (context) =>
      `${upper(page(context))} named an address space for ${hostOf(context.url)} (targetAddressSpace), and ` +
      `its address is in another one${errorText(context)}.`,
    remedy: () =>
      "In the page, name the address space that the server is in: 'loopback' for this machine, 'local' for " +
      'its network. No response header changes this.',
  },
  'hsts-upgrade': {
    title: 'HSTS turned http: into https:, which counts as a redirect',
    sentence: (context) =>
      `${context.browser} knows ${hostOf(context.url)} by https: only (Strict-Transport-Security) and sent ` +
      `${context.method} ${context.url} there by a redirect of its own, after which the request says ` +
      'Origin: null, and a preflight fails.',
    remedy: (context) =>
      `In the page, request the https: URL of ${hostOf(context.url)} to begin with; do not allow null on ` +
      'the server.',
  },
  'response-header-hidden': {
    title: 'A header came that the page may not read',
    sentence: (context) =>
      `${hostOf(context.url)} sent headers with ${context.url} that ${page(context)} does not see, for ` +
      'Access-Control-Expose-Headers does not name them.',
    remedy: (context) =>
      `${server(context)}, name the headers that the page reads in Access-Control-Expose-Headers. With ` +
      'credentials, * names none but itself.',
  },
  'corp-same-origin': {
    title: 'Cross-Origin-Resource-Policy: same-origin keeps other origins from embedding',
    sentence: (context) =>
      `${hostOf(context.url)} sent Cross-Origin-Resource-Policy: same-origin with ${context.url}, so ` +
      `${page(context)}, another origin, may not embed it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url} (or ` +
      'same-site, if only subdomains of one site embed it). Many servers and middlewares send ' +
      'same-origin by default.',
  },
  'corp-same-site': {
    title: 'Cross-Origin-Resource-Policy: same-site keeps other sites from embedding',
    sentence: (context) =>
      `${hostOf(context.url)} sent Cross-Origin-Resource-Policy: same-site with ${context.url}, so ` +
      `${page(context)}, another site, may not embed it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}.`,
  },
  'coep-require-corp': {
    title: 'The page’s Cross-Origin-Embedder-Policy demands a permission that is missing',
    sentence: (context) =>
      `${upper(page(context))} embeds only what permits it (Cross-Origin-Embedder-Policy: ` +
      `require-corp), and ${context.url} came without Cross-Origin-Resource-Policy.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}; or, on ` +
      'the page’s server, send Cross-Origin-Embedder-Policy: credentialless, which loads it without ' +
      'cookies.',
  },
  'coep-frame': {
    title: 'The page’s Cross-Origin-Embedder-Policy demands one of the frame’s document too',
    sentence: (context) =>
      'The embedding page sends Cross-Origin-Embedder-Policy, and the document of its frame, ' +
      `${context.url}, does not agree to it.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Embedder-Policy: require-corp and, for an embedder of ` +
      `another origin, Cross-Origin-Resource-Policy: cross-origin with ${context.url}.`,
  },
  'document-isolation-policy': {
    title: 'The page’s Document-Isolation-Policy demands a permission that is missing',
    sentence: (context) =>
      `${upper(page(context))} embeds only what permits it (Document-Isolation-Policy), and ` +
      `${context.url} came without Cross-Origin-Resource-Policy.`,
    remedy: (context) =>
      `${server(context)}, send Cross-Origin-Resource-Policy: cross-origin with ${context.url}; or, on ` +
      'the page’s server, send Document-Isolation-Policy: isolate-and-credentialless.',
  },
  orb: {
    title: 'The response is of a type that an embedding may not get (ORB)',
    sentence: (context) =>
      `${context.url} was embedded by ${page(context)}, and the response is not what such an element ` +
      'can use (HTML, JSON or an error page, say), so opaque-response blocking withheld it.',
    remedy: (context) =>
      `${server(context)}, answer ${context.url} with what the element expects and with its true ` +
      'Content-Type; an error page or a login page in place of an image or a script is the usual ' +
      'reason. To read data, in the page use fetch().',
  },
  nosniff: {
    title: 'The Content-Type is not what such an element may use',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with X-Content-Type-Options: nosniff and a ` +
      `Content-Type that a script or stylesheet must not have${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, send the true Content-Type, such as text/javascript or text/css; an error ` +
      'page in place of the file is the usual reason.',
  },
  'module-mime-type': {
    title: 'A module script must come with a JavaScript Content-Type',
    sentence: (context) =>
      `${hostOf(context.url)} sent ${context.url} with ${typeOf(context)}, and a module script is only run ` +
      'with a JavaScript type.',
    remedy: (context) =>
      `${server(context)}, send Content-Type: text/javascript; an error page in place of the file is the ` +
      'usual reason.',
  },
  integrity: {
    title: 'The response does not match its integrity metadata',
    sentence: (context) =>
      `The response to ${context.method} ${context.url} does not match the integrity value that ` +
      `${page(context)} gave for it, or could not be compared with it.`,
    remedy: () =>
      'In the page, give the hash of the file as it is served now. For a script or stylesheet of another ' +
      'origin, set crossorigin too, and have its server allow it: an opaque response matches nothing.',
  },
  'response-unusable': {
    title: 'The response came, and what asked for it could not use it',
    sentence: (context) =>
      `The response to ${context.method} ${context.url} reached ${page(context)}, and what asked for it ` +
      `reported an error${statusOf(context)}.`,
    remedy: (context) =>
      `${server(context)}, check that ${context.url} is answered with status 200 and with what the element ` +
      'expects: a script, a style sheet, an image; not an error page.',
  },
  'frame-refused': {
    title: 'The document does not allow this page to show it in a frame',
    sentence: (context) =>
      `${hostOf(context.url)} does not let the embedding page show ${context.url} in a frame ` +
      '(X-Frame-Options, or frame-ancestors of its Content-Security-Policy).',
    remedy: (context) =>
      `${server(context)}, send Content-Security-Policy: frame-ancestors with the origins that may ` +
      'embed it, and drop X-Frame-Options. Name only pages you trust: framing invites clickjacking.',
  },
};

const ofTheNetwork: Pick<
  Findings,
  | 'network-dns'
  | 'network-refused'
  | 'network-reset'
  | 'network-tls'
  | 'network-timeout'
  | 'network-other'
  | 'aborted'
  | 'blocked-by-extension'
  | 'service-worker-opaque'
  | 'service-worker-failed'
  | 'login-prompt'
> = {
  'network-dns': {
    title: 'The host’s name could not be resolved',
    sentence: (context) =>
      `No address was found for ${hostOf(context.url)}${errorText(context)}: the request of ` +
      `${page(context)} reached no server.`,
    remedy: (context) =>
      `Check the spelling of ${hostOf(context.url)}, the DNS entry, VPN and proxy. No response header ` +
      'changes this.',
  },
  'network-refused': {
    title: 'The server refused the connection',
    sentence: (context) =>
      `${hostOf(context.url)} refused the connection${errorText(context)}: nothing listens there, so ` +
      'there was no response to judge.',
    remedy: (context) =>
      `Start the server of ${hostOf(context.url)}, and check the port and the firewall. No response ` +
      'header changes this.',
  },
  'network-reset': {
    title: 'The connection was cut off before a whole response came',
    sentence: (context) =>
      `The connection to ${hostOf(context.url)} was cut off before a whole response ` +
      `came${errorText(context)}.`,
    remedy: (context) =>
      `${server(context)}, look into the log for a crash, a size or time limit, or a proxy that closed ` +
      'the connection. No response header changes this.',
  },
  'network-tls': {
    title: 'No secure connection could be made',
    sentence: (context) =>
      `No secure connection to ${hostOf(context.url)} could be made${errorText(context)}, so nothing ` +
      'was requested.',
    remedy: (context) =>
      `${server(context)}, use a certificate that is valid for this name and trusted. For a development ` +
      `server, open ${originOf(context.url)} in a tab and accept its certificate, or install the local ` +
      'authority.',
  },
  'network-timeout': {
    title: 'The server did not answer in time',
    sentence: (context) => `${hostOf(context.url)} did not answer in time${errorText(context)}.`,
    remedy: (context) =>
      `Check that ${hostOf(context.url)} can be reached from here (VPN, firewall, port) and how long it ` +
      `takes to answer ${context.method} ${context.url}.`,
  },
  'network-other': {
    title: 'The network failed before a response came',
    sentence: (context) =>
      `${context.method} ${context.url} ended in a network failure${errorText(context)}, not by an ` +
      'origin rule.',
    remedy: (context) =>
      `Open ${context.url} in a tab of its own and see what is reported there; then check the server’s log.`,
  },
  aborted: {
    title: 'The request was cancelled before it ended',
    sentence: (context) =>
      `${context.method} ${context.url} was cancelled${errorText(context)}: by the page’s own code, by ` +
      'a timeout that it set, or because the page or the element went away.',
    remedy: () =>
      'In the page, look for AbortController, a timeout, a form that submits at the same moment, or a ' +
      'component that is removed while it loads. The server has nothing to change.',
  },
  'blocked-by-extension': {
    title: 'An extension or a policy on this machine blocked the request',
    sentence: (context) =>
      `${context.method} ${context.url} was blocked by an extension or by an administrator’s ` +
      `policy${errorText(context)}, not by the page and not by the server.`,
    remedy: (context) =>
      'Try again in a profile without extensions; in a content blocker, make an exception for ' +
      `${hostOf(context.url)}. A path with words like ads or track is often enough to be blocked.`,
  },
  'service-worker-opaque': {
    title: 'The page’s service worker answered with a response that script may not read',
    sentence: (context) =>
      `The service worker of ${page(context)} answered ${context.method} ${context.url} with an opaque ` +
      'response, which a request that wants to read cannot take.',
    remedy: () =>
      'In the service worker, answer with fetch(event.request) itself, or store responses that were ' +
      "fetched with mode: 'cors'; a response fetched with mode: 'no-cors' stays opaque in the cache.",
  },
  'service-worker-failed': {
    title: 'The page’s service worker gave no usable answer',
    sentence: (context) =>
      `The service worker of ${page(context)} took over ${context.method} ${context.url} and answered with an ` +
      'error: what it passed to respondWith() was rejected, or is no response.',
    remedy: () =>
      'Look into the service worker’s fetch handler: the request that it makes itself is a row of its own, ' +
      'with its own reason. Where it cannot answer, let it answer with a Response that says so.',
  },
  'login-prompt': {
    title: 'The server asks for a user name and a password',
    sentence: (context) =>
      `${hostOf(context.url)} asks for a user name and a password for ${context.url}, and the request ` +
      'waits until someone answers.',
    remedy: (context) =>
      `Answer or dismiss the prompt. To have none, ${lower(server(context))}, answer 401 without ` +
      'WWW-Authenticate to requests made by script.',
  },
};

const ofTheRecord: Pick<
  Findings,
  'body-cut-short' | 'browser-disagrees' | 'unexplained' | 'ended-unseen' | 'never-seen'
> = {
  'body-cut-short': {
    title: 'The response’s body did not come whole',
    sentence: (context) =>
      `The headers of ${context.method} ${context.url} passed every check, and then the body broke off: ` +
      'the page closed it, or the connection was lost.',
    remedy: () =>
      'Nothing to do if the page closed the stream itself; otherwise check the server’s log and its ' +
      'proxies for time and size limits.',
  },
  'browser-disagrees': {
    title: 'By the rules this fails, and yet it went on',
    sentence: (context) => {
      const { origin } = context.evidence;
      const header =
        origin === undefined
          ? ''
          : origin === null
            ? ' (no Access-Control-Allow-Origin)'
            : ` (Access-Control-Allow-Origin ${quote(origin)})`;
      return (
        `${upper(context.browser)} went on with ${context.method} ${context.url} for ${page(context)}, though by ` +
        `the headers seen here${header} it may not: another extension may have edited them, or a service ` +
        'worker answered.'
      );
    },
    remedy: () =>
      'Try again in a profile without other extensions, above all such as “unblock” cross-origin ' +
      'requests: they hide what every other visitor will meet. Then send this record to CORScope’s ' +
      'developers if it stays.',
  },
  unexplained: {
    title: 'The response was refused, and no rule explains it',
    sentence: (context) =>
      `${upper(context.browser)} refused the response from ${context.url} for ${page(context)}, though the ` +
      'headers seen here pass every rule: another extension may have edited them before they were ' +
      'checked.',
    remedy: () =>
      'Try again in a profile without other extensions, and read the message in the console. Then send ' +
      'this record to CORScope’s developers if it stays.',
  },
  'ended-unseen': {
    title: 'The end of this request was not seen',
    sentence: (context) =>
      `CORScope’s background was stopped while ${context.method} ${context.url} was under way, and how ` +
      'it ended was not seen.',
    remedy: () => 'Repeat the request.',
  },
  'never-seen': {
    title: 'The page asked for this, and no request was seen',
    sentence: (context) =>
      `${upper(page(context))} called for ${context.method} ${context.url}, and ${context.browser} showed no ` +
      'request: a service worker, a preload or a cache answered, it was cancelled at once, or a rule ' +
      'that leaves no trace stopped it.',
    remedy: () => 'Read the console: a request that was stopped leaves its reason there.',
  },
};

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : url;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

const whose = ({ origin }: Happening) =>
  origin === null || origin === 'null' ? 'the page (an opaque origin, null)' : `the page at ${origin}`;
const withStatus = ({ status }: Happening) => (status === null ? '' : ` (status ${status})`);
const allowing = ({ allowOrigin, withCredentials }: Happening) =>
  `Access-Control-Allow-Origin is ${quote(allowOrigin)}` +
  (withCredentials ? ' and Access-Control-Allow-Credentials is true' : '');
const forHeaders = ({ headerNames }: Happening) =>
  headerNames.length === 0 ? '' : ` with ${headerNames.join(', ')}`;
const thePreflight = (happening: Happening) =>
  `The preflight for ${happening.method} ${happening.url}${forHeaders(happening)} from ${whose(happening)}`;
const answered = (happening: Happening) => `${thePreflight(happening)} was answered${withStatus(happening)}`;

/** A title in the middle of a sentence; a header's name keeps its letters. */
const inSentence = (title: string) =>
  /^(The|A|An|No|Nothing|Only|More|By) /.test(title) ? lower(title) : title;

const endings: Readonly<Record<Outcome, string>> = {
  allowed: 'passed',
  blocked: 'was blocked',
  opaque: 'passed',
  failed: 'failed',
  pending: 'has not ended',
  unknown: 'may or may not have passed',
};

const headline: Prose['headline'] = {
  sameOrigin: (happening) =>
    `${happening.url} has the same origin as ${whose(happening)}, so the page may read it and no ` +
    'cross-origin rule applies.',
  simple: (happening) =>
    happening.allowOrigin === null
      ? `${upper(whose(happening))} may read ${happening.url}; the headers that allow it were not shown.`
      : `${upper(whose(happening))} may read ${happening.url}, because its ${allowing(happening)}.`,
  preflighted: (happening) => {
    const asked = `${happening.method}${forHeaders(happening)}`;
    const preflight = happening.isPreflightSeen
      ? `The preflight allowed ${asked}`
      : `${asked} went out without a new preflight, by an earlier one that is still remembered`;
    return happening.allowOrigin === null
      ? `${preflight}, and ${whose(happening)} got the response from ${happening.url}.`
      : `${preflight}, and ${whose(happening)} may read ${happening.url}, because its ${allowing(happening)}.`;
  },
  navigation: (happening) =>
    `A tab went to ${happening.url}${withStatus(happening)}: a navigation may lead to any origin.`,
  frame: (happening) =>
    happening.isSameOrigin
      ? `A frame of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}, of the same origin.`
      : `A frame of ${whose(happening)} loaded ${happening.url}${withStatus(happening)}: it is shown, but ` +
        'neither can read the other.',
  webSocket: (happening) =>
    `${happening.host} accepted the WebSocket from ${whose(happening)}: no origin rule applies to WebSockets, ` +
    'so the server has to check Origin itself.',
  webSocketRefused: (happening) =>
    `${happening.host} answered the WebSocket handshake from ${whose(happening)} with status ` +
    `${happening.status} instead of 101; whether that is because of the Origin, only the server can tell.`,
  embedded: (happening) =>
    `${upper(whose(happening))} may use ${happening.url}, but script can read none of it, because it was ` +
    'embedded without asking for permission (no-cors).',
  opaque: (happening) =>
    `${upper(whose(happening))} got an opaque response from ${happening.url}: under mode: 'no-cors' script ` +
    'can read neither status nor headers nor body, whatever the server sends.',
  sent: (happening) =>
    `${upper(whose(happening))} sent ${happening.method} ${happening.url}, and nobody reads the response of ` +
    'such a request.',
  pending: (happening) =>
    `${happening.method} ${happening.url} from ${whose(happening)} has not been answered yet.`,
  pendingPreflight: (happening) =>
    `${happening.method} ${happening.url} from ${whose(happening)} waits for the answer to its preflight.`,
  readOrOpaque: (happening) =>
    `${upper(whose(happening))} got the response from ${happening.url}, either to read it or only to use it; ` +
    'what would tell them apart is the request’s mode.',
  fromServiceWorker: (happening) =>
    `The service worker of ${whose(happening)} answered ${happening.method} ${happening.url}, and the page ` +
    'got what it answered.',
  byServiceWorker: (happening) =>
    `${happening.url} was handed to the service worker of ${whose(happening)}, and what that answered is ` +
    'not visible.',
  unknown: (happening) =>
    `How ${happening.method} ${happening.url} from ${whose(happening)} ended is not known.`,
  preflight: {
    allowed: (happening) => `${answered(happening)} and lets the request be sent.`,
    blocked: (happening) =>
      `${answered(happening)} and does not let the request be sent; the request’s own row says why.`,
    opaque: (happening) => `${answered(happening)}.`,
    failed: (happening) =>
      `${thePreflight(happening)} got no answer${happening.error ? ` (${happening.error})` : ''}.`,
    pending: (happening) => `${thePreflight(happening)} has not been answered yet.`,
    unknown: (happening) =>
      `${answered(happening)}, and whether that lets the request be sent is not certain; the request’s own ` +
      'row names what fits.',
  },
  valued: (title, value) => `${title} (${quote(value)})`,
  either: (happening, outcome, titles, tell) =>
    `${happening.method} ${happening.url} from ${whose(happening)} ${endings[outcome]}: either ` +
    `${titles.map(inSentence).join(', or ')}; what would tell them apart is ${headline.tells[tell]}.`,
  tells: {
    mode: 'the request’s mode, cors or no-cors',
    credentials: "whether the page asked for credentials (credentials: 'include', withCredentials)",
    'mode-and-credentials': 'the request’s mode and whether it includes credentials',
    'redirect-mode': 'the redirect option that the page asked with, and the console',
    cancelled: 'whether the page took the element away while it loaded',
    embedder: 'which of the two policies the page was served with',
    'preflight-log': 'whether an OPTIONS request is in the server’s log',
    'local-network': 'whether the page may use the local network (its site settings)',
    'service-worker': 'what the page’s service worker answered',
    console: 'the message in the console',
  },
  noted: (sentence, notes) =>
    notes.length === 0 ? sentence : `${sentence.replace(/\.$/, '')} (${notes.join('; ')}).`,
  redirectedFrom: (url) => `after a redirect from ${url}`,
  computed: (browser) => `by the rules: ${browser} shows extensions no outcome here`,
};

const ticket: Prose['ticket'] = {
  title: (outcome, method, url, origin) =>
    `${method} ${url} ${endings[outcome]} for ${origin === 'null' ? 'an opaque origin (null)' : origin}`,
  happened: 'What happened',
  change: 'What to change',
  columns: ['Header', 'On', 'Now', 'Needed'],
  on: { preflight: 'preflight response (OPTIONS)', response: 'response' },
  statusCode: 'status code',
  missing: '(missing)',
  empty: '(empty)',
  realOrigin: 'a real origin: see the warning below',
  hop: (number, url) => `request ${number} of the redirects, ${url}`,
  allowListed:
    'Access-Control-Allow-Origin holds one origin, byte for byte, or *. To serve several, compare the Origin ' +
    'header with a list, answer with the one that matches and add Vary: Origin. Echoing back every Origin ' +
    'opens the data to every site.',
  neverNull:
    'Warning: do not allow the origin null. Any site can send it from a sandboxed frame. Find out why the ' +
    'request carries it (a sandboxed frame, a file, a redirect across two origins), and mend that.',
  unseenResponse: (method, origin, withCredentials) =>
    `${method} itself was not sent, so its response was not seen: that one, too, needs ` +
    `Access-Control-Allow-Origin: ${origin}` +
    (withCredentials ? ' and Access-Control-Allow-Credentials: true.' : '.'),
  seeProblems: 'What to change is said with each problem below.',
  nothingWrong: 'Nothing has to change for this request to pass.',
  problems: 'All problems',
  candidates: 'What fits',
  rule: (link) => ` (the rule: ${link})`,
  step: (section, step) => `${section}, step ${step}`,
  request: 'The request as sent',
  preflightRequest: 'The preflight asked',
  responseHeaders: 'What came back',
  preflightResponse: (status) => `Preflight response, status ${status}`,
  response: (status) => `Response, status ${status}`,
  noResponse: 'No response was seen.',
  verify: 'How to verify',
  verifyPreflight: 'The preflight as it was asked:',
  verifyRequest: 'The request itself:',
  verifyRepeats: 'This repeats the request on the server: run it only where that does no harm.',
  verifyNote:
    'curl and Postman show the headers, but do not apply the rule: compare what comes back with the table.',
  noLogin: 'These commands carry no cookies and no Authorization; behind a login the answer may differ.',
  withheld:
    'Each redacted-… stands for a value that was left out: put the real one in before you run a command.',
  source: 'How this is known',
  observed: (browser) => `${browser} did this; it was observed.`,
  computed: (browser) => `It was computed by the rules: ${browser} shows extensions no outcome here.`,
  assumed: (assumption) => `Assumed: ${assumption}`,
};

/** Everything the program says, in English. */
export const en: Prose = {
  ...rowEn,
  findings: {
    ...onTheResponse,
    ...onThePreflight,
    ...ofThePreflight,
    ...ofRedirects,
    ...ofThePage,
    ...ofPolicies,
    ...ofTheNetwork,
    ...ofTheRecord,
  },
  assumptions: {
    'mode-not-visible':
      'Over plain http: no header tells the request’s mode, and nothing else settles it: each mode that ' +
      'fits was tried.',
    'credentials-not-visible':
      'Whether the page asked for credentials is not visible from outside: it was judged both ways.',
    'credentials-not-included':
      'Credentials mode “same-origin” is taken, for nothing shows “include”: to another origin, that ' +
      'sends none.',
    'redirect-mode-not-visible':
      'Whether the page asked to follow redirects is not visible from outside: it was judged both ways.',
    'call-ambiguous':
      'Several calls of the page fit this request, or more requests than calls, and nothing tells which ' +
      'belong together: what they asked for was not used.',
    'call-hides-it':
      'The page’s call is known, but keeps this value behind an accessor, which is not run: it was judged ' +
      'by what else was seen.',
    'use-not-visible':
      'Whether the page could use the response is not visible: a hash that it demands (integrity), or ' +
      'content that is not what it takes, would still have stopped it.',
    'answer-timed':
      'Only the document’s timing tells of this request, for it never left the page: its method, mode and ' +
      'credentials mode are not visible, and a plain request is taken.',
  },
  sections: {
    mainFetch: 'Main fetch',
    httpFetch: 'HTTP fetch',
    httpRedirectFetch: 'HTTP-redirect fetch',
    httpNetworkOrCacheFetch: 'HTTP-network-or-cache fetch',
    httpNetworkFetch: 'HTTP-network fetch',
    corsPreflightFetch: 'CORS-preflight fetch',
    corsCheck: 'CORS check',
    corpCheck: 'Cross-origin resource policy check',
    taoCheck: 'TAO check (who may see timings)',
    nosniff: 'Blocked due to nosniff?',
    mimeType: 'Blocked due to its MIME type?',
    moduleScript: 'Fetching a module script',
    frameAncestors: 'The directive frame-ancestors',
    orb: 'Opaque-response blocking',
    localNetworkAccess: 'Local Network Access check',
    frameOptions: 'The header X-Frame-Options',
    embedderPolicy: 'Embedder policy of a frame’s document',
  },
  steps: {
    mainFetch: {
      '1': 'A fetch begins here: what stops before it is no request yet.',
      '7':
        'A policy forbids the URL (the page’s Content Security Policy, mixed content, a blocked port): it ' +
        'fails.',
      '10': 'The host is known by https: only (HSTS): the URL becomes an https: one.',
      '12.2':
        'Same origin, a data: URL, a navigation or a WebSocket: it is fetched with no permission asked.',
      '12.3': 'Mode “same-origin” and a URL of another origin: it fails.',
      '12.4':
        'Mode “no-cors”: it is fetched, and the response is opaque; it fails if redirects are not followed.',
      '12.5': 'Neither http: nor https:: it fails.',
      '12.6':
        'A method, a header, a streaming body or an upload listener needs permission: a preflight goes ' +
        'first.',
      '12.7': 'Anything else goes out as it is, with its Origin, and the response is checked.',
      '14.2': 'The page gets the response by what it may read of it: basic, CORS or opaque.',
      '20': 'The response’s type does not fit what asked for it (nosniff, MIME type): it fails.',
      '23': 'The body does not have the hash that was demanded (integrity): it fails.',
    },
    httpFetch: {
      '3.4': 'A service worker answered with a kind of response that this request may not get: it fails.',
      '4.1': 'No cached answer covers this method and these headers: a preflight asks first.',
      '4.3': 'An earlier preflight answered for this method and these headers: the request goes out at once.',
      '4.4': 'The request is a cross-origin one that wants to read, and the CORS check fails: it fails.',
      '6.3': "The response is a redirect and the page asked for none (redirect: 'error'): it fails.",
      '7': 'The response is handed on.',
    },
    httpRedirectFetch: {
      '4': 'Without a Location header there is nothing to follow: the response is used as it is.',
      '5': 'The Location is no URL: it fails.',
      '6': 'The Location is neither http: nor https:: it fails.',
      '7': 'Twenty redirects have been followed already: it fails.',
      '9':
        'A cross-origin request is sent to another origin’s URL with a user name or password in it: it ' +
        'fails.',
      '10': 'The response was already a cross-origin one, and the URL has a user name or password: it fails.',
      '22': 'The redirect is followed, and the rules start anew for its URL.',
    },
    httpNetworkOrCacheFetch: {
      '15': 'Status 401 for a request with credentials: a person is asked for user name and password.',
    },
    httpNetworkFetch: {
      '8': 'The fetch was stopped while it waited.',
      '8.1': 'No connection could be made: it fails.',
      '8.5': 'The connection broke while the response came: it fails.',
    },
    corsPreflightFetch: {
      '6': 'The preflight is sent, and its response awaited.',
      '7.3': 'Are the allowed methods and headers lists of names? If one is not, it fails.',
      '7.5':
        'Is the method GET, HEAD or POST, or listed, or covered by * without credentials? If not, it fails.',
      '7.6': 'Is Authorization listed by its name, if the request carries it? If not, it fails.',
      '7.7': 'Is each header listed, or covered by * without credentials? If one is not, it fails.',
      '7.16': 'All that was asked for is allowed: the permission is remembered, and the request may go out.',
      '8':
        'Did the preflight come back with a status from 200 to 299 and pass the CORS check? If not, it ' +
        'fails.',
    },
    corsCheck: {
      '2': 'Is there an Access-Control-Allow-Origin header? Without one, it fails.',
      '3': 'Is its value *, in a request without credentials? Then it passes.',
      '4': 'Does its value equal the Origin that was sent, byte for byte? If not, it fails.',
      '5': 'Is the request one without credentials? Then it passes.',
      '7': 'Is Access-Control-Allow-Credentials exactly true? Then it passes.',
      '8': 'Credentials are included and not allowed: it fails.',
    },
    corpCheck: {
      '3': 'Does Cross-Origin-Resource-Policy itself keep this page from embedding? Then it fails.',
      '5': 'Is it admitted also by what the page demands of all that it embeds? Then it passes.',
      '7': 'The page demands a permission that did not come: it fails.',
    },
    taoCheck: {
      '2': 'Did an earlier request of the redirects keep its timing back? Then this one does, too.',
      '4': 'Does Timing-Allow-Origin hold *? Then the page sees the timing.',
      '5': 'Does Timing-Allow-Origin hold the Origin that was sent? Then the page sees the timing.',
      '6': 'Is it a frame’s document from another origin? Then the page around it sees no timing.',
      '7': 'Is it of the page’s own origin? Then the page sees the timing.',
      '8': 'Nothing lets the page see the timing.',
    },
    nosniff: {
      '1': 'Is there no X-Content-Type-Options: nosniff? Then it passes.',
      '4': 'Is it for a script, and not of a JavaScript type? Then it fails.',
      '5': 'Is it for a style sheet, and not text/css? Then it fails.',
      '6': 'Anything else passes.',
    },
    mimeType: {
      '2': 'Does it name no type? Then it passes.',
      '4': 'Is it for a script, and an image, audio, video or text/csv? Then it fails.',
      '5': 'Anything else passes.',
    },
    moduleScript: {
      '1':
        'Does it not name a JavaScript type, or JSON or CSS where it is imported as such? Of a module nothing ' +
        'is guessed: it fails.',
    },
    orb: {
      '3.1': 'Is it of a type that any page may embed: JavaScript, CSS, SVG? Then it passes.',
      '3.2': 'Is it of a type that no page embeds, such as PDF, CSV or ZIP? Then it fails.',
      '3.3': 'Is it a part of an HTML, JSON or XML response? Then it fails.',
      '3.4': 'Does nosniff come with an HTML, JSON, XML or plain-text type? Then it fails.',
      '5': 'What is left is decided by the first bytes of the body, which are not visible here.',
    },
    localNetworkAccess: {
      '1': 'May this page reach an address of a more private network?',
    },
    frameOptions: {
      '2': 'Does the document say frame-ancestors? Then X-Frame-Options does not count.',
      '6': 'Do several values contradict each other, one of them a known one? Then it is refused.',
      '7': 'Are there several values, and none is known? Then none counts.',
      '8': 'Is it DENY? Then it is refused.',
      '9': 'Is it SAMEORIGIN, and one of the pages around the frame of another origin? Then it is refused.',
      '10': 'Nothing keeps it from being framed.',
    },
    frameAncestors: {
      '5': 'Does one of the pages around the frame match no source of the directive? Then it is refused.',
      '6': 'Every page around the frame is admitted.',
    },
    embedderPolicy: {
      '5': 'Does the page around the frame demand nothing, or the frame’s document the same? Then it passes.',
      '7': 'The frame’s document has no embedder policy of its own: it fails.',
    },
  },
  headline,
  ticket,
};
