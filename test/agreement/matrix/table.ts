import { type Compared, countMarks, type Mark } from './compare';

/** A run of the cases in one browser, as published. */
export interface Run {
  readonly browser: string;
  /** Whether scripts ran in the page's main world. */
  readonly hints: boolean;
  readonly version: string;
  readonly compared: readonly Compared[];
}

const marks: readonly Mark[] = ['right', 'candidates', 'unknown', 'wrong'];

/** Returns the page that publishes the comparison. */
export function agreementPage(runs: readonly Run[], date: string): string {
  return [
    '# Agreement',
    '',
    'CORScope’s verdicts compared with the browsers’ own, request by request. `npm run agreement` writes this page.',
    '',
    '- In Chromium, the browser’s reason is the error in the DevTools protocol.',
    '- In Firefox, it is the category of the console message.',
    '',
    '| mark | meaning |',
    '| --- | --- |',
    '| right | CORScope names one result, and the browser has the same |',
    '| candidates | CORScope names several results, and the browser’s is one of them |',
    '| unknown | CORScope names no result, and its row says so |',
    '| wrong | CORScope names other results than the browser |',
    '',
    '- Part A: requests decided by the CORS check, a preflight or a redirect rule. Part B: all others.',
    '- Hints on: CORScope observes the page’s calls, except those of workers. Hints off: it does not.',
    '- *passed*: the page received the response. *nothing*: the browser gave no reason. *none*: no rule blocked it.',
    '',
    `Date: ${date}. ${[...new Set(runs.map(({ browser, version }) => `${browser} ${version}`))].join(', ')}.`,
    '',
    ...table(
      ['browser', 'hints', 'part', 'cases', 'compared', ...marks],
      runs.flatMap(({ browser, hints, compared }) =>
        (['A', 'B'] as const).flatMap((part) => {
          const own = compared.filter((one) => one.case.part === part);
          const row = (name: string, about: 'outcome' | 'reason', rows: readonly Compared[]) => {
            const counts = countMarks(rows.map((one) => one[about]));
            return [browser, onOff(hints), part, rows.length, name, ...marks.map((mark) => counts[mark])];
          };
          const ofDocuments = own.filter((one) => one.case.place !== 'dedicated-worker');
          return [
            row('outcome', 'outcome', own),
            row('reason', 'reason', own),
            row('reason in documents', 'reason', ofDocuments),
          ];
        }),
      ),
    ),
    ...runs.flatMap(({ browser, hints, compared }) => [
      '',
      `## ${browser}, hints ${onOff(hints)}: the browser’s reason and CORScope’s finding`,
      '',
      ...confusion(compared),
    ]),
    '',
  ].join('\n');
}

function onOff(hints: boolean): string {
  return hints ? 'on' : 'off';
}

/** Counts each pair of the browser's reason and CORScope's finding, most frequent first. */
function confusion(compared: readonly Compared[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { truth, seen, exchange } of compared) {
    const said = truth.reason ?? truth.error ?? (seen?.resolved ? 'passed' : 'nothing');
    const [finding] = exchange?.findings.filter(({ severity }) => severity === 'error') ?? [];
    const { candidates = [] } = exchange ?? {};
    const claimed = !exchange
      ? 'no row'
      : candidates.length > 0
        ? `one of ${candidates.join(', ')}`
        : (finding?.code ?? exchange.outcome);
    const key = JSON.stringify([said, claimed]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].sort(([, a], [, b]) => b - a);
  return table(
    ['browser’s reason', 'CORScope’s finding', 'cases'],
    rows.map(([key, count]) => [...(JSON.parse(key) as readonly string[]), count]),
  );
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** Describes a failed case in one line. */
export function describeWrong({ case: one, seen, truth, exchange }: Compared): string {
  const saw =
    !seen || seen.resolved === null
      ? 'nothing'
      : seen.resolved
        ? `${seen.type} ${seen.status ?? ''}`.trim()
        : seen.name;
  const claimed = exchange && {
    outcome: exchange.outcome,
    findings: exchange.findings.map(({ code }) => code),
    browserReason: exchange.browserReason,
    candidates: exchange.candidates,
    browserReasonCandidates: exchange.browserReasonCandidates,
    error: exchange.error,
  };
  const said = truth.reason ?? truth.error ?? 'nothing';
  return `${one.id} (${one.about}): the page saw ${saw}, the browser said ${said}; ${JSON.stringify(claimed)}`;
}
