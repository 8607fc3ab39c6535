import * as v from 'valibot';
import { described } from '../../protocol/bounded-schemas';
import { basis, number, text, textOrNull, textsOrNull } from './values';

/** The schema of `ReportCookie`. */
export const reportCookie = described(
  v.object({
    hop: number,
    name: text,
    direction: v.picklist(['not-sent', 'refused', 'sent', 'set']),
    because: text,
    basis,
    attributes: described(
      textsOrNull,
      'Its host or Domain, its Path, and its other attributes; null if only the name was visible.',
    ),
    kept: described(
      v.nullable(v.picklist(['same', 'other', 'none'])),
      "What the browser's cookie store contained when the report was made; null if not checked or not conclusive.",
    ),
    otherBrowser: described(
      textOrNull,
      'Why the other browser would treat it differently; null if it would not, or if only the name was visible.',
    ),
  }),
  'A cookie that was sent, not sent, stored or rejected.',
);
