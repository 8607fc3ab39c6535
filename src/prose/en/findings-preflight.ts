import type { FindingCode } from '../../engine';
import type { FindingProse } from '../finding-prose';
import { hostOf } from '../short-url';
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
    title: 'The preflight was not answered with a status from 200 to 299',
    reason: 'Preflight status is not 2xx',
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
    reason: 'Preflight is redirected',
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
    reason: 'Allowed methods are unreadable',
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
    reason: 'Allowed headers are unreadable',
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
    reason: 'Preflight does not allow the method',
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
    reason: 'Preflight does not allow a header',
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
    reason: 'Preflight got no answer',
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
    reason: '* covers Authorization, for now',
    sentence: (context) =>
      `The preflight response from ${context.url} allows ${quote(context.evidence.headerNames ?? '*')}, ` +
      'which by the standard does not cover Authorization; Chrome and Firefox let it pass for now, with ' +
      'a warning.',
    remedy: (context) =>
      `${server(context)}, list Authorization by name in Access-Control-Allow-Headers on ` +
      `${answer(context, 'preflight')}.`,
  },
} satisfies Partial<Readonly<Record<FindingCode, FindingProse>>>;
