import type { PolicyViolation } from '../../protocol/page-hints';
import { listening } from './listening';
import type { Say, Signals } from './signals';

/** A report of a policy violation. Chromium gives its body no properties, so it can only be read as JSON. */
interface ViolationReport extends Report {
  toJSON(): {
    readonly body?: {
      readonly blockedURL?: string;
      readonly destination?: string;
      readonly disposition?: unknown;
      readonly reportOnly?: unknown;
    } | null;
  };
}

/**
 * Reports violations of the document's policies: its Content Security Policy, its embedder policy, its
 * Document-Isolation-Policy and its Integrity-Policy.
 */
export function observePolicies(say: Say): Signals {
  const tell = (
    type: PolicyViolation['type'],
    blockedUrl: string,
    directive: string,
    disposition: PolicyViolation['disposition'],
  ) => say({ type, atMs: Date.now(), blockedUrl, directive, disposition });
  const onViolation = (event: SecurityPolicyViolationEvent) => {
    const { isTrusted, blockedURI, effectiveDirective, disposition } = event;
    // An inline violation has a keyword instead of a URL.
    if (isTrusted && blockedURI.includes(':'))
      tell('csp-violation', blockedURI, effectiveDirective, disposition);
  };
  const onReports = (reports: readonly Report[]) => {
    for (const report of reports as readonly ViolationReport[]) {
      const { blockedURL, destination, disposition, reportOnly } = report.toJSON().body ?? {};
      const type = `${report.type?.split('-')[0]}-violation` as PolicyViolation['type'];
      const isEnforced = disposition === 'enforce' || reportOnly === false;
      if (blockedURL) tell(type, blockedURL, destination ?? '', isEnforced ? 'enforce' : 'report');
    }
  };
  const observer = window.ReportingObserver
    ? new ReportingObserver(onReports, { types: ['coep', 'dip', 'integrity-violation'], buffered: true })
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
