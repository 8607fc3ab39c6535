import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
import { otherRemedy } from './other-fixes';
import {
  answer,
  beforeAuthentication,
  consequence,
  errorText,
  includesCredentials,
  list,
  method,
  quote,
  server,
} from './phrases';

export const ofThePreflight = {
  'preflight-status': {
    title: 'The preflight response has no status from 200 to 299',
    reason: 'Preflight status is not 2xx',
    sentence: (context) =>
      `${hostOf(context.url)} rejected the preflight for ${context.url} with ` +
      `${context.evidence.status ? `status ${context.evidence.status}` : 'a status other than 200 to 299'}, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      otherRemedy(context, 'preflight') ??
      `${server(context)}, answer OPTIONS ${context.url} with 204 and the Access-Control-Allow-* headers.` +
        beforeAuthentication,
  },
  'preflight-redirect': {
    title: 'The preflight was redirected, and preflights do not follow redirects',
    reason: 'Preflight is redirected',
    sentence: (context) =>
      `${hostOf(context.url)} answered the preflight for ${context.url} with a ` +
      `redirect${context.evidence.status ? ` (${context.evidence.status})` : ''}, and preflights do not ` +
      `follow redirects, so ${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      otherRemedy(context, 'preflight') ??
      'In the page, request the redirect’s target directly: check the scheme (http: or https:), the host ' +
        `(www) and the trailing slash. Or, on ${hostOf(context.url)}, answer OPTIONS with 204 instead of ` +
        'redirecting it to another URL or a login page.',
  },
  'preflight-allow-methods-invalid': {
    title: 'The preflight’s Access-Control-Allow-Methods is not a valid list',
    reason: 'Allowed methods are not a valid list',
    sentence: (context) =>
      `Access-Control-Allow-Methods in ${answer(context, 'preflight')} is ` +
      `${quote(context.evidence.methods)}, which is not a list of method names, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, send Access-Control-Allow-Methods: ${method(context)} in ` +
      `${answer(context, 'preflight')}: comma-separated names without quotes, brackets or semicolons.`,
  },
  'preflight-allow-headers-invalid': {
    title: 'The preflight’s Access-Control-Allow-Headers is not a valid list',
    reason: 'Allowed headers are not a valid list',
    sentence: (context) =>
      `Access-Control-Allow-Headers in ${answer(context, 'preflight')} is ` +
      `${quote(context.evidence.headerNames)}, which is not a list of header names, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, send Access-Control-Allow-Headers: ` +
      `${list(context.evidence.unsafeNames) || 'the requested names'} in ` +
      `${answer(context, 'preflight')}: comma-separated names without quotes, brackets or semicolons.`,
  },
  'preflight-method-not-allowed': {
    title: 'The preflight’s Access-Control-Allow-Methods does not list the method',
    reason: 'Preflight does not allow the method',
    sentence: (context) => {
      const { methods } = context.evidence;
      const has = missingOr(methods);
      const star =
        methods?.includes('*') && includesCredentials(context)
          ? ' (with credentials, * is not a wildcard)'
          : '';
      return (
        `The request’s method is ${method(context)}, but Access-Control-Allow-Methods in ` +
        `${answer(context, 'preflight')} ${has}${star}, so ${consequence(context, 'preflight')}.`
      );
    },
    remedy: (context) =>
      context.otherFix === 'method-case'
        ? `In the page, write ${method(context).toUpperCase()} in upper case: method names are case-sensitive, and ` +
          `fetch() sends ${method(context)} unchanged.`
        : `${server(context)}, list ${method(context)} in Access-Control-Allow-Methods in ` +
          `${answer(context, 'preflight')}.`,
  },
  'preflight-header-not-allowed': {
    title: 'The preflight’s Access-Control-Allow-Headers lacks a requested header',
    reason: 'Preflight does not allow a header',
    sentence: (context) => {
      const { headerNames, missingNames } = context.evidence;
      const has = missingOr(headerNames);
      const star =
        headerNames?.includes('*') && includesCredentials(context)
          ? ' (with credentials, * is not a wildcard)'
          : '';
      return (
        `The request has ${list(missingNames) || 'a header'}, but Access-Control-Allow-Headers in ` +
        `${answer(context, 'preflight')} ${has}${star}, so ${consequence(context, 'preflight')}.`
      );
    },
    remedy: (context) =>
      `${server(context)}, list ` +
      `${list(context.evidence.missingNames) || 'each requested header'} in ` +
      `Access-Control-Allow-Headers in ${answer(context, 'preflight')}; or, in the page, remove headers that ` +
      'the server does not need. Access-Control-* headers on the request only add to what the preflight ' +
      'must allow.',
  },
  'preflight-network-error': {
    title: 'The preflight got no response',
    reason: 'Preflight got no response',
    sentence: (context) =>
      `The preflight for ${context.url} got no response${errorText(context)}, so ` +
      `${consequence(context, 'preflight')}.`,
    remedy: (context) =>
      `${server(context)}, make sure that OPTIONS reaches the application. Common causes: the server is ` +
      'down, a firewall or proxy drops the method, or the certificate is not trusted.',
  },
  'authorization-wildcard': {
    title: '* in Access-Control-Allow-Headers does not cover Authorization',
    reason: '* covers Authorization only for now',
    sentence: (context) =>
      `The preflight response from ${context.url} allows ${quote(context.evidence.headerNames ?? '*')}, ` +
      'which does not cover Authorization in the standard; Chrome and Firefox still accept it, with a ' +
      'warning.',
    remedy: (context) =>
      `${server(context)}, list Authorization by name in Access-Control-Allow-Headers in ` +
      `${answer(context, 'preflight')}.`,
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;

/** What a preflight has of a header; undefined if only a message of the console was read. */
function missingOr(value: string | null | undefined): string {
  return value === undefined ? 'does not allow it' : value === null ? 'is missing' : `is ${quote(value)}`;
}
