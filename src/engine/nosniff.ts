import { getHeader } from './headers';
import { mimeTypeEssence } from './mime-type';
import type { FetchResponse, HeaderList } from './model';
import { splitHeader } from './split-header';
import { decide, type Trace } from './trace';

/** @see https://mimesniff.spec.whatwg.org/#javascript-mime-type */
export const javaScriptTypes: ReadonlySet<string> = new Set([
  'application/ecmascript',
  'application/javascript',
  'application/x-ecmascript',
  'application/x-javascript',
  'text/ecmascript',
  'text/javascript',
  'text/javascript1.0',
  'text/javascript1.1',
  'text/javascript1.2',
  'text/javascript1.3',
  'text/javascript1.4',
  'text/javascript1.5',
  'text/jscript',
  'text/livescript',
  'text/x-ecmascript',
  'text/x-javascript',
]);

/**
 * Returns the essence of a response's Content-Type; of several values, the last valid one. null if there is
 * none.
 *
 * @see https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
 */
export function contentTypeOf(headerList: HeaderList): string | null {
  const essences = splitHeader(headerList, 'Content-Type')?.map(mimeTypeEssence) ?? [];
  return essences.findLast((essence) => essence !== null && essence !== '*/*') ?? null;
}

/** The kinds of destination whose responses are checked by type. */
export type TypedDestination = 'script' | 'style' | 'other';

/** Whether a response has `X-Content-Type-Options: nosniff`. @see https://fetch.spec.whatwg.org/#determine-nosniff */
export function isNosniff(headerList: HeaderList): boolean {
  return splitHeader(headerList, 'X-Content-Type-Options')?.[0]?.toLowerCase() === 'nosniff';
}

/**
 * Whether nosniff blocks a script or style sheet because of its type.
 *
 * @see https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-nosniff?
 */
export function nosniffCheck(
  destination: TypedDestination,
  { headerList }: FetchResponse,
): Trace<'allowed' | 'blocked'> {
  const mimeType = contentTypeOf(headerList);
  const isScript = mimeType !== null && javaScriptTypes.has(mimeType);
  const options = getHeader(headerList, 'X-Content-Type-Options');
  return decide<'allowed' | 'blocked'>('nosniff', { destination, mimeType, options }, [
    { step: '1', when: !isNosniff(headerList), returns: 'allowed' },
    { step: '4', when: destination === 'script' && !isScript, returns: 'blocked', finding: 'nosniff' },
    {
      step: '5',
      when: destination === 'style' && mimeType !== 'text/css',
      returns: 'blocked',
      finding: 'nosniff',
    },
    { step: '6', when: true, returns: 'allowed' },
  ]);
}

/**
 * Whether a script is blocked because its type is never a script's, even without nosniff.
 *
 * @see https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type?
 */
export function mimeTypeCheck(
  destination: TypedDestination,
  { headerList }: FetchResponse,
): Trace<'allowed' | 'blocked'> {
  const mimeType = contentTypeOf(headerList);
  const isNoScript = mimeType !== null && /^(?:(?:audio|image|video)\/|text\/csv$)/.test(mimeType);
  return decide<'allowed' | 'blocked'>('mimeType', { destination, mimeType }, [
    { step: '2', when: mimeType === null, returns: 'allowed' },
    {
      step: '4',
      when: destination === 'script' && isNoScript,
      returns: 'blocked',
      finding: 'script-mime-type',
    },
    { step: '5', when: true, returns: 'allowed' },
  ]);
}

/** The type that a module is imported as; `unknown` if the import was not observed. */
export type ModuleType = 'javascript' | 'json' | 'css' | 'unknown';

const isOfModuleType: Readonly<Record<Exclude<ModuleType, 'unknown'>, (mimeType: string) => boolean>> = {
  javascript: (mimeType) => javaScriptTypes.has(mimeType),
  json: (mimeType) => /^[^/]+\/([^/]+\+)?json$/.test(mimeType),
  css: (mimeType) => mimeType === 'text/css',
};

/**
 * Whether a module is blocked because of its type. A module's type is never sniffed.
 *
 * @see https://html.spec.whatwg.org/#fetch-a-single-module-script
 */
export function moduleTypeCheck(
  moduleType: ModuleType,
  { headerList }: FetchResponse,
): Trace<'allowed' | 'blocked'> {
  const mimeType = contentTypeOf(headerList);
  const types = moduleType === 'unknown' ? Object.values(isOfModuleType) : [isOfModuleType[moduleType]];
  const isModule = mimeType !== null && types.some((isOfType) => isOfType(mimeType));
  return decide<'allowed' | 'blocked'>('moduleScript', { moduleType, mimeType }, [
    { step: '1', when: !isModule, returns: 'blocked', finding: 'module-mime-type' },
    { step: '1', when: true, returns: 'allowed' },
  ]);
}
