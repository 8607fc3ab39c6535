import type { Advice } from '../advice';
import { countAndTime } from '../preflights';

/** Fewer preflights than this are not worth a word. */
const fewest = 10;

/** The number of preflights in the recording, and the time that they took. */
export const preflightTime: Advice = {
  kind: 'cost',
  severity: 'low',
  certainty: 'certain',
  find({ preflights }) {
    if (preflights.length < fewest) return [];
    const servers = [...new Set(preflights.map(({ server }) => server))];
    return [
      {
        exchanges: preflights.map(({ facts }) => facts.id),
        values: { ...countAndTime(preflights), servers: servers.join(', ') },
      },
    ];
  },
};
