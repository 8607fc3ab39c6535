import { listening } from './listening';
import type { Say, Signals } from './signals';

/**
 * A report of a Cross-Origin-Embedder-Policy violation. Chromium gives its body no properties, so it can only
 * be read as JSON.
 */
interface CoepReport extends Report {
  toJSON(): {
    readonly body?: {
      readonly blockedURL?: unknown;
      readonly destination?: unknown;
      readonly disposition?: unknown;
    } | null;
  };
}

/**
 * Reports violations of the document's policies: its Content-Security-Policy and its
 * Cross-Origin-Embedder-Policy.
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
    for (const report of reports as readonly CoepReport[]) {
      const { body } = report.toJSON();
      if (typeof body?.blockedURL !== 'string') continue;
      const disposition = body.disposition === 'enforce' ? 'enforce' : 'report';
      const violation = {
        blockedUrl: body.blockedURL,
        directive: String(body.destination),
        disposition,
      } as const;
      say({ type: 'coep-violation', atMs: Date.now(), ...violation });
    }
  };
  const observer =
    'ReportingObserver' in window
      ? new ReportingObserver(onReports, { types: ['coep'], buffered: true })
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
