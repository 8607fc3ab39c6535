import type { JsonpRisk, NotJsonpBecause } from '../channels/jsonp';
import type { ProxyMark, ProxyStrength } from '../channels/server-proxy';
import type { SocketIoStep, SocketIoTransport } from '../channels/socket-io';
import { crossingEn } from './en/crossing';
import type { Explained } from './origins';
import type { Language } from './prose';
import { crossingZhCn } from './zh-cn/crossing';

/** What is said of techniques that a single request shows by itself, in one language. Loaded with the detail. */
export interface CrossingProse {
  readonly jsonp: {
    readonly title: string;
    /** One sentence: what it is, by the function that got the data. */
    observed(functionName: string, from: string): string;
    inferred(functionName: string, from: string): string;
    injected(functionName: string, from: string): string;
    readonly functionName: string;
    readonly parameter: string;
    readonly crossed: string;
    /** null: not looked at. */
    size(calls: number, characters: number | null): string;
    readonly risk: string;
    /** What is always so. */
    readonly always: string;
    readonly risks: Readonly<Record<JsonpRisk, string>>;
    readonly instead: string;
    /** What the page does. */
    readonly fetch: string;
    readonly fetchWithCookies: string;
    /** What the server answers with, before its headers. */
    readonly answer: string;
    readonly not: Readonly<Record<NotJsonpBecause, string>>;
  };
  readonly proxy: {
    readonly title: string;
    readonly lead: string;
    readonly marks: Readonly<Record<ProxyMark, (by: string | null) => string>>;
    readonly strengths: Readonly<Record<ProxyStrength, Explained>>;
    readonly limit: string;
  };
  readonly socketIo: {
    readonly title: string;
    readonly steps: Readonly<Record<SocketIoStep, string>>;
    /** Which rules hold for that transport to another origin. */
    readonly rules: Readonly<Record<SocketIoTransport, string>>;
    /** To its own origin. */
    readonly sameOrigin: string;
  };
}

/** What is said of these techniques in a language. */
export function crossingProseFor(language: Language): CrossingProse {
  return language === 'zh-CN' ? crossingZhCn : crossingEn;
}
