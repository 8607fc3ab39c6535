/** Calls and requests that can belong together, and to none of another group. */
export interface Pairing<Call, Request> {
  readonly calls: readonly Call[];
  readonly requests: readonly Request[];
  /** The calls that can have made a request, in order. */
  possible(request: Request): readonly Call[];
  /** One way to give each request a call of its own; undefined if there are too few calls. */
  partner(request: Request): Call | undefined;
}

/** The most pairs that are examined; with more, all calls of the group stay possible. */
const maxPairs = 4_096;

/**
 * Groups calls and requests by which call fits which request. A call is possible for a request only if all other
 * requests can still have a call of their own, as far as that can be. Calls and requests that fit nothing are in no
 * group. Pure; keeps the order of the input.
 */
export function pairingsOf<Call, Request>(
  calls: readonly Call[],
  requests: readonly Request[],
  fits: (call: Call, request: Request) => boolean,
): readonly Pairing<Call, Request>[] {
  if (calls.length === 0 || requests.length === 0) return [];
  const isTooMany = calls.length * requests.length > maxPairs;
  // Mostly, nothing tells the calls apart.
  if (isTooMany || requests.every((request) => calls.every((call) => fits(call, request)))) {
    return [
      { calls, requests, possible: () => calls, partner: (request) => calls[requests.indexOf(request)] },
    ];
  }
  const fitting = requests.map(
    (request) => new Set(calls.flatMap((call, index) => (fits(call, request) ? index : []))),
  );
  const makers = matched(fitting);
  const possible = fitting.map((_, request) => possibleCalls(request, fitting, makers));
  return groupsOf(possible).map((group) => {
    const indexOf = new Map(group.requests.map((index) => [requests[index], index]));
    const callAt = (index: number) => calls[index] as Call;
    return {
      calls: group.calls.map(callAt),
      requests: group.requests.map((index) => requests[index] as Request),
      possible: (request) => [...(possible[indexOf.get(request) ?? -1] ?? [])].map(callAt),
      partner: (request) => calls[makers[indexOf.get(request) ?? -1] ?? -1],
    };
  });
}

type Fitting = readonly ReadonlySet<number>[];

/** Gives as many requests as possible a call; −1 for a request without one. */
function matched(fitting: Fitting): readonly number[] {
  const makers = fitting.map(() => -1);
  for (let request = 0; request < fitting.length; request++) assign(request, fitting, makers, new Set());
  return makers;
}

/** Gives a request a call, and others another one if need be. Returns whether that worked. */
function assign(request: number, fitting: Fitting, makers: number[], tried: Set<number>): boolean {
  for (const call of fitting[request] ?? []) {
    if (tried.has(call)) continue;
    tried.add(call);
    const before = makers.indexOf(call);
    if (before !== -1 && !assign(before, fitting, makers, tried)) continue;
    makers[request] = call;
    return true;
  }
  return false;
}

/** Returns the calls of a request with which no more requests are left without a call. */
function possibleCalls(request: number, fitting: Fitting, makers: readonly number[]): ReadonlySet<number> {
  const isKept = (call: number) => {
    const other = makers.indexOf(call);
    if (other === request || other === -1 || makers[request] === -1) return true;
    const without = makers.with(request, call).with(other, -1);
    const isFree = (index: number) => without[index] === -1;
    return [...fitting.keys()]
      .filter(isFree)
      .some((index) => assign(index, fitting, [...without], new Set([call])));
  };
  return new Set([...(fitting[request] ?? [])].filter(isKept));
}

/** Returns the groups of requests that share possible calls, each with its calls. */
function groupsOf(possible: Fitting) {
  const groups: { requests: number[]; calls: Set<number> }[] = [];
  for (const [request, fitting] of possible.entries()) {
    if (fitting.size === 0) continue;
    const group = { requests: [request], calls: new Set(fitting) };
    for (const other of groups.splice(0)) {
      if (![...fitting].some((call) => other.calls.has(call))) {
        groups.push(other);
        continue;
      }
      group.requests.unshift(...other.requests);
      for (const call of other.calls) group.calls.add(call);
    }
    groups.push(group);
  }
  return groups.map(({ requests, calls }) => ({
    requests: requests.sort((a, b) => a - b),
    calls: [...calls].sort((a, b) => a - b),
  }));
}
