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
  if (calls.length * requests.length > maxPairs) {
    return [
      { calls, requests, possible: () => calls, partner: (request) => calls[requests.indexOf(request)] },
    ];
  }
  const fitting = requests.map(
    (request) => new Set(calls.flatMap((call, index) => (fits(call, request) ? index : []))),
  );
  const owners = matched(fitting);
  const callOf = new Map([...owners].map(([call, request]) => [request, call]));
  const possible = possibleCalls(fitting, owners, callOf);
  return groupsOf(possible).map((group) => {
    const indexOf = new Map(group.requests.map((index) => [requests[index], index]));
    const callAt = (index: number) => calls[index] as Call;
    return {
      calls: group.calls.map(callAt),
      requests: group.requests.map((index) => requests[index] as Request),
      possible: (request) => [...(possible[indexOf.get(request) ?? -1] ?? [])].map(callAt),
      partner: (request) => calls[callOf.get(indexOf.get(request) ?? -1) ?? -1],
    };
  });
}

/**
 * Does the same for calls that only time tells apart: of calls and requests in order, a request can be of those calls
 * that came before it.
 */
export function pairingsInTime<Call, Request>(
  calls: readonly Call[],
  requests: readonly Request[],
  isAfter: (request: Request, call: Call) => boolean,
): readonly Pairing<Call, Request>[] {
  let groups: GroupInTime<Request>[] = [];
  let last: GroupInTime<Request> = { from: 0, until: 0, requests: [] };
  const close = () => {
    // If a request has no call, it can be each earlier one that has none.
    if (last.requests.length <= last.until - last.from) groups.push(last);
    else groups = [{ ...last, from: 0, requests: [...groups, last].flatMap(({ requests }) => requests) }];
  };
  for (const request of requests) {
    let { until } = last;
    while (until < calls.length && isAfter(request, calls[until] as Call)) until++;
    if (until > last.until && last.requests.length > 0 && last.requests.length >= last.until - last.from) {
      close();
      last = { from: last.until, until, requests: [] };
    }
    if (until > last.from) {
      last.until = until;
      last.requests.push({ request, until });
    }
  }
  if (last.requests.length > 0) close();
  return groups.map((group) => pairingInTime(calls, group));
}

/** Calls `from` up to `until`, and requests that can be of them, each of those before an `until` of its own. */
interface GroupInTime<Request> {
  readonly from: number;
  until: number;
  readonly requests: { readonly request: Request; readonly until: number }[];
}

function pairingInTime<Call, Request>(
  calls: readonly Call[],
  { from, until, requests }: GroupInTime<Request>,
): Pairing<Call, Request> {
  const indexOf = new Map(requests.map(({ request }, index) => [request, index]));
  const indexIn = (request: Request) => indexOf.get(request) ?? -1;
  return {
    calls: calls.slice(from, until),
    requests: requests.map(({ request }) => request),
    possible: (request) => calls.slice(from, requests[indexIn(request)]?.until ?? from),
    partner: (request) => calls.slice(from, until)[indexIn(request)],
  };
}

type Fitting = readonly ReadonlySet<number>[];

/** Gives as many requests as possible a call of their own: the request of each call that is taken. */
function matched(fitting: Fitting): ReadonlyMap<number, number> {
  const owners = new Map<number, number>();
  for (let request = 0; request < fitting.length; request++) assign(request, fitting, owners, new Set());
  return owners;
}

/** Gives a request a call, and others another one if need be. Returns whether that worked. */
function assign(request: number, fitting: Fitting, owners: Map<number, number>, tried: Set<number>): boolean {
  const calls = [...(fitting[request] ?? [])];
  const isFree = (call: number) => !owners.has(call);
  const isTaken = (call: number) => {
    if (tried.has(call)) return false;
    tried.add(call);
    return assign(owners.get(call) ?? -1, fitting, owners, tried);
  };
  const call = calls.find(isFree) ?? calls.find(isTaken);
  if (call !== undefined) owners.set(call, request);
  return call !== undefined;
}

/**
 * Returns the calls of each request with which no more requests are left without a call. Another call is one of them
 * if it is free, or if the request that has it can take a free call or the call of this request, or if a request
 * without a call can take the call of this one; each time others may change their calls.
 */
function possibleCalls(
  fitting: Fitting,
  owners: ReadonlyMap<number, number>,
  callOf: ReadonlyMap<number, number>,
): Fitting {
  const indices = [...fitting.keys()];
  /** The requests that lose their call when a request takes another one. */
  const losers = fitting.map((calls, request) =>
    [...calls].flatMap((call) => (call === callOf.get(request) ? [] : (owners.get(call) ?? []))),
  );
  const winners: number[][] = fitting.map(() => []);
  for (const [request, others] of losers.entries()) for (const other of others) winners[other]?.push(request);
  const hasFree = indices.filter((request) =>
    [...(fitting[request] ?? [])].some((call) => !owners.has(call)),
  );
  const endsFree = reachable(hasFree, winners);
  const canBeTaken = reachable(
    indices.filter((request) => !callOf.has(request)),
    losers,
  );
  return fitting.map((calls, request) => {
    if (canBeTaken.has(request)) return calls;
    const takesFrom = reachable([request], winners);
    const isKept = (call: number) => {
      const owner = owners.get(call);
      return owner === undefined || endsFree.has(owner) || takesFrom.has(owner);
    };
    return new Set([...calls].filter(isKept));
  });
}

/** Returns what a walk from these can reach, with its start. */
function reachable(from: readonly number[], next: readonly (readonly number[])[]): ReadonlySet<number> {
  const reached = new Set(from);
  // A set that grows goes on with what was added.
  for (const each of reached) for (const other of next[each] ?? []) reached.add(other);
  return reached;
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
