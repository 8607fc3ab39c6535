import { eventFields, type HandedOver, type ToldHint } from '../protocol/content';
import type { EventField, GlobalCall, RanListener } from '../protocol/page-events';
import type { BudgetedEvent } from './budget';
import { callSite } from './call-site';
import type { Receipt } from './probes/post-message-received';
import type { SaidHint } from './told-hints';

/** That the page wrote its window's name. */
export type NameWritten = Extract<HandedOver, { kind: 'name' }>;

/** Where what the page's world handed over goes. */
export interface RecordsContext {
  tell(event: BudgetedEvent): void;
  hint(hint: ToldHint | SaidHint): void;
  tellWritten(written: NameWritten): void;
  /** A script of this stack navigates this document. */
  navigating(stack: string | null): void;
  /** The receipt of that number, if it was not told yet. */
  receipt(number: number): Receipt | undefined;
  /** So many hints more were not handed over. */
  dropped(count: number): void;
}

const maxListeners = 1_000;

/** Takes records of the page's world, one after the other. */
export function openRecords(context: RecordsContext): (record: HandedOver) => void {
  const { tell, hint, tellWritten, navigating, receipt: receiptOf, dropped } = context;
  /** Whoever ran last is last. */
  const listeners = new Map<number, RanListener>();
  const keep = (listener: RanListener) => {
    listeners.delete(listener.id);
    listeners.set(listener.id, listener);
    // A page can add one for each message that it waits for.
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
        const ran = receiptOf(record.receipt)?.listeners;
        if (!listener || !ran) return;
        ran.push({ ...listener, reads: record.reads === null ? null : fieldsOf(record.reads) });
        // Its text is told once.
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
