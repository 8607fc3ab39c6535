import { endedBy } from '../ended-by';

/** The preflight itself got no response. */
export const noAnswerToPreflight = endedBy('network', ['preflight-network-error']);
