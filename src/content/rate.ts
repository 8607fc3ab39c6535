/** Returns a function that counts an event and returns whether it is within the limit per second. */
export function openRate(perSecond: number): () => boolean {
  let left = perSecond;
  let sinceMs = 0;
  return () => {
    const nowMs = Date.now();
    if (nowMs - sinceMs >= 1_000) [left, sinceMs] = [perSecond, nowMs];
    return left-- > 0;
  };
}
