import type { Advice } from '../advice';

/** A script sends messages to a window whatever document is in it. */
export const starTargetOrigin: Advice = {
  kind: 'security',
  severity: 'medium',
  certainty: 'possible',
  find: ({ stars }) =>
    stars.length === 0
      ? []
      : [
          {
            exchanges: [],
            evidence: stars.map(({ url, inline, listener, line, column, text }) => {
              const script = url ?? listener ?? '';
              return `${script}${inline === null ? '' : ` <script ${inline}>`}:${line}:${column} ${text}`;
            }),
            values: { count: String(stars.length) },
          },
        ],
};
