import { eventFields, type HandedOver, type ReportedHint } from '../protocol/content';
import type { EventField, GlobalCall, RanListener } from '../protocol/page-events';
import type { BudgetedEvent } from './budget';
import { callSite } from './call-site';
import type { UnparsedHint } from './hint-queue';
import type { Receipt } from './probes/post-message-received';

/** A record that the page wrote its window's name. */
export type NameWritten = Extract<HandedOver, { kind: 'name' }>;

/** The receivers of what the page's world handed over. */
export interface RecordsContext {
  tell(event: BudgetedEvent): void;
  hint(hint: ReportedHint | UnparsedHint): void;
  tellWritten(written: NameWritten): void;
  /** A script with this stack trace navigates this document. */
  navigating(stack: string | null): void;
  /** The receipt with that number, if it has not been sent yet. */
  receipt(number: number): Receipt | undefined;
  /** `count` more hints were not handed over. */
  dropped(count: number): void;
}

const maxListeners = 1_000;

/** Returns a function that takes one record of the page's world after the other. */
export function openRecords(context: RecordsContext): (record: HandedOver) => void {
  const { tell, hint, tellWritten, navigating, receipt: receiptOf, dropped } = context;
  /** Listeners in the order of their last run. */
  const listeners = new Map<number, RanListener>();
  const keep = (listener: RanListener) => {
    listeners.delete(listener.id);
    listeners.set(listener.id, listener);
    // A page can add a listener for each message that it waits for.
    const [oldest = 0] = listeners.keys();
    if (listeners.size > maxListeners) listeners.delete(oldest);
  };

  return (record) => {
    switch (record.kind) {
      case 'sent': {
        const { atMs, count, stack } = record;
        const sent = { kind: 'post-message', direction: 'sent', source: 'page' } as const;
        return tell({ ...sent, atMs, count, callSite: callSite(stack) });
      }
      case 'name':
        return tellWritten(record);
      case 'event': {
        const { type, atMs, count, words, stack } = record;
        return tell({ ...words, kind: type, source: 'page', atMs, count, callSite: callSite(stack) });
      }
      case 'navigate':
        return navigating(record.stack);
      case 'listener': {
        const { id, name, stack, text } = record;
        const registeredAt = callSite(stack);
        return keep({ id, name, registeredAt, text, reads: null });
      }
      case 'ran': {
        const listener = listeners.get(record.listener);
        const ranListeners = receiptOf(record.receipt)?.listeners;
        if (!listener || !ranListeners) return;
        ranListeners.push({ ...listener, reads: record.reads === null ? null : fieldsOf(record.reads) });
        // The text of a listener is sent once.
        return keep({ ...listener, text: null });
      }
      case 'late':
        receiptOf(record.receipt)?.readLate.push(...fieldsOf(record.reads));
        return;
      case 'hint': {
        const { atMs, words, stack } = record;
        const headerNames = typeof words.headerNames === 'string' ? linesOf(words.headerNames) : null;
        return hint({ ...words, atMs, headerNames, callSite: callSite(stack) });
      }
      case 'script': {
        const { atMs, url, isInjected, isRemoved, functions, calls } = record;
        const script = { url, isInjected, functions: linesOf(functions), calls: callsOf(calls), isRemoved };
        return tell({ kind: 'jsonp', source: 'page', atMs, count: 1, script });
      }
      case 'dropped':
        return dropped(record.count);
    }
  };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

function callsOf(text: string): readonly GlobalCall[] {
  return linesOf(text).map((line) => {
    const [name = '', holds, size] = line.split(' ');
    return {
      name,
      holds: holds === 'data' || holds === 'functions' ? holds : 'nothing',
      size: size ? Number(size) : null,
    };
  });
}

function fieldsOf(bits: number): readonly EventField[] {
  return eventFields.filter((_, index) => bits & (1 << index));
}
