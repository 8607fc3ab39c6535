import type { PageEventFacts, Preview, RanListener } from '../../protocol/page-events';
import type { ScriptFacts } from '../../protocol/script-facts';
import { orNull, redactCallSite, redactFrameRef } from './redact-exchange';
import type { RedactionRules } from './rules';

// Every field is named, so that a new one does not compile before it is decided what becomes of it.

/** A page event's facts, replaced. */
export function redactPageEvent(event: PageEventFacts, rules: RedactionRules): PageEventFacts {
  const base = {
    id: event.id,
    atMs: event.atMs,
    frame: redactFrameRef(event.frame, rules),
    openedTabId: event.openedTabId,
    source: event.source,
    count: event.count,
  };
  switch (event.kind) {
    case 'post-message': {
      const { kind } = event;
      if (event.direction === 'sent') {
        return { ...base, kind, direction: 'sent', callSite: redactCallSite(event.callSite, rules) };
      }
      return {
        ...base,
        kind,
        direction: 'received',
        senderOrigin: rules.origin(event.senderOrigin),
        from: event.from && redactFrameRef(event.from, rules),
        ...(event.fromTabId !== undefined && { fromTabId: event.fromTabId }),
        isTrusted: event.isTrusted,
        data: event.data && redactPreview(event.data, rules.data),
        listeners: event.listeners?.map((listener) => redactListener(listener, rules)) ?? null,
        readLate: event.readLate,
      };
    }
    case 'window-name':
      return {
        ...base,
        kind: event.kind,
        action: event.action,
        value: redactPreview(event.value, rules.text),
        callSite: redactCallSite(event.callSite, rules),
        before: event.before && {
          origin: rules.origin(event.before.origin),
          hadSameValue: event.before.hadSameValue,
        },
      };
    case 'location-hash':
      return {
        ...base,
        kind: event.kind,
        oldUrl: rules.url(event.oldUrl),
        newUrl: rules.url(event.newUrl),
        by: event.by,
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'jsonp':
      return { ...base, kind: event.kind, script: redactScript(event.script, rules) };
    case 'websocket':
      return {
        ...base,
        kind: event.kind,
        direction: event.direction,
        call: event.call,
        url: rules.url(event.url),
        characters: event.characters,
        bytes: event.bytes,
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'channel':
      return {
        ...base,
        kind: event.kind,
        direction: event.direction,
        channel: event.channel,
        end: event.end,
        // A worker is named by its URL.
        name: event.channel === 'broadcast-channel' ? rules.text(event.name) : rules.url(event.name),
        from: orNull(event.from, rules.origin),
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'document-domain':
      return {
        ...base,
        kind: event.kind,
        value: orNull(event.value, rules.domain),
        before: rules.domain(event.before),
        after: rules.domain(event.after),
        errorName: orNull(event.errorName, rules.name),
        isOriginKeyed: event.isOriginKeyed,
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'dom-access':
      return {
        ...base,
        kind: event.kind,
        what: event.what,
        url: rules.url(event.url),
        property: orNull(event.property, rules.name),
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'canvas-read':
      return {
        ...base,
        kind: event.kind,
        method: rules.name(event.method),
        images: event.images.map(({ url, crossOrigin }) => ({ url: rules.url(url), crossOrigin })),
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'storage':
      return {
        ...base,
        kind: event.kind,
        what: event.what,
        outcome: event.outcome,
        name: storedName(event, rules),
        path: event.outcome === 'changed' ? rules.url(event.path) : rules.path(event.path),
        isFramed: event.isFramed,
        top: orNull(event.top, rules.origin),
        callSite: redactCallSite(event.callSite, rules),
      };
    case 'opener':
      return {
        ...base,
        kind: event.kind,
        url: rules.url(event.url),
        isFirst: event.isFirst,
        hasOpener: event.hasOpener,
        from: event.from && redactFrameRef(event.from, rules),
        fromTabId: event.fromTabId,
        isFromOpened: event.isFromOpened,
      };
  }
}

function storedName(
  { outcome, name }: Extract<PageEventFacts, { readonly kind: 'storage' }>,
  rules: RedactionRules,
): string {
  if (outcome === 'written') return rules.cookie(name);
  return outcome === 'changed' ? rules.text(name) : rules.name(name);
}

function redactPreview({ text, length }: Preview, replaced: (text: string) => string): Preview {
  return { text: replaced(text), length };
}

function redactListener(listener: RanListener, rules: RedactionRules): RanListener {
  return {
    id: listener.id,
    name: rules.name(listener.name),
    registeredAt: redactCallSite(listener.registeredAt, rules),
    // It is read before anything is replaced.
    text: orNull(listener.text, rules.text),
    reads: listener.reads,
  };
}

function redactScript(script: ScriptFacts, rules: RedactionRules): ScriptFacts {
  return {
    url: rules.url(script.url),
    isInjected: script.isInjected,
    functions: script.functions.map(rules.callback),
    calls: script.calls.map(({ name, holds, size }) => ({ name: rules.callback(name), holds, size })),
    isRemoved: script.isRemoved,
  };
}
