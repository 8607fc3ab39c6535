import type { Report } from './model';

/**
 * What a field holds: `own`, words of ours, of the standard or of the browser, never touched; `url`, one URL;
 * `headers`, a header list; `need`, a header and its values; `preview`, what a page wrote, perhaps cut short;
 * `text`, anything that may repeat a value.
 */
type Leaf = 'own' | 'url' | 'headers' | 'need' | 'preview' | 'text';

/** A leaf for each field of `T`: a field that is added to the report does not compile until it has one. */
type Plan<T> =
  | Leaf
  | ([T] extends [readonly (infer Item)[]]
      ? readonly [Plan<NonNullable<Item>>]
      : [T] extends [object]
        ? { readonly [Name in MemberName<T>]: Plan<NonNullable<MemberOf<T, Name>>> }
        : never);

/** The names of the members of every object in a union, and what stands under such a name. */
type MemberName<T> = T extends unknown ? keyof T : never;
type MemberOf<T, Name> = T extends unknown ? (Name extends keyof T ? T[Name] : never) : never;

const frameRef = { frameId: 'own', documentId: 'own', origin: 'text' } as const;
const end = { frameId: 'own', documentId: 'own', tabId: 'own', origin: 'text' } as const;
const preview = { text: 'preview', length: 'own' } as const;

/** What each field of a report holds. */
export const redactionPlan: Plan<Report> = {
  schema: 'own',
  generator: 'own',
  language: 'own',
  browser: 'own',
  page: { url: 'url', origin: 'text', title: 'text' },
  recorded: 'own',
  recording: 'own',
  redacted: 'own',
  frames: [{ frameId: 'own', documentId: 'own', parent: 'own', url: 'url', origin: 'text' }],
  exchanges: [
    {
      id: 'own',
      requestId: 'own',
      startedAt: 'own',
      durationMs: 'own',
      frame: { frameId: 'own', documentId: 'own', origin: 'text' },
      initiator: 'own',
      stack: 'text',
      type: 'own',
      hops: [
        {
          url: 'url',
          method: 'text',
          origin: 'text',
          status: 'own',
          requestHeaders: 'headers',
          responseHeaders: 'headers',
          reachedServer: 'own',
          serverIp: 'own',
          preflight: 'own',
          internal: 'own',
        },
      ],
      method: 'text',
      url: 'url',
      preflightFor: 'own',
      mode: 'own',
      credentialsMode: 'own',
      relation: 'own',
      access: 'own',
      class: 'own',
      preflightTriggers: 'text',
      preflightCache: 'own',
      outcome: 'own',
      outcomeBasis: 'own',
      headline: 'text',
      sinceReload: 'own',
      pageSaw: 'own',
      responseType: 'own',
      readableHeaders: 'text',
      hiddenHeaders: 'text',
      timing: 'own',
      findings: [
        {
          code: 'own',
          severity: 'own',
          hop: 'own',
          section: 'own',
          step: 'own',
          specUrl: 'own',
          title: 'text',
          remedy: 'text',
          evidence: 'text',
        },
      ],
      candidates: 'own',
      browserReason: 'own',
      browserReasonCandidates: 'own',
      browserSays: 'text',
      otherBrowser: 'own',
      error: 'text',
      status: 'own',
      servedBy: 'own',
      needs: ['need'],
      cookies: [
        {
          hop: 'own',
          name: 'text',
          direction: 'own',
          because: 'text',
          basis: 'own',
          attributes: 'text',
          kept: 'own',
          otherBrowser: 'text',
        },
      ],
      jsonp: {
        basis: 'own',
        functionName: 'text',
        parameter: 'text',
        calls: 'own',
        size: 'own',
        risks: 'own',
        instead: { url: 'url', credentialsMode: 'own', responseHeaders: 'headers' },
      },
      traces: [
        {
          hop: 'own',
          section: 'own',
          result: 'own',
          step: 'own',
          finding: 'own',
          passedOver: 'own',
          evidence: 'text',
        },
      ],
      causes: [{ code: 'own', confidence: 'own', title: 'text', evidence: 'text', remedy: 'text' }],
      fixes: [{ stack: 'own', title: 'text', language: 'own', text: 'text' }],
      assumptions: [{ field: 'own', because: 'text' }],
    },
  ],
  pageEvents: [
    {
      id: 'own',
      at: 'own',
      kind: 'own',
      frame: frameRef,
      openedTabId: 'own',
      source: 'own',
      count: 'own',
      relation: 'own',
      rule: 'own',
      risk: 'own',
      unseen: 'own',
      direction: 'own',
      senderOrigin: 'text',
      from: frameRef,
      fromTabId: 'own',
      isTrusted: 'own',
      data: preview,
      listeners: [{ id: 'own', name: 'text', registeredAt: 'text', reads: 'own' }],
      readLate: 'own',
      stack: 'text',
      action: 'own',
      value: preview,
      before: { origin: 'text', hadSameValue: 'own' },
      oldUrl: 'url',
      newUrl: 'url',
      by: 'own',
      url: 'url',
      exchange: 'own',
      characters: 'own',
      bytes: 'own',
      channel: 'own',
      end: 'own',
      name: 'text',
      portFrom: 'text',
      assigned: 'text',
      domainBefore: 'text',
      domainAfter: 'text',
      errorName: 'text',
      isOriginKeyed: 'own',
      sameOriginDomain: [frameRef],
      what: 'own',
      storage: 'own',
      outcome: 'own',
      said: 'text',
      byUrl: 'url',
      computed: 'own',
      topOrigin: 'text',
      property: 'text',
      method: 'own',
      images: [{ url: 'url', crossOrigin: 'own', exchange: 'own', lacks: 'own', isCacheTrap: 'own' }],
      hasOpener: 'own',
      because: 'own',
      openedPolicy: 'own',
      openerPolicy: 'own',
      isInjected: 'own',
      isRemoved: 'own',
      calls: [{ name: 'text', size: 'own' }],
    },
  ],
  messageListeners: [
    {
      frame: frameRef,
      id: 'own',
      name: 'text',
      registeredAt: 'text',
      messages: 'own',
      reads: 'own',
      readLate: 'own',
      run: 'own',
      verdict: 'own',
      because: 'own',
      reach: 'own',
      example: 'text',
      supposed: 'text',
      restsOn: 'preview',
      at: { line: 'own', column: 'own', of: 'text' },
      decidedBy: 'text',
      risk: 'own',
    },
  ],
  starTargets: [
    {
      certainty: 'own',
      url: 'url',
      inline: 'own',
      listener: 'text',
      line: 'own',
      column: 'own',
      text: 'preview',
    },
  ],
  channels: [{ kind: 'own', from: end, to: end, count: 'own' }],
  advice: [
    {
      code: 'own',
      severity: 'own',
      title: 'text',
      evidence: 'text',
      exchanges: 'own',
      pageEvents: 'own',
    },
  ],
};
