import { listening } from './listening';
import type { Say, Signals } from './signals';

/** A report of a policy violation. Chromium gives its body no properties, so it can only be read as JSON. */
interface ViolationReport extends Report {
  toJSON(): {
    readonly body?: {
      readonly blockedURL?: unknown;
      readonly destination?: unknown;
      readonly disposition?: unknown;
      readonly reportOnly?: unknown;
    } | null;
  };
}

const types = {
  coep: 'coep-violation',
  dip: 'dip-violation',
  'integrity-violation': 'integrity-violation',
} as const;

/**
 * Reports violations of the document's policies: its Content Security Policy, its embedder policy, its
 * Document-Isolation-Policy and its Integrity-Policy.
 */
export function observePolicies(say: Say): Signals {
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    const { isTrusted, blockedURI, effectiveDirective, disposition } = event;
    // An inline violation has a keyword instead of a URL.
    if (!isTrusted || !blockedURI.includes(':')) return;
    const violation = { blockedUrl: blockedURI, directive: effectiveDirective, disposition };
    say({ type: 'csp-violation', atMs: Date.now(), ...violation });
  };
  const onReports = (reports: readonly Report[]) => {
    for (const report of reports as readonly ViolationReport[]) {
      const { body } = report.toJSON();
      if (typeof body?.blockedURL !== 'string') continue;
      const isEnforced = body.disposition === 'enforce' || body.reportOnly === false;
      const disposition = isEnforced ? 'enforce' : 'report';
      const violation = {
        blockedUrl: body.blockedURL,
        directive: String(body.destination),
        disposition,
      } as const;
      say({ type: types[report.type as keyof typeof types], atMs: Date.now(), ...violation });
    }
  };
  const observer =
    'ReportingObserver' in window
      ? new ReportingObserver(onReports, { types: Object.keys(types), buffered: true })
      : null;
  observer?.observe();
  const violations = listening([window, 'securitypolicyviolation', onViolation]);
  return {
    listen: violations.listen,
    stop() {
      violations.stop();
      observer?.disconnect();
    },
  };
}
