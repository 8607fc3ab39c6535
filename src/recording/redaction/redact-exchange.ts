import { orNull, redactCallSite, redactFrameRef } from '../../channels/kinds/replaced';
import type { Header, HeaderList } from '../../engine';
import type { End, ExchangeFacts, FrameFacts, HopFacts, NetworkPermissions } from '../../protocol/facts';
import type {
  ElementDetails,
  PageCall,
  PageReport,
  PolicyViolation,
  ReportedCall,
} from '../../protocol/page-hints';
import type { RedactionRules } from './rules';

// Every field is listed, so that a new field does not compile until it is handled.

/** Returns the redacted facts of an exchange. */
export function redactExchange(facts: ExchangeFacts, rules: RedactionRules): ExchangeFacts {
  return {
    id: facts.id,
    requestId: facts.requestId,
    tabId: facts.tabId,
    frameId: facts.frameId,
    documentId: facts.documentId,
    initiator: facts.initiator,
    kind: facts.kind,
    type: facts.type,
    origin: orNull(facts.origin, rules.origin),
    ancestors: facts.ancestors?.map(rules.origin) ?? null,
    localNetwork: facts.localNetwork?.map((frame) => redactPermissions(frame, rules)) ?? null,
    embedderPolicy: facts.embedderPolicy,
    documentPolicies: facts.documentPolicies && {
      origin: rules.origin(facts.documentPolicies.origin),
      headerList: redactHeaders(facts.documentPolicies.headerList, rules),
    },
    startedAtMs: facts.startedAtMs,
    hops: facts.hops.map((hop) => redactHop(hop, rules)),
    end: facts.end && redactEnd(facts.end, rules),
    preflightFor: facts.preflightFor,
    page: facts.page && redactPageReport(facts.page, rules),
  };
}

function redactPermissions(frame: NetworkPermissions, rules: RedactionRules): NetworkPermissions {
  return {
    frameId: frame.frameId,
    origin: rules.origin(frame.origin),
    isSecureContext: frame.isSecureContext,
    loopback: { isAllowed: frame.loopback.isAllowed, state: frame.loopback.state },
    local: { isAllowed: frame.local.isAllowed, state: frame.local.state },
  };
}

/** Returns the redacted facts of a frame. */
export function redactFrame(frame: FrameFacts, rules: RedactionRules): FrameFacts {
  return {
    frameId: frame.frameId,
    parentFrameId: frame.parentFrameId,
    documentId: frame.documentId,
    url: rules.url(frame.url),
    origin: rules.origin(frame.origin),
  };
}

function redactHop(hop: HopFacts, rules: RedactionRules): HopFacts {
  return {
    url: rules.url(hop.url),
    method: rules.method(hop.method),
    startedAtMs: hop.startedAtMs,
    requestHeaders: hop.requestHeaders && redactHeaders(hop.requestHeaders, rules),
    sentAtMs: hop.sentAtMs,
    response: hop.response && {
      status: hop.response.status,
      headerList: redactHeaders(hop.response.headerList, rules),
    },
    timedStatus: hop.timedStatus,
    headersAtMs: hop.headersAtMs,
    redirectedTo: orNull(hop.redirectedTo, rules.url),
    internal: hop.internal,
    responseStartedAtMs: hop.responseStartedAtMs,
    fromCache: hop.fromCache,
    serverIp: hop.serverIp,
    askedForLogin: hop.askedForLogin,
    preflight: hop.preflight,
  };
}

/** Returns headers without secrets. */
export function redactHeaders(headers: HeaderList, rules: RedactionRules): HeaderList {
  return headers.map(([name, value]): Header => [name, rules.header(name, value)]);
}

function redactEnd(end: End, rules: RedactionRules): End {
  switch (end.how) {
    case 'failed':
      return { ...end, error: rules.error(end.error) };
    case 'printed':
      return {
        ...end,
        value: end.value === null ? null : rules.header('access-control-allow-origin', end.value),
      };
    default:
      return end;
  }
}

function redactPageReport(report: PageReport, rules: RedactionRules): PageReport {
  return {
    call: report.call && redactReportedCall(report.call, rules),
    possible: report.possible.map((reported) => redactReportedCall(reported, rules)),
    isOneOfThem: report.isOneOfThem,
    violations: report.violations.map((violation) => redactViolation(violation, rules)),
  };
}

function redactReportedCall(reported: ReportedCall, rules: RedactionRules): ReportedCall {
  return {
    call: redactCall(reported.call, rules),
    end: reported.end,
    threw: orNull(reported.threw, rules.name),
  };
}

function redactCall(call: PageCall, rules: RedactionRules): PageCall {
  return {
    type: call.type,
    id: call.id,
    atMs: call.atMs,
    frame: redactFrameRef(call.frame, rules),
    api: call.api,
    url: rules.url(call.url),
    method: orNull(call.method, rules.method),
    mode: call.mode,
    credentialsMode: call.credentialsMode,
    redirectMode: call.redirectMode,
    integrity: orNull(call.integrity, rules.integrity),
    keepalive: call.keepalive,
    hasSignal: call.hasSignal,
    isStreamingBody: call.isStreamingBody,
    targetAddressSpace: orNull(call.targetAddressSpace, rules.text),
    headerNames: call.headerNames,
    element: call.element && redactElement(call.element, rules),
    callSite: redactCallSite(call.callSite, rules),
  };
}

function redactElement(element: ElementDetails, rules: RedactionRules): ElementDetails {
  return {
    name: rules.name(element.name),
    crossOrigin: element.crossOrigin,
    isModule: element.isModule,
  };
}

function redactViolation(violation: PolicyViolation, rules: RedactionRules): PolicyViolation {
  return {
    type: violation.type,
    atMs: violation.atMs,
    frame: redactFrameRef(violation.frame, rules),
    blockedUrl: rules.url(violation.blockedUrl),
    directive: rules.directive(violation.directive),
    disposition: violation.disposition,
  };
}
