import * as v from 'valibot';
import { findingCodes, modes } from '../../engine';
import { eventFields } from '../../protocol/content';

// Only scripts and tests use the schemas in this folder. The programs use only the types inferred from them.

export const text = v.string();
export const texts = v.array(text);
export const textOrNull = v.nullable(text);
export const textsOrNull = v.nullable(texts);
export const number = v.number();
export const numberOrNull = v.nullable(number);
export const yesOrNo = v.boolean();

export const browserName = v.picklist(['chrome', 'firefox']);
export const mode = v.picklist(modes);
export const credentialsMode = v.picklist(['omit', 'same-origin', 'include']);
export const relation = v.picklist(['same-origin', 'same-site', 'cross-site']);
export const findingCode = v.picklist(findingCodes);
export const eventField = v.picklist(eventFields);
export const basis = v.picklist(['observed', 'inferred', 'assumed', 'computed']);
export const headerList = v.array(v.strictTuple([text, text]));
export const evidence = v.record(text, textOrNull);

/** Returns the schema of a value with its basis: how the value is known. */
export function sourced<const Value extends v.GenericSchema>(value: Value) {
  return v.object({ value, basis });
}
