import {
  type EmbedderPolicy,
  embedderPolicyOf,
  isPotentiallyTrustworthy,
  noEmbedderPolicy,
  type SerializedOrigin,
} from '../../engine';
import type { ExchangeFacts, FrameFacts } from '../../protocol/facts';
import { isEndNotShown, lastHop } from '../facts/facts';

/** The known facts about the pages around a request. */
export interface Surroundings {
  /**
   * The policy of the document that made it or contains the frame; null if that document's load was not
   * recorded.
   */
  readonly embedder: EmbedderPolicy | null;
  /**
   * The origins of its document's ancestors, nearest first, starting with the document itself unless the
   * request is a navigation; null if a frame is unknown.
   */
  readonly ancestors: readonly SerializedOrigin[] | null;
}

/** Returns the surroundings of a request. */
export type SurroundingsOf = (facts: ExchangeFacts) => Surroundings;

/**
 * Returns a lookup for the surroundings of a recording's requests. A document's own exchange is found among
 * the recorded ones unless the recording began later.
 */
export function surroundingsIn(
  exchanges: readonly ExchangeFacts[],
  frames: readonly FrameFacts[],
): SurroundingsOf {
  const navigations = exchanges.filter(
    (facts) =>
      /^(main|sub)_frame$/.test(facts.type) && (facts.end?.how === 'completed' || isEndNotShown(facts)),
  );
  const framesById = new Map(frames.map((frame) => [frame.frameId, frame]));

  const chainOf = (frameId: number): readonly FrameFacts[] => {
    const chain: FrameFacts[] = [];
    for (let frame = framesById.get(frameId); frame; frame = framesById.get(frame.parentFrameId)) {
      if (chain.includes(frame)) break;
      chain.push(frame);
    }
    return chain;
  };
  return (facts) => {
    const isNavigation = facts.kind === 'document' || facts.kind === 'frame';
    const [self, ...around] = chainOf(facts.frameId);
    const chain = isNavigation ? around : self ? [self, ...around] : [];
    const isKnown = self !== undefined && chain.at(-1)?.frameId === 0;
    return {
      embedder: isKnown && facts.initiator === 'document' ? embedderIn(chain, facts, navigations) : null,
      ancestors: isKnown ? chain.map(({ origin }) => origin) : null,
    };
  };
}

/**
 * Returns the policy of the nearest document with a URL of its own; about: documents inherit their parent's.
 */
function embedderIn(
  chain: readonly FrameFacts[],
  { startedAtMs }: ExchangeFacts,
  navigations: readonly ExchangeFacts[],
): EmbedderPolicy | null {
  const document = chain.find(({ url }) => !url.startsWith('about:'));
  if (!document) return null;
  const loaded = navigations.findLast(
    (navigation) => navigation.frameId === document.frameId && navigation.startedAtMs <= startedAtMs,
  );
  if (!loaded) return null;
  const { response, url } = lastHop(loaded);
  if (response === null || url !== document.url.replace(/#.*/, '')) return null;
  const isSecure = chain.every(
    (frame) => frame.url.startsWith('about:') || isPotentiallyTrustworthy(frame.url),
  );
  return isSecure ? embedderPolicyOf(response, true) : noEmbedderPolicy;
}
